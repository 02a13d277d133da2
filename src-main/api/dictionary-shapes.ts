import type { SkipCode } from '#core/dictionaries/entry.ts';
import type { DictionaryFormat } from '#core/dictionaries/format.ts';
import type { PartOfSpeech } from '#core/dictionaries/part-of-speech.ts';
import type { PhraseReading } from '#core/language/analyse.ts';
import type { Analysis } from '#core/language/transducer/analysis.ts';

/** Records left out for one reason: how many, and where the first of them stand. */
export interface Skipped {
  code: SkipCode;
  count: number;
  /** `line 12`, `entry 3`, `byte 400`; at most ten. */
  examples: { place: string; detail: string }[];
}

/** What an import did. */
export interface ImportReport {
  /** Entries, or arcs of an analyser. */
  entries: number;
  skipped: Skipped[];
  /** Records of languages that were not asked for. */
  otherLanguages: number;
  /** Entries by the language of their headwords, BCP 47; at most 20 languages. */
  languages: Record<string, number>;
  /** Milliseconds. */
  duration: number;
}

/** A dictionary of the library. */
export interface DictionaryInfo {
  id: string;
  name: string;
  format: DictionaryFormat;
  /** BCP 47 tag of the headwords; `null` where they are of several languages. */
  source: string | null;
  /** That of the glosses; `null` where it is not known. */
  target: string | null;
  entries: number;
  /** When it was brought, ISO 8601. */
  imported: string;
  /** Whether it is asked. */
  enabled: boolean;
  /** On the disk. */
  bytes: number;
  report: ImportReport;
}

/** `GET /api/dictionaries`, in the order in which they are asked. */
export interface DictionaryList {
  dictionaries: DictionaryInfo[];
}

/** `PATCH /api/dictionaries/:id`: what is left out stays as it is. */
export interface DictionaryEdit {
  name?: string | undefined;
  target?: string | undefined;
  enabled?: boolean | undefined;
  /** Its place in the order, from 0. */
  position?: number | undefined;
}

/** What an import needs to know that its files may not say. */
export interface ImportSettings {
  name: string;
  source: string | null;
  target: string | null;
}

/** `GET /api/dictionaries/imports/:job`: what the uploaded files are, and their first entries. */
export interface ImportPreview extends ImportSettings {
  format: DictionaryFormat;
  /** Languages that the file has headwords in, where it says so. */
  languages: string[];
  samples: { headword: string; partOfSpeech: PartOfSpeech | null; senses: string[] }[];
}

/** A line of `POST /api/dictionaries/imports/:job/start`. */
export type ImportLine =
  | { type: 'job'; job: string }
  /** `share` is 0 to 1. */
  | { type: 'progress'; share: number; entries: number; skipped: number }
  | { type: 'done'; dictionary: DictionaryInfo }
  | { type: 'cancelled' }
  | { type: 'failed'; code: ImportFailure; message: string };

/** Why nothing could be imported. */
export type ImportFailure =
  | 'unknown-format'
  | 'missing-file'
  | 'nothing-found'
  | 'bad-file'
  | 'too-large'
  | 'disk-full'
  | 'no-permission'
  | 'write-failed'
  | 'internal';

/** An entry that a form may belong to. */
export interface FoundEntry {
  headword: string;
  partOfSpeech: PartOfSpeech | null;
  pronunciation: string | null;
  /** Plain text; none where the dictionary only lists the word. */
  senses: string[];
  /** How the form is made from the headword; `null` where the form is the headword, or a spelling that the dictionary gives. */
  reading: PhraseReading | null;
}

/** `POST /api/dictionaries/lookup {language, form}` */
export interface Lookup {
  /** Those that have something, in the reader's order. */
  dictionaries: { id: string; name: string; target: string | null; entries: FoundEntry[] }[];
  /** What an analyser says of the form's last word; none where none was brought for the language. */
  analyses: Analysis[];
  /** How many dictionaries of the language were asked. */
  asked: number;
}
