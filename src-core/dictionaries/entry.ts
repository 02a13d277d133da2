import { shown } from '#core/text/shown.ts';
import type { PartOfSpeech } from './part-of-speech.ts';

/** Why a record of a dictionary is left out. */
export type SkipCode =
  'no-headword' | 'no-gloss' | 'bad-record' | 'outside-file' | 'too-long' | 'unclosed-quote' | 'not-text' | 'cut-short';

/** A headword and what a dictionary says of it, in plain text. */
export interface DictionaryEntry {
  readonly headword: string;
  /** None where the dictionary only lists the word. */
  readonly senses: readonly string[];
  readonly partOfSpeech: PartOfSpeech | null;
  readonly pronunciation: string | null;
  /** BCP 47 tag of the headword; `null` where the dictionary as a whole is of one language. */
  readonly language: string | null;
  /** Other spellings that lead here. */
  readonly otherForms: readonly string[];
}

/** Where a reader puts what it reads. */
export interface EntrySink {
  entry: (entry: DictionaryEntry) => void;
  /** @param place `line 12`, `entry 3`, `byte 400` */
  skip: (code: SkipCode, place: string, detail: string) => void;
  /** Told of a record of a language that was not asked for. */
  otherLanguage: () => void;
}

/** Reads a dictionary that comes bit by bit. Never throws for what the file holds, except a `DictionaryError`. */
export interface DictionaryReader {
  push: (text: string) => void;
  /** Nothing more comes. */
  end: () => void;
}

/** The file as a whole cannot be read. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
  readonly code: 'bad-file' | 'too-large' | 'missing-file' | 'unknown-format' | 'nothing-found';

  constructor(code: DictionaryError['code'], message: string) {
    super(shown(message));
    this.code = code;
  }
}

/** Code units of the longest headword. */
const longestHeadword = 300;
/** Code units of the longest sense; what is beyond is cut off. */
const longestSense = 4000;
/** Senses and other forms of an entry that are kept. */
const mostSenses = 80;
const mostForms = 200;

/** An entry before it is looked at. */
export interface RawEntry {
  headword: string;
  senses: readonly string[];
  partOfSpeech?: PartOfSpeech | null;
  pronunciation?: string | null;
  language?: string | null;
  otherForms?: readonly string[];
  /** Whether it may be without senses, because the dictionary only lists words. */
  bare?: boolean;
}

/** Puts an entry into the sink, tidied; or says why it is left out. */
export function deliver(sink: EntrySink, place: string, raw: RawEntry): void {
  const headword = tidy(raw.headword);
  if (headword === '') {
    sink.skip('no-headword', place, raw.senses[0]?.slice(0, 60) ?? '');
    return;
  }
  if (headword.includes('\uFFFD')) {
    sink.skip('not-text', place, headword.slice(0, 60));
    return;
  }
  if (headword.length > longestHeadword) {
    sink.skip('too-long', place, headword.slice(0, 60));
    return;
  }
  const senses = distinct(raw.senses.map((sense) => shorten(tidy(sense)))).slice(0, mostSenses);
  if (senses.length === 0 && raw.bare !== true) {
    sink.skip('no-gloss', place, headword.slice(0, 60));
    return;
  }
  const spoken = tidy(raw.pronunciation ?? '').replace(/^[[/]|[\]/]$/gu, '');
  const forms = (raw.otherForms ?? []).map(tidy).filter((form) => form.length <= longestHeadword && form !== headword);
  sink.entry({
    headword,
    senses,
    partOfSpeech: raw.partOfSpeech ?? null,
    pronunciation: spoken === '' || spoken.length > 100 ? null : spoken,
    language: raw.language ?? null,
    otherForms: distinct(forms).slice(0, mostForms),
  });
}

/** One line, composed, without controls and white space around it. A half of a surrogate pair becomes U+FFFD. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function shorten(sense: string): string {
  return sense.length > longestSense ? `${sense.slice(0, longestSense).toWellFormed()}…` : sense;
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
