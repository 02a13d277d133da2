import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DictionaryEntry } from '#core/dictionaries/entry.ts';
import { keyOf } from '#core/dictionaries/keys.ts';
import { partsOfSpeech, type PartOfSpeech } from '#core/dictionaries/part-of-speech.ts';
import type { Language } from '#core/language/language.ts';
import { openDatabase } from './sqlite.ts';

/** Entries that are written before the disk is told. */
const batch = 20_000;

/** Writes the index of a dictionary: entries, and by what they are found. It is of use only once `finish` has returned. */
export class EntryWriter {
  readonly #database: DatabaseSync;
  readonly #entry: StatementSync;
  readonly #spelling: StatementSync;
  readonly #languageOf: (tag: string | null) => Language;
  #written = 0;

  /** @param languageOf whose rules a headword of this tag is filed by; `null` is the dictionary's own */
  constructor(path: string, languageOf: (tag: string | null) => Language) {
    this.#languageOf = languageOf;
    this.#database = openDatabase(path, false);
    // The file lies in a folder that is thrown away unless the whole import ends well, so nothing need survive a crash.
    this.#database.exec(`
      PRAGMA journal_mode = MEMORY;
      PRAGMA synchronous = OFF;
      PRAGMA cache_size = -16000;
      PRAGMA temp_store = FILE;
      CREATE TABLE entries (
        id INTEGER PRIMARY KEY, headword TEXT NOT NULL, part TEXT, pronunciation TEXT, language TEXT, senses TEXT NOT NULL
      ) STRICT;
      CREATE TABLE spellings (key TEXT NOT NULL, entry INTEGER NOT NULL, given INTEGER NOT NULL) STRICT;
      BEGIN;
    `);
    this.#entry = this.#database.prepare('INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)');
    this.#spelling = this.#database.prepare('INSERT INTO spellings VALUES (?, ?, ?)');
  }

  /** Adds an entry. @param id a number that no other entry has */
  add(entry: DictionaryEntry, id: number): void {
    const { headword, partOfSpeech, pronunciation, language, senses, otherForms } = entry;
    this.#entry.run(id, headword, partOfSpeech, pronunciation, language, JSON.stringify(senses));
    this.#file(headword, language, id, 0);
    for (const form of otherForms) this.#file(form, language, id, 1);
    if (++this.#written % batch === 0) this.#database.exec('COMMIT; BEGIN');
  }

  /** Files an entry under another spelling of the dictionary's own language. */
  addSpelling(spelling: string, id: number): void {
    this.#file(spelling, null, id, 1);
  }

  /** Sorts what was added. @throws the system's error when it cannot be written */
  finish(): void {
    this.#database.exec('COMMIT; CREATE INDEX by_key ON spellings (key, entry, given); ANALYZE;');
    this.#database.close();
  }

  /** Lets go of the file without making it of use. */
  discard(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #file(spelling: string, language: string | null, id: number, given: 0 | 1): void {
    const key = keyOf(spelling, this.#languageOf(language));
    if (key !== '') this.#spelling.run(key, id, given);
  }
}

/** An entry as the index has it. */
export interface IndexedEntry {
  headword: string;
  partOfSpeech: PartOfSpeech | null;
  pronunciation: string | null;
  senses: string[];
  /** It was found by a spelling that the dictionary gives for it, not by its headword. */
  given: boolean;
}

/** Entries that are looked at for a form. */
const mostEntries = 200;

/** Finds entries by their keys (see `keyOf`), without holding them in memory. */
export class EntryIndex {
  readonly #database: DatabaseSync;
  readonly #find: StatementSync;

  /** @throws Error when the file is no index */
  constructor(path: string) {
    this.#database = openDatabase(path, true);
    this.#database.exec('PRAGMA trusted_schema = OFF; PRAGMA cache_size = -2000;');
    // A library may come from elsewhere: what is asked must be tables, not views that could ask anything without end.
    const [other] = this.#database.prepare("SELECT name FROM sqlite_schema WHERE type NOT IN ('table', 'index')").all();
    if (other !== undefined) {
      this.#database.close();
      throw new Error(`${path} is no index of a dictionary`);
    }
    // CROSS JOIN keeps SQLite to this order, so that the first keys come first.
    this.#find = this.#database.prepare(`
      SELECT e.headword, e.part, e.pronunciation, e.senses, min(s.given) AS given
      FROM json_each(?) AS k CROSS JOIN spellings AS s ON s.key = k.value CROSS JOIN entries AS e ON e.id = s.entry
      WHERE e.language IS NULL OR e.language = ? OR e.language LIKE ? || '-%'
      GROUP BY e.id ORDER BY min(k.key) LIMIT ${mostEntries}
    `);
  }

  /** The entries of any of the keys, those of the first keys first. @param primary the language's tag without script and region */
  find(keys: readonly string[], primary: string): IndexedEntry[] {
    return this.#find.all(JSON.stringify(keys), primary, primary).map((row) => ({
      headword: String(row['headword']),
      partOfSpeech: partsOfSpeech.find((part) => part === row['part']) ?? null,
      pronunciation: typeof row['pronunciation'] === 'string' ? row['pronunciation'] : null,
      senses: readSenses(row['senses']),
      given: row['given'] === 1,
    }));
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

function readSenses(value: unknown): string[] {
  const senses: unknown = JSON.parse(String(value));
  return Array.isArray(senses) ? senses.filter((sense) => typeof sense === 'string') : [];
}
