import type { Command, Key } from '#renderer/app/commands.ts';
import { key } from '#renderer/i18n/key.ts';
import type { Actions } from './actions.ts';
import { fixBead, fixesAt, type Fix } from './fix-bead.ts';
import type { Session } from './session.ts';

/** The keys of the workbench, with Alt: letters alone are about words here. */
export const beadKeys: Readonly<Record<Fix, Key>> = {
  confirm: { code: 'Enter', alt: true },
  unconfirm: { code: 'Enter', alt: true },
  'merge-next': { code: 'KeyM', alt: true },
  'merge-previous': { code: 'KeyM', alt: true, shift: true },
  split: { code: 'KeyS', alt: true },
  up: { code: 'KeyU', alt: true },
  down: { code: 'KeyD', alt: true },
  intend: { code: 'KeyI', alt: true },
};

/** Putting the alignment right at the paragraph with the focus, the word cursor, the selection or the pointer. */
export function beadCommands(session: Session, actions: Actions): readonly Command[] {
  const can = (fix: Fix): boolean => actions.paragraph !== null && fixesAt(session, actions.paragraph).has(fix);
  const command = (id: string, name: string, fixes: readonly [Fix, ...Fix[]]): Command => ({
    id: `reader.bead-${id}`,
    name,
    group: key('reader:group.bead'),
    keys: [beadKeys[fixes[0]]],
    enabled: () => fixes.some(can),
    run: () => {
      const { paragraph } = actions;
      const fix = fixes.find(can);
      if (paragraph !== null && fix !== undefined) fixBead(session, fix, paragraph);
    },
  });
  return [
    command('confirm', key('reader:command.bead-confirm'), ['confirm', 'unconfirm']),
    command('merge-next', key('reader:command.bead-merge-next'), ['merge-next']),
    command('merge-previous', key('reader:command.bead-merge-previous'), ['merge-previous']),
    command('split', key('reader:command.bead-split'), ['split']),
    command('up', key('reader:command.bead-up'), ['up']),
    command('down', key('reader:command.bead-down'), ['down']),
    command('intend', key('reader:command.bead-intend'), ['intend']),
  ];
}
