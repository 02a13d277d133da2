import type { DatabaseSync } from 'node:sqlite';

type Sqlite = { DatabaseSync: typeof DatabaseSync };

/**
 * Opens a database. SQLite comes with Node; it is looked for only when a dictionary is used, so that a host without it runs.
 *
 * @throws Error where it is not there or the file is none
 */
export function openDatabase(path: string, readOnly: boolean): DatabaseSync {
  const sqlite = process.getBuiltinModule('node:sqlite') as Sqlite | undefined;
  if (sqlite === undefined) throw new Error('this host has no SQLite, which dictionaries are kept in');
  // What a file says of itself is not trusted: no functions of its schema run that could write.
  return new sqlite.DatabaseSync(path, { readOnly, allowExtension: false, enableDoubleQuotedStringLiterals: false });
}
