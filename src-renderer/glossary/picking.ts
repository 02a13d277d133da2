import { sensesOf } from './draft.ts';

/** Words taken from a sentence: from the `first` to the `last`, by their place in it. */
export interface Taken {
  first: number;
  last: number;
}

/**
 * What is taken after the word at `at` was pressed. Beside what is taken, it is added; at an edge of it, it is given back;
 * elsewhere it is taken instead, or with `extend` everything up to it.
 */
export function pressed(taken: Taken | null, at: number, extend = false): Taken | null {
  if (taken === null) return { first: at, last: at };
  const { first, last } = taken;
  if (at === first && at === last) return null;
  if (at === first) return { first: first + 1, last };
  if (at === last) return { first, last: last - 1 };
  if (extend || at === first - 1 || at === last + 1) return { first: Math.min(first, at), last: Math.max(last, at) };
  return { first: at, last: at };
}

/** A typed gloss in which one sense took the place of another; `null` stands for none. Senses typed by hand stay. */
export function replaceSense(typed: string, before: string | null, after: string | null): string {
  const senses = sensesOf(typed);
  const at = before === null ? -1 : senses.indexOf(before);
  const rest = senses.filter((_, index) => index !== at);
  if (after === null) return rest.join('; ');
  if (rest.includes(after)) return rest.join('; ');
  return rest.toSpliced(at < 0 ? rest.length : at, 0, after).join('; ');
}

/** The words from a sentence of the language `tag` as a gloss: an English possessive is not part of it. */
export function phraseOf(words: string, tag: string): string {
  return tag.split('-', 1)[0] === 'en' ? words.replace(/['’]s?$/u, '') : words;
}
