import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { join as joined } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { readJournal } from './journal-line.ts';
import { isWorkId, listFolder } from './paths.ts';
import { readSnapshot } from './snapshot.ts';

/** The kinds that a list of works shows, as they stand in a line of a journal. */
const listed = ['"kind":"work"', '"kind":"edition"', '"kind":"reading"'];

/** The ids of the works of a library, deleted ones included: the folders in `works/` that have the name of a work. */
export async function workIds(root: string): Promise<string[]> {
  const entries = await listFolder(root, join(root, 'works'));
  return entries.filter(({ name, type }) => type === 'folder' && isWorkId(name)).map(({ name }) => name);
}

/**
 * A work's own record, its editions and readings, without opening the work or reading its texts. `null` when its record is
 * nowhere to be found: then only opening the work tells what can be shown of it.
 */
export async function glance(root: string, id: string): Promise<WorkRecords | null> {
  const folder = join(root, 'works', id);
  const sets: AnyRecord[][] = [];
  for (const name of await names(root, folder, '.json')) {
    // Annotations can be many, and their copies are told by their names.
    if (name.startsWith('annotations')) continue;
    const text = readSnapshot(await readFile(join(folder, name)));
    if ('records' in text) sets.push(text.records);
  }
  for (const name of await names(root, join(folder, 'journal'), '.jsonl')) {
    const { lines } = readJournal(await readFile(join(folder, 'journal', name)), listed);
    sets.push(...lines.map(({ put }) => put));
  }
  const records = joined(...sets);
  for (const [key, { kind }] of records) {
    if (kind !== 'work' && kind !== 'edition' && kind !== 'reading') records.delete(key);
  }
  return [...records.values()].some(({ kind }) => kind === 'work') ? normalise(id, records) : null;
}

async function names(root: string, folder: string, ending: string): Promise<string[]> {
  const entries = await listFolder(root, folder);
  return entries.filter(({ name, type }) => type === 'file' && name.endsWith(ending)).map(({ name }) => name);
}
