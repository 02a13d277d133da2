import type { Finding } from '#core/alignment/checks/finding.ts';
import type { LengthModel } from '#core/alignment/checks/lengths.ts';

/** What the checks say of an alignment. */
export interface CheckedAlignment {
  /** In the order of the beads; those that were waved through are left out. */
  findings: Finding[];
  /** How many were waved through. */
  waived: number;
  /** Beads with both sides: those that were looked at. */
  beads: number;
  /** What lengths were judged by: with it a view can check a bead that is being edited the same way (`checkBead`). */
  lengths: LengthModel;
}

/** A line of `POST /api/works/:work/checks` (newline-delimited JSON); the last is no progress. */
export type CheckLine =
  | { type: 'progress'; share: number }
  | { type: 'checked'; checked: CheckedAlignment }
  | { type: 'failed'; message: string };
