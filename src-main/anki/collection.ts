import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { fieldText } from '#core/review/anki/html.ts';
import type { AnkiNote } from '#core/review/anki/note.ts';
import { noteTypes } from '#core/review/anki/note-types.ts';
import { deckCommon, deckConfig, deckKind, fieldConfig, notetypeConfig, templateConfig } from './messages.ts';
import { cardTimes, firstDay, newCard, type Scheduling } from './scheduling.ts';
import { ownCollation, tables11, tables18 } from './schema.ts';
import { sqlite } from './sqlite.ts';

/** Stands for "changed here, not yet synchronised". */
const unsynchronised = -1;
/** When the note types were last changed, in seconds since 1970; raised with them, so that Anki takes them over. */
const typesChanged = 1_763_856_000;
/** Ids are milliseconds in Anki, and must not lie in the future; it moves on those that are taken. */
const firstId = 1_000_000_000_000;
const idSpan = 400_000_000_000;

/**
 * A collection of Anki in schema 18 with the notes, as the bytes of an SQLite database. Ids follow from GUIDs and the names of
 * decks, so that the same notes give the same collection.
 *
 * @param scheduling `null`: all cards are new
 * @param now milliseconds since 1970
 */
export function writeCollection(notes: readonly AnkiNote[], scheduling: Scheduling | null, now: number): Uint8Array {
  // Not defensive, since the schema itself is written once. Nothing from outside is run.
  const db = new (sqlite().DatabaseSync)(':memory:', { defensive: false });
  try {
    db.exec(tables18);
    db.exec('begin');
    const created = firstDay(scheduling, now);
    fillCollection(db, notes, created);
    fillTypes(db);
    const decks = fillDecks(db, notes);
    fillNotes(db, notes, decks, scheduling, created);
    db.exec('commit');
    db.exec(ownCollation);
    return db.serialize();
  } finally {
    db.close();
  }
}

function fillCollection(db: DatabaseSync, notes: readonly AnkiNote[], created: number): void {
  const changed = notes.reduce((newest, { modified }) => Math.max(newest, modified), typesChanged) * 1000;
  db.prepare(`insert into col values (1, ?, ?, ?, 18, 0, 0, 0, '', '', '', '', '')`).run(
    Math.floor(created / 1000),
    changed,
    changed,
  );
  const config = {
    activeDecks: [1],
    curDeck: 1,
    nextPos: notes.length + 1,
    sortType: 'noteFld',
    schedVer: 2,
    sched2021: true,
    rollover: 4,
    creationOffset: new Date(created).getTimezoneOffset(),
  };
  const insert = db.prepare('insert into config values (?, 0, 0, ?)');
  for (const [key, value] of Object.entries(config)) insert.run(key, Buffer.from(JSON.stringify(value)));
  db.prepare('insert into deck_config values (1, ?, 0, 0, ?)').run('Default', deckConfig);
}

function fillTypes(db: DatabaseSync): void {
  const types = db.prepare('insert into notetypes values (?, ?, ?, ?, ?)');
  const fields = db.prepare('insert into fields values (?, ?, ?, ?)');
  const templates = db.prepare('insert into templates values (?, ?, ?, ?, ?, ?)');
  for (const type of noteTypes) {
    types.run(type.id, type.name, typesChanged, unsynchronised, notetypeConfig(type));
    type.fields.forEach((name, at) => fields.run(type.id, at, name, fieldConfig(at)));
    type.templates.forEach((template, at) => {
      const config = templateConfig(template, at);
      templates.run(type.id, at, template.name, typesChanged, unsynchronised, config);
    });
  }
}

/** Writes the decks and those above them. Gives the ids by name. */
function fillDecks(db: DatabaseSync, notes: readonly AnkiNote[]): Map<string, number> {
  const names = new Set(['Default']);
  for (const { deck } of notes) {
    const parts = deck.split('::');
    parts.forEach((_, at) => names.add(parts.slice(0, at + 1).join('::')));
  }
  const ids = new Ids();
  const byName = new Map([...names].map((name) => [name, name === 'Default' ? 1 : ids.of(`deck ${name}`)]));
  const insert = db.prepare('insert into decks values (?, ?, 0, ?, ?, ?)');
  for (const [name, id] of byName) {
    insert.run(id, name.replaceAll('::', '\u001F'), unsynchronised, deckCommon, deckKind);
  }
  return byName;
}

