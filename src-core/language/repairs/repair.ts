/** Why a place in a text looks damaged. */
export type RepairKind = 'lookalike' | 'encoding';

/** A damaged word and what it should probably be, in UTF-16 code units. Nothing is changed until a reader agrees. */
export interface Repair {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly proposed: string;
  /** `lookalike`: Latin letters in a Cyrillic word. `encoding`: Kazakh letters read as if they were of another encoding. */
  readonly kind: RepairKind;
}
