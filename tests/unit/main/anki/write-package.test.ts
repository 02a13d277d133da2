import { DatabaseSync } from 'node:sqlite';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Card } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import { clozeNote, wordNote, type AnkiNote, type Example } from '#core/review/anki/note.ts';
import { clozeType, wordType } from '#core/review/anki/note-types.ts';
import { guessMapping, termsOfNotes, updatedTerm } from '#core/review/anki/to-terms.ts';
import { numberIn } from '#main/anki/protobuf.ts';
import { readPackage } from '#main/anki/read-package.ts';
import type { Scheduling } from '#main/anki/scheduling.ts';
import { writePackage } from '#main/anki/write-package.ts';
import { readZip } from '#main/container/read-zip.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const term = (id: string, more: Partial<Term> = {}): Term => ({
  id,
  kind: 'term',
  modified: '2026-11-20T06:00:00.000Z-0000-dev',
  language: 'kk',
  headword: `сөз-${id}`,
  category: 'word',
  glosses: { en: ['word', 'speech'] },
  notes: {},
  ...more,
});
const example: Example = {
  sentence: 'Бұл сөз-a еді.',
  range: [4, 9],
  aligned: 'This was a word.',
  source: 'Work · I',
  modified: '',
};
const cards = ['word', 'translation', 'cloze'].map((face): Card => ({
  id: `card-${face}`,
  kind: 'card',
  modified: '',
  subject: { type: 'term', term: 'a' },
  face: face as Card['face'],
  created: '2026-11-01T00:00:00.000Z',
  ...(face === 'translation' ? { suspended: true as const } : {}),
}));
const answered = (id: string, at: string, rating: number): Answer => ({
  id,
  kind: 'answer',
  modified: '',
  card: 'card-word',
  rating,
  at,
  took: 4000,
});
const scheduling: Scheduling = {
  cards: new Map(cards.map((card) => [card.id, card])),
  answers: new Map([
    [
      'card-word',
      [
        answered('2', '2026-11-10T10:10:00.000Z', 3),
        answered('1', '2026-11-10T10:00:00.000Z', 3),
        answered('3', '2026-11-13T10:00:00.000Z', 1),
        answered('4', '2026-11-13T10:10:00.000Z', 3),
      ],
    ],
  ]),
  retention: 0.9,
};
const asked = { language: 'en', deck: 'Egiz::Қазан', cards: ['card-word', 'card-translation'] };
const notes: AnkiNote[] = [
  wordNote(term('a'), example, asked),
  wordNote(term('b'), null, { ...asked, cards: [null, null] }),
  clozeNote(term('a'), example, { ...asked, cards: ['card-cloze'] }),
];

/** The collection of a package, with Anki's collation called by one that is here. */
async function opened(bytes: Uint8Array): Promise<DatabaseSync> {
  const collection = zstdDecompressSync(await (await readZip(bytes)).bytes('collection.anki21b'));
  const text = collection.toString('latin1').replaceAll('collate unicase', 'collate nocase ');
  const db = new DatabaseSync(':memory:');
  db.deserialize(Buffer.from(text, 'latin1'));
  return db;
}

