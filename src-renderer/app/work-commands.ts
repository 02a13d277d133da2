import { key } from '#renderer/i18n/key.ts';
import type { Command } from './commands.ts';
import {
  askForSide,
  closeNarrow,
  contentsOpen,
  narrowOpen,
  showContents,
  showSide,
  sideOpen,
  type SidePanel,
} from './panels.ts';
import { readingNow, updateReading } from './reading.ts';

const modes = ['side', 'stacked', 'demand'] as const;

/** Opens a panel with the focus in it; closes it where it is open already. */
function toggle(panel: SidePanel): void {
  if (sideOpen() === panel) showSide(null);
  else askForSide(panel);
}

/** Shows the panes the other way round. */
export function swapEditions(): void {
  const editions = readingNow()?.editions;
  if (editions !== undefined) updateReading({ editions: [editions[1], editions[0]] });
}

/** What can be done while a work is open, whatever stands in the panes. */
export const workCommands: readonly Command[] = [
  {
    id: 'find',
    name: key('app:command.find'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyF', mod: true }],
    inFields: true,
    run: () => {
      askForSide('search');
    },
  },
  {
    id: 'contents',
    name: key('app:command.contents'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyO', mod: true, shift: true }],
    inFields: true,
    run: () => {
      showContents(!contentsOpen());
    },
  },
  {
    id: 'notes',
    name: key('app:command.notes'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyM', mod: true, shift: true }],
    inFields: true,
    run: () => {
      toggle('notes');
    },
  },
  {
    id: 'glossary',
    name: key('app:command.glossary'),
    group: key('app:group.go'),
    keys: [{ code: 'KeyD', mod: true, shift: true }],
    inFields: true,
    run: () => {
      toggle('glossary');
    },
  },
  ...modes.map((mode, index): Command => ({
    id: `mode-${mode}`,
    name: key(`app:command.mode-${mode}`),
    group: key('app:group.look'),
    keys: [{ code: `Digit${String(index + 1)}`, alt: true, shift: true }],
    run: () => {
      updateReading({ mode });
    },
  })),
  {
    id: 'close-panel',
    name: key('app:command.close-panel'),
    group: key('app:group.go'),
    keys: [{ code: 'Escape' }],
    enabled: narrowOpen,
    run: () => {
      closeNarrow();
    },
  },
  {
    id: 'swap',
    name: key('app:command.swap'),
    group: key('app:group.look'),
    run: swapEditions,
  },
];
