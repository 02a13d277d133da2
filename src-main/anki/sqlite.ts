import type { constants, DatabaseSync } from 'node:sqlite';

interface Sqlite {
  DatabaseSync: typeof DatabaseSync;
  constants: typeof constants;
}

/**
 * SQLite, which comes with Node. It is looked for only when a collection is written or read, so that a host without it runs.
 *
 * @throws Error where it is not there, or is too old to work in memory
 */
export function sqlite(): Sqlite {
  const found = process.getBuiltinModule('node:sqlite') as Sqlite | undefined;
  if (found === undefined || !('deserialize' in found.DatabaseSync.prototype)) {
    throw new Error('this host has no SQLite that works in memory (Node 24.16), in which Anki keeps its cards');
  }
  return found;
}
