import { FormatError } from './format-error.ts';

/**
 * UTF-16 code units of the longest paragraph that is taken: a whole book without a line break has as many. A longer one could
 * be read, but not shown: a paragraph is laid out as a whole.
 */
export const longestParagraph = 2_000_000;
/** Stretches of emphasis, links and references to notes in one paragraph. */
export const mostMarks = 20_000;

/** Refuses a text with a line that is longer than any paragraph, before anything else costs memory. @throws FormatError too-large */
export function refuseLongLines(text: string): void {
  if (text.length <= longestParagraph) return;
  let line = 1;
  let begin = 0;
  for (const { 0: end, index } of text.matchAll(/\r\n|[\n\r]/gu)) {
    refuse(index - begin, line);
    begin = index + end.length;
    line += 1;
  }
  refuse(text.length - begin, line);
}

function refuse(length: number, line: number): void {
  if (length <= longestParagraph) return;
  const most = String(longestParagraph);
  throw new FormatError(
    'too-large',
    `line ${String(line)} has ${String(length)} characters; at most ${most} are read`,
    { line },
  );
}
