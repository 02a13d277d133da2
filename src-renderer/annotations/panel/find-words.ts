import { askForSide } from '#renderer/app/panels.ts';
import { searchFor } from '#renderer/search/search-state.ts';

/** Searches the text for words in the search panel. */
export function findWords(words: string): void {
  askForSide('search');
  searchFor(words);
}