describe('a package for Anki', () => {
  let bytes: Uint8Array;
  let db: DatabaseSync;
  const all = (sql: string): Record<string, unknown>[] =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  beforeAll(async () => {
    bytes = await writePackage(notes, scheduling, now);
    db = await opened(bytes);
  });
  afterAll(() => {
    db.close();
  });

  test('has the files of version 3, each stored', async () => {
    const zip = await readZip(bytes);
    expect([...zip.entries.keys()]).toEqual(['meta', 'collection.anki21b', 'collection.anki2', 'media']);
    expect([...zip.entries.values()].every(({ deflated }) => !deflated)).toBe(true);
    expect([...(await zip.bytes('meta'))]).toEqual([0x08, 0x03]);
    expect(zstdDecompressSync(await zip.bytes('media')).length).toBe(0);
  });

  test('is a sound database in schema 18, with the tables and indexes that Anki makes', () => {
    expect(all('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(all('select ver, dty, conf, models, decks from col')).toEqual([
      { ver: 18, dty: 0, conf: '', models: '', decks: '' },
    ]);
    expect(all("select name from sqlite_schema where type = 'table' order by name").map(({ name }) => name)).toEqual(
      'cards col config deck_config decks fields graves notes notetypes revlog tags templates'.split(' '),
    );
    expect(all("select count(*) count from sqlite_schema where type = 'index' and name like 'i%x_%'")).toEqual([
      { count: 15 },
    ]);
  });

  test("names are ordered by Anki's own collation", async () => {
    const raw = new DatabaseSync(':memory:');
    raw.deserialize(zstdDecompressSync(await (await readZip(bytes)).bytes('collection.anki21b')));
    const schema = raw.prepare('select group_concat(sql) sql from sqlite_schema').get()?.sql;
    raw.close();
    expect(schema).not.toContain('nocase');
    expect(String(schema).match(/name text not null collate unicase/gu)).toHaveLength(5);
  });

  test('note types have their fields and templates', () => {
    expect(all('select id, name from notetypes order by id')).toEqual([
      { id: wordType.id, name: 'Egiz Word' },
      { id: clozeType.id, name: 'Egiz Cloze' },
    ]);
    for (const type of [wordType, clozeType]) {
      const fields = all(`select name, ord from fields where ntid = ${String(type.id)} order by ord`);
      expect(fields.map(({ name }) => name)).toEqual(type.fields);
      const templates = all(`select name, config from templates where ntid = ${String(type.id)} order by ord`);
      expect(templates.map(({ name }) => name)).toEqual(type.templates.map(({ name }) => name));
      for (const [at, { config }] of templates.entries()) {
        expect(Buffer.from(config as Uint8Array).toString()).toContain(type.templates[at]?.back);
      }
    }
    const kinds = all('select config from notetypes order by id').map(({ config }) =>
      numberIn(config as Uint8Array, 1),
    );
    expect(kinds).toEqual([0, 1]);
  });

  test('decks are nested, and those above them are there', () => {
    expect(all('select name from decks order by id = 1 desc, name').map(({ name }) => name)).toEqual([
      'Default',
      'Egiz',
      'Egiz\u001FҚазан',
    ]);
    expect(all('select hex(kind) kind from decks limit 1')).toEqual([{ kind: '0A020801' }]);
    expect(all('select name from deck_config')).toEqual([{ name: 'Default' }]);
  });

  test('the configuration is that of the newest scheduler', () => {
    const config = Object.fromEntries(
      all('select key, val from config').map(({ key, val }) => [
        String(key),
        JSON.parse(Buffer.from(val as Uint8Array).toString()) as unknown,
      ]),
    );
    expect(config).toMatchObject({ schedVer: 2, sched2021: true, curDeck: 1, activeDecks: [1], rollover: 4 });
  });

  test('notes have their fields, tags, GUID and time', () => {
    const [first] = all("select * from notes where guid = 'egiz:word:a'");
    expect(first).toMatchObject({
      mid: wordType.id,
      mod: Date.parse('2026-11-20T06:00:00Z') / 1000,
      tags: ' egiz word ',
      flds: ['сөз-a', 'word; speech', 'Бұл <b>сөз-a</b> еді.', 'This was a word.', 'Work · I', ''].join('\u001F'),
      sfld: 'сөз-a',
    });
  });

  test('every template makes a card, in the deck of its note', () => {
    expect(all('select n.guid, c.ord from cards c join notes n on n.id = c.nid order by guid, ord')).toEqual([
      { guid: 'egiz:cloze:a', ord: 0 },
      { guid: 'egiz:word:a', ord: 0 },
      { guid: 'egiz:word:a', ord: 1 },
      { guid: 'egiz:word:b', ord: 0 },
      { guid: 'egiz:word:b', ord: 1 },
    ]);
    expect(all('select distinct d.name from cards c join decks d on d.id = c.did')).toEqual([
      { name: 'Egiz\u001FҚазан' },
    ]);
  });

  test('a card that was answered comes when Egiz would ask it, with what FSRS knows', () => {
    const [card] = all("select c.* from cards c join notes n on n.id = c.nid where n.guid = 'egiz:word:a' and ord = 0");
    const [{ crt } = { crt: 0 }] = all('select crt from col');
    expect(card).toMatchObject({ type: 2, queue: 2, reps: 4, lapses: 1, factor: 2500, left: 0 });
    const dueDay = Number(crt) + Number(card?.due) * 86_400;
    expect(dueDay).toBeGreaterThan(Date.parse('2026-11-13T10:00:00Z') / 1000);
    expect(Number(card?.ivl)).toBeGreaterThan(0);
    const data = JSON.parse(String(card?.data)) as { s: number; d: number; dr: number };
    expect(data.dr).toBe(0.9);
    expect(data.s).toBeGreaterThan(0);
    expect(data.d).toBeGreaterThan(1);
  });

  test('cards that were never answered are new, and those put aside stay aside', () => {
    expect(all("select type, queue from cards c join notes n on n.id = c.nid where n.guid = 'egiz:word:b'")).toEqual([
      { type: 0, queue: 0 },
      { type: 0, queue: 0 },
    ]);
    expect(
      all("select queue from cards c join notes n on n.id = c.nid where n.guid = 'egiz:word:a' and ord = 1"),
    ).toEqual([{ queue: -1 }]);
  });

  test('the log has every answer at its time', () => {
    expect(all('select id, ease, time, type from revlog order by id')).toEqual([
      { id: Date.parse('2026-11-10T10:00:00.000Z'), ease: 3, time: 4000, type: 0 },
      { id: Date.parse('2026-11-10T10:10:00.000Z'), ease: 3, time: 4000, type: 0 },
      { id: Date.parse('2026-11-13T10:00:00.000Z'), ease: 1, time: 4000, type: 1 },
      { id: Date.parse('2026-11-13T10:10:00.000Z'), ease: 3, time: 4000, type: 2 },
    ]);
    expect(all('select distinct cid from revlog')).toHaveLength(1);
    expect(all('select ivl from revlog where id = (select min(id) from revlog)')[0]?.ivl).toBeLessThan(0);
  });

  test('without the log all cards are new', async () => {
    const other = await opened(await writePackage(notes, null, now));
    expect(other.prepare('select count(*) count from revlog').get()?.count).toBe(0);
    expect(other.prepare('select count(*) count from cards where type = 0 and queue = 0').get()?.count).toBe(5);
    other.close();
  });

  test('an older Anki finds one note that says what is needed', async () => {
    const stub = new DatabaseSync(':memory:');
    stub.deserialize(await (await readZip(bytes)).bytes('collection.anki2'));
    expect(stub.prepare('select ver from col').get()?.ver).toBe(11);
    expect(stub.prepare('select flds from notes').get()?.flds).toContain('Anki 2.1.50');
    expect(stub.prepare('pragma integrity_check').get()?.integrity_check).toBe('ok');
    stub.close();
  });
});

