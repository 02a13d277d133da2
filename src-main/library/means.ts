import type { Kind } from '#core/records/schema.ts';
import type { Backups } from './backup.ts';
import type { FolderReader } from './folder-reader.ts';
import type { History } from './history.ts';
import type { Quarantine } from './quarantine.ts';

/** What the records of a folder are read and kept with. */
export interface Means {
  /** The library's real path. */
  root: string;
  /** The folder's absolute path, and the same inside the library, ending in `/` (empty: the library itself). */
  folder: string;
  prefix: string;
  /** The kinds of records that belong here. */
  kinds: readonly Kind[];
  device: string;
  reader: FolderReader;
  history: History;
  backups: Backups;
  quarantine: Quarantine;
  /** Whether this process may write here. */
  writable: () => boolean;
  /** Told when a newer Egiz wrote one of the files (a path inside the library). */
  newer: (version: number, file: string) => void;
  /** Milliseconds since 1970. */
  now: () => number;
}
