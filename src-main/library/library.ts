import type { AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords } from '#core/records/state.ts';
import type { Event, Problem, ReadOnly, WorkEntry } from '#main/api/shapes.ts';
import { OpenLibrary } from './open-library.ts';
import type { Store } from './store.ts';

export { LibraryError } from './error.ts';
export type { Store } from './store.ts';

export interface LibraryOptions {
  /** What a lock names this process by: `Egiz 0.1.0`. */
  program: string;
  /** Folders of libraries that come with the program; their works stand in this one as well. */
  corpora?: string[];
  /** What tells this computer from the others that share the folder; by default found from the system. */
  machine?: string;
  /** Milliseconds since 1970; `Date.now` by default. */
  now?: () => number;
  /** Whether changes from outside are noticed; by default they are. */
  watch?: boolean;
}

export interface Library {
  /** The folder's real path. */
  readonly folder: string;
  /** This device's id in this library. */
  readonly device: string;
  /** Why nothing can be stored, or `null`. May become `newer` when a work is opened. */
  readonly readOnly: ReadOnly | null;
  /** What could not be read so far, of the library and the works opened. */
  problems(): Problem[];
  /** The works that are not deleted, by id. Reads no texts. */
  works(): Promise<WorkEntry[]>;
  /** Terms, display and palette. */
  readonly top: Store<LibraryRecords>;
  /** The records of a work; a deleted one can still be opened. @throws LibraryError not-found */
  work(id: string): Promise<Store>;
  /**
   * Stores a new work, all of it or nothing.
   *
   * @param records of the work
   * @param stamps whether they are stamped now, or keep the stamps that they bring from another library
   * @throws LibraryError bad-request when there is such a work already; what `Store.apply` throws
   */
  create(id: string, records: readonly AnyRecord[], stamps?: 'new' | 'kept'): Promise<Store>;
  /** Calls `listener` with what happens from now on, until the function returned is called. */
  subscribe(listener: (event: Event) => void): () => void;
  /** Writes snapshots and backups and releases the lock. Changes are refused afterwards. */
  close(): Promise<void>;
}

/**
 * Opens the library in `folder`, which is made when it is not there. Where another process has it open, or a newer Egiz wrote
 * it, it can be read only.
 *
 * @throws LibraryError no-permission, disk-full or write-failed when there is no such folder and none can be made
 */
export function openLibrary(folder: string, options: LibraryOptions): Promise<Library> {
  return OpenLibrary.open(folder, options);
}
