import { delimiterOf, readTable, type Delimiter } from '#core/glossary/table.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import { deliver, type DictionaryReader, type EntrySink } from './entry.ts';
import { languageNamed } from './languages.ts';
import { lineCutter } from './lines.ts';
import { partOfSpeech } from './part-of-speech.ts';
import { hasMarkup, plainText, sensesOf } from './plain-text.ts';

/** Code units of the longest line. */
const longestLine = 1_000_000;
/** Lines that are looked at to tell the delimiter and the columns. */
const linesToTell = 20;
/** Lines that a quoted cell may have. */
const mostQuotedLines = 200;

/** What stands in which column, from 0. */
export interface TableColumns {
  delimiter: Delimiter;
  /** Whether the first row names the columns. */
  header: boolean;
  headword: number;
  gloss: number;
  partOfSpeech: number | null;
  /** BCP 47 tags, where the header says so. */
  source: string | null;
  target: string | null;
  /** Every language that a column is in. */
  languages: string[];
}

const headwordNames = new Set(
  'headword word term lemma entry front source сөз атау реестр слово термин заголовок'.split(' ').concat('бас сөз'),
);
const glossNames = new Set(
  'gloss glosses translation translations definition definitions meaning meanings sense back target аударма мағына мағынасы анықтама перевод значение определение толкование'.split(
    ' ',
  ),
);
const partNames = new Set(['pos', 'part of speech', 'category', 'сөз табы', 'часть речи']);

/**
 * The columns of a table by its first lines: by a header of names or languages, else the headword first and the gloss next to it,
 * behind a column of parts of speech where there is one.
 *
 * @param source language of the headwords that the reader wants, where columns have languages; so `target`
 */
export function tableColumns(start: string, source: string | null = null, target: string | null = null): TableColumns {
  const text = start
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .filter((line) => !line.startsWith('#'))
    .slice(0, linesToTell)
    .join('\n');
  const delimiter = delimiterOf(text);
  const { rows } = readTable(text, delimiter);
  const names = (rows[0]?.cells ?? []).map((cell) => cell.normalize('NFC').trim().toLowerCase());
  const languages = names.map(languageNamed);
  const headword = names.findIndex((name) => headwordNames.has(name));
  const gloss = names.findIndex((name) => glossNames.has(name.replace(/[_ ].*$/u, '')));
  const parts = names.findIndex((name) => partNames.has(name));
  const known = languages.filter((tag) => tag !== null);
  if (known.length >= 2) return byLanguages(delimiter, languages, source, target, parts);
  if (headword >= 0 || gloss >= 0) {
    const own = headword < 0 ? (gloss === 0 ? 1 : 0) : headword;
    // A header may name the headword by `word` and the gloss by its language.
    const byTag = languages.findIndex((tag, at) => tag !== null && at !== own);
    const other = gloss >= 0 ? gloss : byTag >= 0 ? byTag : names.findIndex((_, at) => at !== own && at !== parts);
    const tagged = languages[other] ?? null;
    return {
      delimiter,
      header: true,
      headword: own,
      gloss: other,
      partOfSpeech: parts < 0 ? null : parts,
      source: languages[own] ?? null,
      target: tagged,
      languages: known,
    };
  }
  const body = rows.map(({ cells }) => cells);
  const second = body.filter((cells) => cells.length > 2 && partOfSpeech(cells[1] ?? '') !== null);
  const hasParts = second.length > body.length / 2;
  return {
    delimiter,
    header: false,
    headword: 0,
    gloss: hasParts ? 2 : 1,
    partOfSpeech: hasParts ? 1 : null,
    source: null,
    target: null,
    languages: [],
  };
}

