/** Terms found in running text, in UTF-16 code units: from the start of the first word to the end of the last. */
export interface TermPlace {
  readonly start: number;
  readonly end: number;
  /** Ids of the terms with this headword or gloss, in the order in which they were given: usually one. */
  readonly terms: readonly string[];
}

/** The terms that mark a place of a text, and those that could. */
export interface Match extends TermPlace {
  /**
   * What was put aside for this match because it shares a word with it: үкімет in Уақытша үкімет, or a headword of which the
   * same form holds less. The longest first, as they would have won; one that crosses two matches is among both's.
   */
  readonly others: readonly TermPlace[];
}

/** What could be a match, by the numbers of its first and last words. */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly place: TermPlace;
}

const none: readonly TermPlace[] = [];

/**
 * Of candidates in the order of their first words, those that stand: the longest win, of equals the one given first.
 *
 * @param words how many words the text has
 */
export function longestFirst(candidates: readonly Candidate[], words: number): Match[] {
  if (candidates.every(({ first }, at) => at === 0 || (candidates[at - 1]?.last ?? first) < first)) {
    return candidates.map(({ place }) => ({ ...place, others: none }));
  }
  /** By word, the match that takes it. */
  const takers = Array.from({ length: words }, (): Standing | null => null);
  const found: Standing[] = [];
  const aside: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => lengthOf(b) - lengthOf(a) || a.first - b.first)) {
    const { first, last, place } = candidate;
    if (takers.slice(first, last + 1).some((taker) => taker !== null)) {
      aside.push(candidate);
      continue;
    }
    const match: Standing = { ...place, others: none };
    found.push(match);
    for (let word = first; word <= last; word++) takers[word] = match;
  }
  // Only now: a shorter match that came later may share a word with it as well.
  for (const { first, last, place } of aside) {
    for (const taker of new Set(takers.slice(first, last + 1))) {
      if (taker !== null) taker.others = [...taker.others, place];
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** A match whose others are being gathered. */
interface Standing extends TermPlace {
  others: readonly TermPlace[];
}

function lengthOf({ place }: Candidate): number {
  return place.end - place.start;
}
