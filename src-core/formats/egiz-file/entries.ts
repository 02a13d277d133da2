import { harmIn } from '#core/records/harmless.ts';
import { readRecord } from '#core/records/read.ts';
import { type AnyRecord, type Kind, schemaVersion } from '#core/records/schema.ts';
import { EgizFileError } from './egiz-file-error.ts';

/** The entries at the top of a `.egiz` file, as at the top of a library. */
const topEntries: Readonly<Record<string, readonly Kind[]>> = {
  'glossary.json': ['term', 'rejection'],
  'review.json': ['card', 'answer'],
  'settings.json': ['palette'],
};
/** Those in the folder of its work. Their names say only which kinds they hold; whose they are the records say. */
const workEntries: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [/^work\.json$/u, ['work', 'edition']],
  [/^editions\/[^/]+\.json$/u, ['section', 'paragraph']],
  [/^alignments\/[^/]+\.json$/u, ['bead']],
  [/^annotations\.json$/u, ['annotation', 'mismatch', 'waiver']],
];
/** Records that there is one of in a library have these ids; nothing else may have them. */
const singleIds = new Set(['display', 'palette', 'study']);

/** Where the records of an entry belong: to the work, or to the top of a library; and which kinds it may hold. */
export interface EntryPlace {
  readonly part: 'work' | 'top';
  readonly kinds: readonly Kind[];
}

/** What an entry of a `.egiz` file is; `null` for one that this version does not know. */
export function entryPlace(name: string, work: string): EntryPlace | null {
  const top = Object.hasOwn(topEntries, name) ? topEntries[name] : undefined;
  if (top !== undefined) return { part: 'top', kinds: top };
  const folder = `works/${work}/`;
  if (!name.startsWith(folder)) return null;
  const found = workEntries.find(([pattern]) => pattern.test(name.slice(folder.length)));
  return found === undefined ? null : { part: 'work', kinds: found[1] };
}

/**
 * The records of an entry, each checked: a file is taken whole or not at all.
 *
 * @throws EgizFileError naming the entry and the record
 */
export function readEntry(name: string, text: string, { kinds }: EntryPlace): AnyRecord[] {
  return listOf(name, text).map((value, at) => {
    const number = at + 1;
    const harm = harmIn(value);
    if (harm !== null) {
      const what = harm === 'nesting' ? 'it is nested too deep' : `it has a field ${harm}`;
      throw new EgizFileError('unsafe', what, name, number);
    }
    const read = readRecord(value);
    if ('fault' in read) throw new EgizFileError('bad-record', read.fault, name, number);
    const { record } = read;
    if (!kinds.includes(record.kind)) {
      throw new EgizFileError(
        'bad-record',
        `a ${record.kind} does not belong here, only ${kinds.join(', ')}`,
        name,
        number,
      );
    }
    if (singleIds.has(record.id) && record.id !== record.kind) {
      throw new EgizFileError('unsafe', `a ${record.kind} must not be called ${record.id}`, name, number);
    }
    return record;
  });
}

function listOf(name: string, text: string): unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new EgizFileError('bad-record', 'it is not JSON', name);
  }
  if (typeof value !== 'object' || value === null || !('records' in value) || !Array.isArray(value.records)) {
    throw new EgizFileError('bad-record', 'it has no list of records', name);
  }
  const version = 'egiz' in value ? value.egiz : null;
  if (typeof version === 'number' && version > schemaVersion) {
    throw new EgizFileError('newer', `it was written by a newer Egiz (version ${String(version)})`, name);
  }
  return value.records;
}
