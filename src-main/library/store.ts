import type { Change } from '#core/records/change.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Problem, Stored } from '#main/api/shapes.ts';

/** The records of one folder: a work's, or the top of the library (`Store<LibraryRecords>`). */
export interface Store<State = WorkRecords> {
  /** What is there, joined and normalised, tombstones left out. A value: it never changes, ask again after a change. */
  state(): State;
  /** A record as it stands in `state()`, or `null`. */
  get(id: string): AnyRecord | null;
  /**
   * Stores a change; answered once it is on disk. The answer has the change's records as they stand now, stamped, and
   * those that follow from it: beads, sections or paragraphs which `normalise` altered, those that went with `deleted`.
   *
   * @throws LibraryError read-only, disk-full, no-permission, write-failed or bad-request; nothing is stored then
   */
  apply(change: Change): Promise<Stored>;
  /** The joined records by id, as they are stored: tombstones included, nothing derived. */
  joined(): ReadonlyMap<string, AnyRecord>;
  /**
   * Joins records that come from elsewhere, stamps and all; what they replace stays in the history. They are on the disk when
   * this returns. Whoever calls it has checked that they belong here and that their kinds fit what stands here.
   *
   * @throws LibraryError read-only, disk-full, no-permission or write-failed
   */
  absorb(records: Iterable<AnyRecord>): Promise<void>;
  /** Every stored version of a record, the newest first; empty when there never was one. */
  history(id: string): Promise<AnyRecord[]>;
  /** What could not be read in this folder. */
  problems(): Problem[];
}
