import { EncodingTally, misreadLetters, type Misread } from './encodings.ts';
import { withoutLookalikes } from './lookalikes.ts';
import type { Repair } from './repair.ts';

/** A run of letters, and of signs that a misread encoding leaves between letters. */
const run = /[\p{L}\p{M}‡‰¤µ¦±]+/gu;
const cyrillic = /\p{Script=Cyrillic}/u;
/** What Kazakh has and Russian has not: a text that has it was read in its own encoding. */
const kazakh = /[әғқңөұүһ]/iu;

/** Adds the misread words of a part of a text to a tally, so that all of it tells the encoding. */
export function tallyEncoding(text: string, tally: EncodingTally): void {
  for (const { found } of wordsOf(text)) if (isMisread(found)) tally.add(found);
}

/**
 * The words of a Kazakh text that look damaged, in order: Latin letters among Cyrillic ones (Қaзaқ), and letters of RK1048 or
 * PT154 read as Windows-1251 (Ќазаќ).
 *
 * @param encoding in which the text was, where that is known from more of it; `null`: in none of them
 */
export function findRepairs(text: string, encoding: Misread | null = encodingOf(text)): Repair[] {
  return wordsOf(text).flatMap(({ start, found }): Repair[] => {
    const read = encoding !== null && isMisread(found) ? reread(found, encoding) : found;
    const proposed = withoutLookalikes(read) ?? read;
    const kind = read === found ? 'lookalike' : 'encoding';
    return proposed === found ? [] : [{ start, end: start + found.length, found, proposed, kind }];
  });
}

/** The text with the repairs made; those must be in order and not overlap. */
export function applyRepairs(text: string, repairs: readonly Repair[]): string {
  let repaired = '';
  let from = 0;
  for (const { start, end, proposed } of repairs) {
    repaired += text.slice(from, start) + proposed;
    from = end;
  }
  return repaired + text.slice(from);
}

function encodingOf(text: string): Misread | null {
  const tally = new EncodingTally();
  tallyEncoding(text, tally);
  return tally.encoding;
}

function wordsOf(text: string): { start: number; found: string }[] {
  return [...text.matchAll(run)]
    .map(({ index, 0: letters }) => ({ start: index, found: letters }))
    .filter(({ found }) => cyrillic.test(found));
}

function isMisread(word: string): boolean {
  return !kazakh.test(word) && Array.from(word).some((letter) => misreadLetters.has(letter));
}

function reread(word: string, { letters }: Misread): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}
