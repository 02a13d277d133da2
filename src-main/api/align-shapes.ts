import type { Change } from '#core/records/change.ts';
import type { RealignPreview } from '#core/alignment/realign/preview.ts';

/**
 * A line of `POST /api/works/:work/align` (newline-delimited JSON). The first names the job, by which `DELETE
 * /api/works/:work/align/:job` ends it; the last is neither that nor progress.
 */
export type AlignLine =
  | { type: 'job'; job: string }
  /** `share` is 0 to 1. */
  | { type: 'progress'; share: number }
  /** What would change, and the change that does it: nothing is stored until it is sent as one. */
  | { type: 'done'; change: Change; preview: RealignPreview }
  | { type: 'cancelled' }
  /** `changed`: texts or beads are others than when it began, so that the answer would not fit. */
  | { type: 'failed'; code: 'changed' | 'internal'; message: string };

/** `DELETE /api/works/:work/align/:job`; `false` when it was over already. */
export interface AlignCancelled {
  cancelled: boolean;
}