function fillNotes(
  db: DatabaseSync,
  notes: readonly AnkiNote[],
  decks: ReadonlyMap<string, number>,
  scheduling: Scheduling | null,
  created: number,
): void {
  const noteIds = new Ids();
  const cardIds = new Ids();
  const logged = new Set<number>();
  const insertNote = db.prepare('insert into notes values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)');
  const insertCard = db.prepare('insert into cards values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)');
  const insertLog = db.prepare('insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  notes.forEach((note, at) => {
    const id = noteIds.of(note.guid);
    const { guid, type, modified, fields } = note;
    const first = fieldText(fields[0] ?? '');
    const tags = note.tags.length === 0 ? '' : ` ${note.tags.join(' ')} `;
    insertNote.run(
      id,
      guid,
      type.id,
      modified,
      unsynchronised,
      tags,
      fields.join('\u001F'),
      first,
      checksum(first),
      '',
    );
    type.templates.forEach((_, ord) => {
      const own = note.cards[ord] ?? null;
      const { times, log } =
        own === null || scheduling === null
          ? { times: newCard(at + 1), log: [] }
          : cardTimes(own, scheduling, at + 1, created);
      const cid = cardIds.of(`${guid} ${String(ord)}`);
      const { type: stage, queue, due, ivl, factor, reps, lapses, left, data } = times;
      const deck = decks.get(note.deck) ?? 1;
      insertCard.run(
        cid,
        id,
        deck,
        ord,
        modified,
        unsynchronised,
        stage,
        queue,
        due,
        ivl,
        factor,
        reps,
        lapses,
        left,
        data,
      );
      for (const review of log) {
        let time = review.at;
        // The moment is the id: of two answers in one millisecond the second moves on.
        while (logged.has(time)) time += 1;
        logged.add(time);
        const { ease, lastIvl, factor: difficulty, time: took, type: kind } = review;
        insertLog.run(time, cid, unsynchronised, ease, review.ivl, lastIvl, difficulty, took, kind);
      }
    });
  });
}

/** Ids that follow from a text; the next free one where two texts give the same. */
class Ids {
  readonly #taken = new Set<number>();

  of(text: string): number {
    const [high = 0, low = 0] = new Uint32Array(
      new Uint8Array(createHash('sha256').update(text).digest()).buffer,
      0,
      2,
    );
    let id = firstId + ((high * 2 ** 21 + (low >>> 11)) % idSpan);
    while (this.#taken.has(id)) id += 1;
    this.#taken.add(id);
    return id;
  }
}

/** Anki's checksum of a first field: the first 32 bits of the SHA-1 of its text. */
function checksum(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}

/** What a program finds in a package that does not know the newest form: one note, in schema 11, that says so. */
export function writeStub(): Uint8Array {
  const db = new (sqlite().DatabaseSync)(':memory:');
  try {
    db.exec(tables11);
    const text = 'This package needs Anki 2.1.50 or newer.';
    const id = firstId;
    const model = {
      id,
      name: 'Basic',
      type: 0,
      mod: typesChanged,
      usn: 0,
      sortf: 0,
      did: 1,
      tmpls: [
        {
          name: 'Card 1',
          ord: 0,
          qfmt: '{{Front}}',
          afmt: '{{Back}}',
          bqfmt: '',
          bafmt: '',
          did: null,
          bfont: '',
          bsize: 0,
        },
      ],
      flds: ['Front', 'Back'].map((name, ord) => ({
        name,
        ord,
        sticky: false,
        rtl: false,
        font: 'Arial',
        size: 20,
        media: [],
      })),
      css: '',
      latexPre: '',
      latexPost: '',
      req: [[0, 'any', [0]]],
      tags: [],
      vers: [],
    };
    const counts = { newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] };
    const deck = {
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      desc: '',
      dyn: 0,
      collapsed: false,
      conf: 1,
      ...counts,
      extendNew: 0,
      extendRev: 0,
    };
    const options = {
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1, perDay: 20 },
      rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
      lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    };
    const conf = { activeDecks: [1], curDeck: 1, nextPos: 2, sortType: 'noteFld', sortBackwards: false, schedVer: 2 };
    db.prepare('insert into col values (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)').run(
      typesChanged,
      typesChanged * 1000,
      typesChanged * 1000,
      JSON.stringify(conf),
      JSON.stringify({ [id]: model }),
      JSON.stringify({ 1: deck }),
      JSON.stringify({ 1: options }),
      '{}',
    );
    db.prepare('insert into notes values (?, ?, ?, ?, 0, ?, ?, ?, ?, 0, ?)').run(
      id,
      'egiz:stub',
      id,
      typesChanged,
      '',
      `${text}\u001F`,
      text,
      checksum(text),
      '',
    );
    db.prepare('insert into cards values (?, ?, 1, 0, ?, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, ?)').run(
      id,
      id,
      typesChanged,
      '',
    );
    return db.serialize();
  } finally {
    db.close();
  }
}
