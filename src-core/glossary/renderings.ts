import { language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { addGlosses, glossIndex, matches } from './match.ts';

/** A gloss of a term where it stands in a text, in UTF-16 code units. */
export interface Rendering {
  readonly start: number;
  readonly end: number;
  /** As the glossary has it. */
  readonly gloss: string;
}

/** Finds the glosses of one term, in all their forms, in texts of the language `tag`. */
export function renderingFinder(term: Term, tag: string): (text: string) => Rendering[] {
  const spoken = language(tag);
  const index = glossIndex([], spoken);
  const senses = Object.entries(term.glosses).flatMap(([of, list]) => list.map((gloss) => ({ of, gloss })));
  // Each sense stands for a term of its own, so that a match tells which it was.
  for (const [at, { of, gloss }] of senses.entries()) {
    addGlosses(index, { ...term, id: String(at), glosses: { [of]: [gloss] } });
  }
  return (text) =>
    matches(text, index).map(({ start, end, terms: [first] }) => ({
      start,
      end,
      gloss: senses[Number(first)]?.gloss ?? '',
    }));
}

/**
 * The rendering of a place by those found beside it: the one that stands nearest to where the place stands in its own text.
 * `null` when none was found.
 *
 * @param share how far into its own text the place stands, 0 to 1
 * @param length of the text in which the renderings were found
 */
export function nearestRendering<R extends Rendering>(found: readonly R[], share: number, length: number): R | null {
  const away = ({ start }: Rendering): number => Math.abs(start / Math.max(1, length) - share);
  return found.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}
