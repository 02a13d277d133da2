import { foldText, unfold, type Folded } from './fold.ts';
import type { TextRange } from './range.ts';

/** A query made ready once for many texts; `null` when it holds nothing to search for. */
export function foldQuery(query: string): string | null {
  const folded = foldText(query).text.trim();
  return folded === '' ? null : folded;
}

/** Where `query` (from `foldQuery`) stands in a folded text: ranges of the original, in order, not overlapping. */
export function searchFolded(folded: Folded, query: string): TextRange[] {
  const found: TextRange[] = [];
  for (let at = folded.text.indexOf(query); at >= 0; at = folded.text.indexOf(query, at + query.length)) {
    found.push(unfold(folded, at, at + query.length));
  }

  return found;
}

/** Where `query` stands in `text`: several words are a phrase, over any white space; case and Kazakh letters do not matter. */
export function search(text: string, query: string): TextRange[] {
  const ready = foldQuery(query);
  return ready === null ? [] : searchFolded(foldText(text), ready);
}
