import type { Command } from '#renderer/app/commands.ts';
import { key } from '#renderer/i18n/key.ts';
import { openAnkiExport, openAnkiImport } from './anki-state.ts';

/** The exchange with Anki, from everywhere. */
export const ankiCommands: readonly Command[] = [
  { id: 'anki.export', name: key('anki:command.export'), group: key('anki:group'), run: openAnkiExport },
  { id: 'anki.import', name: key('anki:command.import'), group: key('anki:group'), run: openAnkiImport },
];
