import type { DatabaseSync } from 'node:sqlite';
import { messageOf } from '#main/message-of.ts';
import { PackageError } from './package-error.ts';
import { sqlite } from './sqlite.ts';

const magic = Buffer.from('SQLite format 3\0');
/** Anki's own collation, which is not here, and one that is, of the same length. */
const unicase = /collate unicase/giu;
const standIn = 'collate nocase ';
/** Offsets of the versions of the file format for writing and reading; 2 means a log beside the file, which is not there. */
const formatVersions = [18, 19];
/** Longest text or row, in bytes. */
const longestValue = 64 * 1024 * 1024;

/** What a collection may be asked: columns of tables, and these functions. */
const functions = new Set(['length', 'typeof', 'cast', 'count']);

/**
 * Opens the bytes of a collection that anyone may have made, in memory: no file is touched, nothing is written, and what runs
 * by itself (views, triggers, virtual tables, functions in the schema) refuses the collection.
 *
 * @throws PackageError
 */
export function openCollection(bytes: Uint8Array): DatabaseSync {
  if (!magic.equals(bytes.subarray(0, magic.length))) {
    throw new PackageError('damaged', 'the collection is no SQLite database');
  }
  const { constants, DatabaseSync: Database } = sqlite();
  const db = new Database(':memory:', {
    allowExtension: false,
    enableForeignKeyConstraints: false,
    limits: { length: longestValue, attach: 0, triggerDepth: 0, exprDepth: 20, sqlLength: 10_000 },
  });
  try {
    db.deserialize(readable(bytes));
    db.exec('pragma trusted_schema = off; pragma cell_size_check = on; pragma query_only = on');
    const found = db.prepare(`select type, name, sql from sqlite_schema`).all();
    const running = found.find(({ type, sql }) => type === 'view' || type === 'trigger' || isVirtual(sql));
    if (running !== undefined) {
      throw new PackageError('unsafe', `the collection has a ${String(running.type)} that would run by itself`);
    }
    db.setAuthorizer((action, _first, second) => {
      if (action === constants.SQLITE_SELECT || action === constants.SQLITE_READ) return constants.SQLITE_OK;
      const isKnown = action === constants.SQLITE_FUNCTION && functions.has(second ?? '');
      return isKnown ? constants.SQLITE_OK : constants.SQLITE_DENY;
    });
    return db;
  } catch (error) {
    db.close();
    throw asPackageError(error);
  }
}

function isVirtual(sql: unknown): boolean {
  return typeof sql === 'string' && /^\s*create\s+virtual/iu.test(sql);
}

/** A copy that SQLite opens here: without a log beside it, and with a collation that it has. */
function readable(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  for (const at of formatVersions) copy[at] = 1;
  for (const { index } of copy.toString('latin1').matchAll(unicase)) copy.write(standIn, index, 'latin1');
  return copy;
}

/** What SQLite says of a collection, as an error of ours. */
export function asPackageError(error: unknown): PackageError {
  if (error instanceof PackageError) return error;
  const message = messageOf(error);
  return new PackageError('damaged', `the collection is damaged: ${message.replace(/\p{Cc}/gu, ' ').slice(0, 200)}`, {
    cause: error,
  });
}
