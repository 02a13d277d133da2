import type { Repair } from '#core/language/repairs/repair.ts';

/** A damaged word with what stands around it, in UTF-16 code units. */
export interface RepairPlace extends Repair {
  paragraph: string;
  /** The word with up to 60 code units on either side, and where it stands in that. */
  excerpt: string;
  at: number;
}

/** `GET /api/works/:work/repairs?edition=`: the words of a Kazakh edition that look damaged. */
export interface Repairs {
  edition: string;
  /** In the order of the text, the first 20,000. */
  places: RepairPlace[];
  /** All of them. */
  total: number;
}
