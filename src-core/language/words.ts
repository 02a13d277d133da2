import type { TextRange } from '#core/text/range.ts';

/*
 * A word is a run of letters, marks and digits. Inside it may stand a hyphen (қиян-кескі, 21-інде), an apostrophe (people’s),
 * a soft hyphen, and between digits a period or comma (1,5). A period between letters parts words: В.И.Лениннің is three.
 */
const word =
  /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD\u200C\u200D]*(?:(?:[-\u2010\u2011'\u2019\u02BC](?=[\p{L}\p{N}])|(?<=\p{Nd})[.,](?=\p{Nd}))[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]+)*/gu;

/** The words of a text, in order. */
export function wordRanges(text: string): TextRange[] {
  const found: TextRange[] = [];
  for (const { index, 0: letters } of text.matchAll(word)) found.push([index, index + letters.length]);
  return found;
}
