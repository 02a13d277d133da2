/** A place of a term, in its sentence, with what stands beside it. */
export interface ConcordanceLine {
  edition: string;
  paragraph: string;
  /** In the paragraph, UTF-16 code units. */
  start: number;
  end: number;
  sentence: string;
  /** Where the term begins in the sentence. */
  at: number;
  /** The sentences of the other edition that stand beside it, each with the renderings of the term in it. */
  beside: { paragraph: string; start: number; text: string; renderings: [start: number, end: number][] }[];
  /** The gloss that renders it there; `null` when none of the term's glosses stands in the aligned paragraphs. */
  rendering: string | null;
}

/** `POST /api/works/:work/concordance {term, beside}`: every place of a term in a work. */
export interface Concordance {
  total: number;
  /** All of them in text order, the first 1,000. */
  places: { paragraph: string; start: number; end: number }[];
  /** The glosses that render it and how often, the most frequent first; without an edition beside, none. */
  renderings: { gloss: string | null; count: number }[];
  /** In text order, those that were asked for. */
  lines: ConcordanceLine[];
  /** How many lines there are of what was asked for. */
  of: number;
}
