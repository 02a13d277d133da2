import type { Command, Key } from '#renderer/app/commands.ts';
import { askForSide, showSide, sideOpen } from '#renderer/app/panels.ts';
import { searchAgain, searchView, stepHit } from './search-state.ts';

export const nextKey: Key = { code: 'F3' };
export const previousKey: Key = { code: 'F3', shift: true };

/** Jumps on in the hits; opens the search first where it is closed, and asks for words where there are none. */
function step(by: 1 | -1): void {
  const { query, term, hits } = searchView.getState();
  if (query.trim() === '' && term === null) {
    askForSide('search');
    return;
  }
  if (sideOpen() !== 'search') showSide('search');
  if (hits === null) searchAgain();
  else stepHit(by);
}

/** What can be done with a search while a work is open. (To open it is the shell's command `find`.) */
export const searchCommands: readonly Command[] = [
  {
    id: 'search.next',
    name: 'search:command.next',
    group: 'search:group',
    keys: [nextKey, { code: 'KeyG', mod: true }],
    inFields: true,
    run: () => {
      step(1);
    },
  },
  {
    id: 'search.previous',
    name: 'search:command.previous',
    group: 'search:group',
    keys: [previousKey, { code: 'KeyG', mod: true, shift: true }],
    inFields: true,
    run: () => {
      step(-1);
    },
  },
];
