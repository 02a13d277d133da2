import type { Weights } from './weights.ts';

/** Kinds of evidence, as they are kept in typed arrays. */
export const kind = { number: 0, word: 1, cognate: 2, concept: 3, term: 4, shape: 5, learned: 6 } as const;

/** How likely a partner of each kind is there, by kind. */
export function presence(weights: Weights): readonly number[] {
  return [weights.number, weights.word, weights.cognate, weights.concept, weights.term, weights.shape, weights.learned];
}

/** What the absence of a partner costs, by kind. */
export function absence(weights: Weights): readonly number[] {
  return [
    weights.numberMissing,
    weights.wordMissing,
    weights.cognateMissing,
    weights.conceptMissing,
    weights.termMissing,
    weights.shapeMissing,
    weights.learnedMissing,
  ];
}
