import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { SideName } from '#core/alignment/edits/state.ts';

export const checkNames = ['numbers', 'untranslated', 'punctuation', 'terms', 'lengths'] as const;
export type CheckName = (typeof checkNames)[number];

/** What is wrong, as a key that a view translates with the finding's values. */
export type FindingText =
  /** A number or date (`value`) of the source is not in the target, or the other way round. */
  | 'numbers.missing'
  | 'numbers.added'
  /** A sentence of the source has no counterpart in the target, or the other way round; the target is the source's text. */
  | 'untranslated.missing'
  | 'untranslated.added'
  | 'untranslated.same'
  /** The end has no punctuation where the source's has some, or has it where the source's has none; a mark (`value`) stands twice; a bracket or quotation mark has no partner. */
  | 'punctuation.missing'
  | 'punctuation.added'
  | 'punctuation.doubled'
  | 'punctuation.unpaired'
  /** The term (`value`) has glosses in the target's language, none of which is there. */
  | 'terms.missing'
  /** `factor` times as long, or as short, as the work's other beads lead to expect. */
  | 'lengths.long'
  | 'lengths.short';

/** A place in a paragraph of the bead, in UTF-16 code units. */
export interface FindingRange {
  readonly side: SideName;
  readonly paragraph: string;
  readonly start: number;
  readonly end: number;
}

/** Something in a bead that a person should look at. */
export interface Finding {
  readonly check: CheckName;
  /** The id of the bead. */
  readonly bead: string;
  /** Ids of the paragraphs that it is about: of one side, where it is about that side only. */
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** Where to look; none where it is about the whole bead. */
  readonly ranges: readonly FindingRange[];
  readonly text: FindingText;
  readonly values: Readonly<Record<string, string | number>>;
  /** `warning`: likely a mistake. `hint`: worth a look. */
  readonly severity: 'warning' | 'hint';
  /** What a waiver remembers of it. */
  readonly finding: string;
}

/** A paragraph as checks see it. */
export interface CheckedText {
  readonly id: string;
  readonly text: string;
  /** Left out, it is running text. */
  readonly type?: Paragraph['type'];
}

/** A bead with the texts of its paragraphs, in order. */
export interface CheckedBead {
  readonly bead: Pick<Bead, 'id' | 'source' | 'target' | 'sentences'>;
  readonly source: readonly CheckedText[];
  readonly target: readonly CheckedText[];
}