describe('exporting again', () => {
  const rows = async (list: readonly AnkiNote[]): Promise<Record<string, unknown>[]> => {
    const db = await opened(await writePackage(list, null, now));
    const found = db.prepare('select id, guid, mod, flds from notes order by id').all();
    db.close();
    return found.map((row) => ({ ...row }));
  };

  test('gives the same bytes for the same notes', async () => {
    expect(await writePackage(notes, scheduling, now)).toEqual(await writePackage(notes, scheduling, now));
  });

  test('an edited gloss keeps id and GUID, and is newer', async () => {
    const edited = wordNote(
      term('a', { glosses: { en: ['utterance'] }, modified: '2026-11-22T06:00:00.000Z-0000-dev' }),
      example,
      asked,
    );
    const [before] = await rows([notes[0] as AnkiNote]);
    const [after] = await rows([edited]);
    expect(after).toMatchObject({ id: before?.id, guid: before?.guid });
    expect(Number(after?.mod)).toBeGreaterThan(Number(before?.mod));
    expect(after?.flds).toContain('utterance');
  });
});

describe('importing what was exported', () => {
  test('gives the same terms', async () => {
    const terms = new Map(['a', 'b'].map((id) => [id, term(id)]));
    const { types, left } = await readPackage(await writePackage(notes, scheduling, now));
    expect(left).toBe(0);
    expect(types.map(({ name }) => name)).toEqual(['Egiz Word', 'Egiz Cloze']);
    expect(types[0]?.notes[0]?.decks).toEqual(['Egiz::Қазан']);
    for (const type of types) {
      const said = termsOfNotes(type.notes, guessMapping(type));
      expect(said.length).toBeGreaterThan(0);
      for (const one of said) {
        const from = terms.get(one.id ?? '') as Term;
        expect(updatedTerm(from, one, 'en')).toBe(from);
      }
    }
  });
});
