import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { longestField, type ForeignNote, type ForeignNotes, type ForeignType } from '#core/review/anki/foreign.ts';
import { fieldText } from '#core/review/anki/html.ts';
import { asPackageError, openCollection } from './open-collection.ts';
import { PackageError } from './package-error.ts';

/** Most notes that are read, and most text of all of them together in UTF-16 code units. */
const mostNotes = 100_000;
const mostText = 50_000_000;
/** Longest row of a note that is looked at, in characters of HTML. */
const longestRow = 400_000;
/** From this schema on, note types and decks have tables of their own. */
const withTables = 15;
const newestSchema = 18;

/** In the older schemas note types and decks are JSON, by id. */
const models = z.record(
  z.string(),
  z.object({ name: z.string(), flds: z.array(z.object({ name: z.string(), ord: z.number().optional() })) }),
);
const decks11 = z.record(z.string(), z.object({ name: z.string() }));

interface Names {
  /** The names of note types by id, and those of their fields. */
  types: Map<string, { name: string; fields: string[] }>;
  decks: Map<string, string>;
}

/**
 * The notes of a collection of Anki, of any schema from 11 to 18, as text: note types with their fields, tags, decks.
 *
 * @throws PackageError
 */
export function readCollection(bytes: Uint8Array): ForeignNotes {
  const db = openCollection(bytes);
  try {
    const schema = Number(db.prepare('select ver from col').get()?.ver);
    if (!Number.isInteger(schema) || schema < 11) throw new PackageError('damaged', 'the collection states no schema');
    if (schema > newestSchema) {
      throw new PackageError(
        'newer',
        `the collection has the schema ${String(schema)}; at most ${newestSchema} is read`,
      );
    }
    return readNotes(db, schema < withTables ? oldNames(db) : newNames(db));
  } catch (error) {
    throw asPackageError(error);
  } finally {
    db.close();
  }
}

function oldNames(db: DatabaseSync): Names {
  const row = db.prepare('select models, decks from col').get();
  const types = models.parse(JSON.parse(text(row?.models)));
  const decks = decks11.parse(JSON.parse(text(row?.decks)));
  return {
    types: new Map(
      Object.entries(types).map(([id, { name, flds }]) => {
        const inOrder = flds.toSorted((a, b) => (a.ord ?? 0) - (b.ord ?? 0));
        return [id, { name: fieldText(name), fields: inOrder.map((field) => fieldText(field.name)) }];
      }),
    ),
    decks: new Map(Object.entries(decks).map(([id, { name }]) => [id, name])),
  };
}

function newNames(db: DatabaseSync): Names {
  const types: Names['types'] = new Map();
  for (const { id, name } of db.prepare('select cast(id as text) id, name from notetypes not indexed').iterate()) {
    types.set(text(id), { name: fieldText(text(name)), fields: [] });
  }
  const fields = db.prepare('select cast(ntid as text) id, name from fields order by ntid, ord');
  for (const { id, name } of fields.iterate()) types.get(text(id))?.fields.push(fieldText(text(name)));
  const decks = new Map<string, string>();
  for (const { id, name } of db.prepare('select cast(id as text) id, name from decks not indexed').iterate()) {
    decks.set(text(id), text(name).replaceAll('\u001F', '::'));
  }
  return { types, decks };
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new PackageError('damaged', 'the collection has no text where one belongs');
  return value;
}

function readNotes(db: DatabaseSync, { types, decks }: Names): ForeignNotes {
  const decksOf = deckNames(db, decks);
  const found = new Map<string, ForeignNote[]>();
  let left = 0;
  let count = 0;
  let length = 0;
  const rows = db.prepare(
    `select cast(id as text) id, guid, cast(mid as text) mid, tags,
     case when length(flds) <= ${String(longestRow)} then flds end flds from notes not indexed`,
  );
  for (const { id, guid, mid, tags, flds } of rows.iterate()) {
    const type = types.get(String(mid));
    if (type === undefined || typeof flds !== 'string' || count >= mostNotes || length > mostText) {
      left += 1;
      continue;
    }
    const fields = flds.split('\u001F').slice(0, type.fields.length).map(fieldText);
    if (fields.some((field) => field.length > longestField)) {
      left += 1;
      continue;
    }
    count += 1;
    length += flds.length;
    const notes = found.get(String(mid)) ?? [];
    found.set(String(mid), notes);
    notes.push({
      guid: typeof guid === 'string' && guid !== '' ? guid.slice(0, 1000) : null,
      fields,
      tags: typeof tags === 'string' ? tags.split(/\s+/u).filter((tag) => tag !== '') : [],
      decks: decksOf(String(id)),
    });
  }
  const read = [...found].map(([id, notes]): ForeignType => {
    const { name, fields } = types.get(id) ?? { name: '', fields: [] };
    return { id, name, fields, notes };
  });
  return { types: read.toSorted((a, b) => b.notes.length - a.notes.length), left };
}

/** The names of the decks in which a note has cards. */
function deckNames(db: DatabaseSync, names: ReadonlyMap<string, string>): (note: string) => string[] {
  const found = new Map<string, Set<string>>();
  const rows = db.prepare('select cast(nid as text) nid, cast(did as text) did from cards not indexed');
  for (const { nid, did } of rows.iterate()) {
    const name = names.get(String(did));
    if (name === undefined) continue;
    const held = found.get(String(nid));
    if (held === undefined) found.set(String(nid), new Set([name]));
    else held.add(name);
  }
  return (note) => [...(found.get(note) ?? [])];
}
