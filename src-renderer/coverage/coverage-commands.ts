import type { Command, Key } from '#renderer/app/commands.ts';
import { key } from '#renderer/i18n/key.ts';
import { openCoverage } from './coverage-state.ts';

export const coverageKey: Key = { code: 'KeyY', shift: true };

/** What can be done about coverage while a work is open. */
export const coverageCommands: readonly Command[] = [
  {
    id: 'coverage.open',
    name: key('coverage:command.open'),
    group: key('glossary:wordGroup'),
    keys: [coverageKey],
    run: openCoverage,
  },
];
