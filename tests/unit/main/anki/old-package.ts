import { DatabaseSync } from 'node:sqlite';
import { rawZip } from '../container/raw-zip.ts';

/** A note as another program would have it: HTML fields. */
export interface OldNote {
  guid: string;
  fields: readonly string[];
  tags?: string;
}

/** The shape that programs other than Anki write: schema 11, all of its tables, note types and decks as JSON. */
export function oldCollection(fields: readonly string[], notes: readonly OldNote[], more = ''): Uint8Array {
  const db = new DatabaseSync(':memory:');
  db.exec(`
    create table col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer,
      ls integer, conf text, models text, decks text, dconf text, tags text);
    create table notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text,
      sfld text, csum integer, flags integer, data text);
    create table cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer, type integer,
      queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer,
      odid integer, flags integer, data text);
    create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer,
      factor integer, time integer, type integer);
    create table graves (usn integer, oid integer, type integer);
    create index ix_notes_usn on notes (usn);
  `);
  const models = { 1342: { id: 1342, name: 'Vocabulary', type: 0, flds: fields.map((name, ord) => ({ name, ord })) } };
  const decks = { 1: { id: 1, name: 'Default' }, 77: { id: 77, name: 'Kazakh::Lesson 1' } };
  db.prepare("insert into col values (1, 0, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')").run(
    JSON.stringify(models),
    JSON.stringify(decks),
  );
  notes.forEach(({ guid, fields: values, tags = '' }, at) => {
    db.prepare("insert into notes values (?, ?, 1342, 0, 0, ?, ?, '', 0, 0, '')").run(
      at + 1,
      guid,
      tags,
      values.join('\u001F'),
    );
    db.prepare("insert into cards values (?, ?, 77, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, '')").run(at + 1, at + 1);
  });
  if (more !== '') db.exec(more);
  const bytes = db.serialize();
  db.close();
  return bytes;
}

/** A package of such a collection, as `collection.anki2` or `collection.anki21`. */
export function oldPackage(collection: Uint8Array, name = 'collection.anki2'): Buffer {
  return rawZip([
    { name, data: collection, method: 8 },
    { name: 'media', data: '{"0": "cat.jpg"}' },
    { name: '0', data: 'not a picture' },
  ]);
}
