import type { Command } from '#renderer/app/commands.ts';
import { library } from '#renderer/app/library-store.ts';
import { route } from '#renderer/app/route.ts';
import { key } from '#renderer/i18n/key.ts';
import { openImport } from './bringing.ts';
import type { Purpose } from './import-state.ts';
import { writing } from './writing.ts';

function isWritable(): boolean {
  return (library.getState().state?.readOnly ?? null) === null;
}

function openWorkId(): string | null {
  const shown = route.getState();
  return shown.view === 'work' ? shown.work : null;
}

const about = (id: string, name: string, purpose: Purpose): Command => ({
  id,
  name,
  group: key('import:group'),
  enabled: () => isWritable() && openWorkId() !== null,
  run: () => {
    openImport(purpose, openWorkId());
  },
});

/** What can be brought, in every view. */
export const importCommands: readonly Command[] = [
  {
    id: 'import',
    name: key('import:command.import'),
    group: key('import:group'),
    keys: [{ code: 'KeyO', mod: true }],
    inFields: true,
    enabled: isWritable,
    run: () => {
      openImport();
    },
  },
  about('import.translation', key('import:command.translation'), 'translation'),
  about('import.version', key('import:command.version'), 'version'),
  {
    id: 'import.write',
    name: key('import:command.write'),
    group: key('import:group'),
    enabled: () => isWritable() && openWorkId() !== null,
    run: () => {
      writing.setState({ work: openWorkId() });
    },
  },
];
