/**
 * Every number that the aligner weighs evidence by. Scores are natural logarithms of how much likelier a bead makes what is
 * seen than chance does. `bench/tune-align.ts` tunes these on folders of texts whose alignment is known.
 */
export interface Weights {
  /** Log prior of a bead of this shape against 1-1; of both directions (1-2 is also 2-1). */
  readonly oneToTwo: number;
  readonly oneToThree: number;
  /** 1-4 and 1-5. */
  readonly oneToMany: number;
  readonly twoToTwo: number;
  /** 2-3 and 3-2. */
  readonly twoToThree: number;
  /** Two neighbours that stand the other way round on the other side. */
  readonly crossing: number;
  /** Log prior of a unit without counterpart after one that has one, and after another that has none. */
  readonly nullFirst: number;
  readonly nullNext: number;
  /** Standard deviation of the log ratio of lengths: of units of any length, and what shortness adds, at one code unit. */
  readonly lengthSpread: number;
  readonly lengthShortness: number;
  /** Log density of a length ratio among units that are not counterparts, and the least that lengths can say. */
  readonly lengthChance: number;
  readonly lengthFloor: number;
  /** What all evidence from words and signs is multiplied by: it is less independent than adding it up supposes. */
  readonly evidenceScale: number;
  /** How much of the chance of finding a partner among several units is taken off: 1 is all of it. */
  readonly spanDiscount: number;
  /** The least share of units that a word is thought to occur in by chance: it limits what one word can say. */
  readonly rarest: number;
  /** How likely a partner is there, and what its absence costs where it occurs nearby, by kind of evidence. */
  readonly number: number;
  readonly numberMissing: number;
  readonly word: number;
  readonly wordMissing: number;
  readonly cognate: number;
  readonly cognateMissing: number;
  readonly concept: number;
  readonly conceptMissing: number;
  readonly term: number;
  readonly termMissing: number;
  readonly shape: number;
  readonly shapeMissing: number;
  readonly learned: number;
  readonly learnedMissing: number;
  /** What a number costs that the other text has nowhere, and any word without known partner there. */
  readonly numberNowhere: number;
  readonly wordNowhere: number;
  /** How alike two words of different spelling must be to count as cognates, 0 to 1. */
  readonly cognateLeast: number;
  /** Occurrences that a learned pair is supposed to have missed: the higher, the more often a pair must be seen. */
  readonly learnedDoubt: number;
  /** A bead is worth its probability less this when the course is chosen; of units without counterpart less the second. */
  readonly beadCost: number;
  readonly nullCost: number;
  /**
   * For confidence: what all scores are multiplied by, what each unit beyond one takes off a bead's log odds, and what is added to all so
   * that of beads with a confidence that share is right.
   */
  readonly doubtScale: number;
  readonly doubtPerUnit: number;
  readonly doubtRestored: number;
}

/**
 * Tuned on news in Kazakh-English and Kazakh-Russian and on mountaineers' yearbooks in German-French: the mean of five runs, two of
 * which saw half of the texts only. The weights of the glossary are set by hand, as low as concepts.
 */
export const defaultWeights: Weights = {
  oneToTwo: -2.1,
  oneToThree: -4.03,
  oneToMany: -4.41,
  twoToTwo: -3.41,
  twoToThree: -5.39,
  crossing: -6.3,
  nullFirst: -3.37,
  nullNext: -0.932,
  lengthSpread: 0.163,
  lengthShortness: 1.2,
  lengthChance: -1.68,
  lengthFloor: -5.11,
  evidenceScale: 0.395,
  spanDiscount: 0.456,
  rarest: 0.00755,
  number: 0.605,
  numberMissing: 0.897,
  word: 0.899,
  wordMissing: 1.4,
  cognate: 0.487,
  cognateMissing: 0.384,
  concept: 0.743,
  conceptMissing: 0.219,
  term: 0.7,
  termMissing: 0.165,
  shape: 0.466,
  shapeMissing: 0.234,
  learned: 0.249,
  learnedMissing: 0.118,
  numberNowhere: 0.266,
  wordNowhere: 0.0952,
  cognateLeast: 0.626,
  learnedDoubt: 2.09,
  beadCost: 0.4,
  nullCost: 0.323,
  doubtScale: 0.5,
  doubtPerUnit: 0.3,
  doubtRestored: 1,
};