function byLanguages(
  delimiter: Delimiter,
  languages: readonly (string | null)[],
  source: string | null,
  target: string | null,
  parts: number,
): TableColumns {
  const find = (tag: string | null, but: number): number =>
    tag === null
      ? -1
      : languages.findIndex((one, at) => one !== null && at !== but && primaryTag(one) === primaryTag(tag));
  const first = (but: number): number => languages.findIndex((one, at) => one !== null && at !== but);
  const wanted = find(source, -1);
  const headword = wanted >= 0 ? wanted : first(-1);
  const other = find(target, headword);
  const gloss = other >= 0 ? other : first(headword);
  return {
    delimiter,
    header: true,
    headword,
    gloss,
    partOfSpeech: parts < 0 ? null : parts,
    source: languages[headword] ?? null,
    target: languages[gloss] ?? null,
    languages: languages.filter((tag) => tag !== null),
  };
}

/** Reads a table of headwords and glosses: TSV or CSV, quoted or not, with or without a header. Senses are parted by `;`. */
export function tableReader(sink: EntrySink, source: string | null, target: string | null): DictionaryReader {
  let waiting: { line: string; number: number }[] | null = [];
  let columns: TableColumns | null = null;
  /** Lines of a quoted cell that is not closed yet. */
  let open: { line: string; number: number }[] = [];
  let first = true;

  const row = (cells: readonly string[], number: number): void => {
    if (columns === null || cells.every((cell) => cell.trim() === '')) return;
    const isHeader = first && columns.header;
    first = false;
    if (!isHeader) readRow(sink, columns, cells, `line ${number}`);
  };
  const line = (text: string, number: number): void => {
    if (columns === null) return;
    const { delimiter } = columns;
    if (open.length === 0 && !text.includes('"')) {
      row(text.split(delimiter), number);
      return;
    }
    open.push({ line: text, number });
    const { rows, unclosed } = readTable(open.map((one) => one.line).join('\n'), delimiter);
    const whole = (unclosed[0] ?? open.length + 1) - 1;
    const from = open[0]?.number ?? number;
    open = open.slice(whole);
    for (const { cells, line: at } of rows) if (at <= whole) row(cells, from + at - 1);
    if (open.length > mostQuotedLines) giveUp();
  };
  /** A quotation mark that never closes: its line is left out, what follows is read anew. */
  const giveUp = (): void => {
    const [bad, ...rest] = open;
    open = [];
    if (bad !== undefined) sink.skip('unclosed-quote', `line ${bad.number}`, bad.line.slice(0, 60));
    for (const { line: text, number } of rest) line(text, number);
  };
  const begin = (): void => {
    const lines = waiting ?? [];
    waiting = null;
    columns = tableColumns(lines.map((one) => one.line).join('\n'), source, target);
    for (const { line: text, number } of lines) line(text, number);
  };
  const cutter = lineCutter(longestLine, (text, number) => {
    if (text === null) sink.skip('too-long', `line ${number}`, '');
    else if (first && text.startsWith('#')) return;
    else if (waiting === null) line(text, number);
    else if (waiting.push({ line: text, number }) >= linesToTell) begin();
  });
  return {
    push: cutter.push,
    end: () => {
      cutter.end();
      if (waiting !== null) begin();
      while (open.length > 0) giveUp();
    },
  };
}

function readRow(sink: EntrySink, columns: TableColumns, cells: readonly string[], place: string): void {
  const headword = cells[columns.headword] ?? '';
  deliver(sink, place, {
    headword: hasMarkup(headword) ? plainText(headword) : headword,
    senses: cellSenses(cells[columns.gloss] ?? '', headword),
    partOfSpeech: columns.partOfSpeech === null ? null : partOfSpeech(cells[columns.partOfSpeech] ?? ''),
  });
}

/** The senses of a cell: its lines, parted at semicolons that are not inside brackets. `\n` is a line's end, as in tab files of StarDict. */
function cellSenses(cell: string, headword: string): string[] {
  const lines = cell.replaceAll(String.raw`\n`, '\n');
  const text = hasMarkup(lines) ? plainText(lines) : lines;
  return sensesOf(text, headword).flatMap(partsOf);
}

function partsOf(line: string): string[] {
  if (!line.includes(';')) return [line];
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0) {
      found.push(line.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, line.slice(start)];
}
