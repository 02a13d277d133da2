import { primaryTag } from '#core/language/primary-tag.ts';
import { deliver, type DictionaryReader, type EntrySink } from './entry.ts';
import { languageOfCode } from './languages.ts';
import { lineCutter } from './lines.ts';
import { partOfSpeech } from './part-of-speech.ts';

/** Code units of the longest line. The longest of the whole English Wiktionary has some 3 million. */
const longestLine = 8_000_000;

/** Forms with these tags are no words of a text. */
const notWords = new Set(['romanization', 'table-tags', 'inflection-template', 'class', 'canonical']);

/**
 * Reads an extract of Wiktionary as wiktextract writes it (kaikki.org), an entry as JSON a line. With a `source` the entries of
 * that language are taken, and from those of other languages their translations into it, turned round: of *government* with
 * the Kazakh үкімет an entry үкімет.
 *
 * @param source BCP 47 tag; `null` takes the entries of every language
 * @param target the language of the glosses; translations are turned round from this language only
 */
export function wiktionaryReader(sink: EntrySink, source: string | null, target: string | null): DictionaryReader {
  const lines = lineCutter(longestLine, (line, number) => {
    const place = `line ${number}`;
    if (line === null) {
      sink.skip('too-long', place, '');
      return;
    }
    if (line.trim() === '') return;
    const record = parse(line);
    if (record === null) sink.skip('bad-record', place, line.slice(0, 60));
    else readRecord(record, place, { sink, source, target });
  });
  return lines;
}

/** The languages of the headwords of some lines, the most frequent first. */
export function wiktionaryLanguages(sample: string): string[] {
  const counts = new Map<string, number>();
  for (const line of sample.split('\n')) {
    const code = languageOfCode(text(parse(line)?.['lang_code']));
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
}

type Fields = Readonly<Record<string, unknown>>;

interface Wanted {
  sink: EntrySink;
  source: string | null;
  target: string | null;
}

function parse(line: string): Fields | null {
  try {
    const value: unknown = JSON.parse(line);
    return fields(value);
  } catch {
    return null;
  }
}

function readRecord(record: Fields, place: string, { sink, source, target }: Wanted): void {
  const headword = text(record['word']);
  const code = languageOfCode(text(record['lang_code']));
  // Redirects and pages without a language are no entries.
  if (record['redirect'] !== undefined) return;
  if (code === null || headword === '') {
    sink.skip(code === null ? 'bad-record' : 'no-headword', place, headword || text(record['lang']));
    return;
  }
  if (source !== null && primaryTag(code) !== primaryTag(source)) {
    const fromTarget = target === null || primaryTag(code) === primaryTag(target);
    if (fromTarget) turnRound(record, headword, place, { sink, source });
    else sink.otherLanguage();
    return;
  }
  const translated = source === null || target === null ? [] : translations(record, target).map(({ word }) => word);
  const glosses = list(record['senses']).map((sense) => list(sense['glosses'], text).at(-1) ?? '');
  deliver(sink, place, {
    headword,
    senses: [...translated, ...glosses],
    partOfSpeech: partOfSpeech(text(record['pos'])),
    pronunciation:
      list(record['sounds'])
        .map(({ ipa }) => text(ipa))
        .find((ipa) => ipa !== '') ?? null,
    language: code,
    otherForms: list(record['forms'])
      .filter(({ tags }) => !list(tags, text).some((tag) => notWords.has(tag)))
      .map(({ form }) => text(form))
      .filter((form) => form !== '' && form !== '-' && form !== '—'),
  });
}

/** Entries from the translations of a word of another language. */
function turnRound(
  record: Fields,
  word: string,
  place: string,
  { sink, source }: { sink: EntrySink; source: string },
): void {
  const found = translations(record, source);
  if (found.length === 0) sink.otherLanguage();
  for (const { word: headword, sense } of found) {
    deliver(sink, place, {
      headword,
      senses: [sense === '' ? word : `${word} (${sense})`],
      partOfSpeech: partOfSpeech(text(record['pos'])),
      language: source,
    });
  }
}

/** Translations stand on the word, or on its senses. */
function translations(record: Fields, into: string): { word: string; sense: string }[] {
  const all = [record, ...list(record['senses'])].flatMap((holder) => list(holder['translations']));
  return all.flatMap((one) => {
    const code = languageOfCode(text(one['code']) || text(one['lang_code']));
    const word = text(one['word']);
    if (code === null || word === '' || primaryTag(code) !== primaryTag(into)) return [];
    return [{ word, sense: text(one['sense']) }];
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** The items of a list that are what they should be; none for what is no list. */
function list(value: unknown): Fields[];
function list(value: unknown, as: (item: unknown) => string): string[];
function list(value: unknown, as?: (item: unknown) => string): Fields[] | string[] {
  if (!Array.isArray(value)) return [];
  const items: unknown[] = value;
  return as === undefined
    ? items.map(fields).filter((item) => item !== null)
    : items.map(as).filter((item) => item !== '');
}
