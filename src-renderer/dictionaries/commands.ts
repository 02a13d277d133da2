import type { Command } from '#renderer/app/commands.ts';
import { key } from '#renderer/i18n/key.ts';
import { openDictionaries } from './dictionaries-state.ts';

/** What can be done with dictionaries in every view. */
export const dictionariesCommands: readonly Command[] = [
  {
    id: 'dictionaries.open',
    name: key('dictionaries:command.open'),
    group: key('dictionaries:group'),
    run: openDictionaries,
  },
];
