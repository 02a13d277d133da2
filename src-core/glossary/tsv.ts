import { languageTag } from '#core/records/record.ts';
import { termCategories, termLevels, type Term } from '#core/records/term.ts';
import {
  columnNamed,
  guessedColumns,
  isHeader,
  isReserved,
  nameOf,
  scriptLanguage,
  split,
  withHeadword,
  type Column,
} from './columns.ts';
import { asText, fromText } from './formula.ts';
import type { ReadProblem } from './read-problem.ts';
import { readTable, writeTable, type Delimiter, type Row } from './table.ts';

/** A term as a file has it: what the library adds is missing. */
export interface TermContent {
  language: Term['language'];
  headword: Term['headword'];
  category: Term['category'];
  glosses: Term['glosses'];
  notes: Term['notes'];
  level?: Term['level'];
  /** What Egiz has no field for. */
  [column: string]: unknown;
}

/** A table as it was read, and what its columns are taken to hold. */
export interface TermsTable {
  /** Of the columns, as the file names them; `null` where the file has no line that names them. */
  header: readonly string[] | null;
  columns: readonly Column[];
  rows: readonly Row[];
  /** Of headwords whose row does not say. */
  language: string;
  problems: readonly ReadProblem[];
}

/** What a table may leave open. */
export interface TableLanguages {
  /** Of headwords, where neither row nor column say. */
  headwords: string;
  /** Of glosses and notes, where neither their column nor its letters say. */
  own: string;
}

/**
 * Terms as a table with a header, in the order given: headword, language, category, the level where one has any, a column of
 * glosses and one of notes by language, then the text fields that Egiz does not know. `readTerms` reads the same terms back.
 */
export function writeTerms(terms: readonly TermContent[], delimiter: Delimiter = '\t'): string {
  const columns: Column[] = [
    'headword',
    'language',
    'category',
    ...(terms.some(({ level }) => level !== undefined) ? (['level'] as const) : []),
    ...tagsOf(terms.map((term) => term.glosses)).map((tag): Column => `gloss:${tag}`),
    ...tagsOf(terms.map((term) => term.notes)).map((tag): Column => `note:${tag}`),
    ...otherFields(terms).map((name): Column => `field:${name}`),
  ];
  const rows = terms.map((term) => columns.map((column) => cellOf(term, column)));
  const table = [columns.map(nameOf), ...rows];
  // What is written for spreadsheets must not do anything there.
  return writeTable(delimiter === '\t' ? table : table.map((cells) => cells.map(asText)), delimiter);
}

function cellOf(term: TermContent, column: Column): string {
  const [holds, tag] = split(column);
  if (holds === 'gloss') return (term.glosses[tag] ?? []).map(escapeSense).join('; ');
  if (holds === 'note') return term.notes[tag] ?? '';
  const value = term[holds === 'field' ? tag : holds];
  return typeof value === 'string' ? value : '';
}

/**
 * Reads terms from a table with a header: `headword`, `category`, `language`, `level`, a column of glosses by language (`en`,
 * `gloss_deu`; several senses separated by `;`, a semicolon inside a sense as `\;`), notes (`note_kk`). Other columns become
 * fields of the same name. A row without a headword is left out and named; what else cannot be read is named and the rest of
 * the row kept. `language` is that of headwords whose row does not say.
 */
export function readTerms(
  text: string,
  language = 'kk',
  delimiter: Delimiter = '\t',
): { terms: TermContent[]; problems: ReadProblem[] } {
  const languages = { headwords: language, own: 'en' };
  const { columns, rows, language: told, problems } = readTermsTable(text, delimiter, languages, true);
  const read = termsOf(rows, columns, told);
  return { terms: read.terms, problems: [...problems, ...read.problems].toSorted((a, b) => a.line - b.line) };
}

/**
 * Reads a table and what its header says of its columns.
 *
 * @param named whether the first line names the columns; `null`: told by whether it does so in names that are known. What
 *   the columns of a table without names hold is guessed from what stands in them.
 */
export function readTermsTable(
  text: string,
  delimiter: Delimiter,
  languages: TableLanguages,
  named: boolean | null,
): TermsTable {
  const { rows: written, unclosed } = readTable(text, delimiter);
  const all =
    delimiter === '\t'
      ? written
      : written.map(({ line, cells }) => ({ line, cells: cells.map((cell) => fromText(cell)) }));
  // Excel's own note of the delimiter.
  const rows = /^sep=.?$/iu.test(all[0]?.cells.join(delimiter) ?? '') ? all.slice(1) : all;
  const problems: ReadProblem[] = unclosed.map((line) => ({ line, code: 'unclosed-quote', detail: '"' }));
  const [header, ...body] = rows;
  if (header !== undefined && !(named ?? isHeader(header.cells))) {
    const columns = guessedColumns(rows.map(({ cells }) => cells));
    return { header: null, columns, rows, language: languages.headwords, problems };
  }
  const known = header === undefined ? [] : readHeader(header, body, languages.own, problems);
  const { columns, language } = withHeadword(known, languages.headwords);
  if (!columns.includes('headword')) {
    problems.push({ line: header?.line ?? 1, code: 'no-headword-column', detail: header?.cells.join(' ') ?? '' });
  }
  return { header: header?.cells ?? null, columns, rows: body, language, problems };
}

/** How many rows are looked at for the language of a column that names none. */
const rowsToTell = 50;

function readHeader({ line, cells }: Row, body: readonly Row[], own: string, problems: ReadProblem[]): Column[] {
  const seen = new Set<Column>();
  return cells.map((cell, at) => {
    const name = cell.trim();
    const some = body.slice(0, rowsToTell).map((row) => row.cells[at] ?? '');
    const text = some.join(' ');
    const column = columnNamed(name, /\p{L}/u.test(text) ? scriptLanguage(text) : own);
    if (column === null) problems.push({ line, code: 'ignored-column', detail: name });
    else if (column === 'none') return 'none';
    else if (seen.has(column)) problems.push({ line, code: 'doubled-column', detail: name });
    else {
      seen.add(column);
      return column;
    }
    return 'none';
  });
}

/** The terms of a table whose columns hold what `columns` says. Without a column of headwords there are none. */
export function termsOf(
  rows: readonly Row[],
  columns: readonly Column[],
  language: string,
): { terms: TermContent[]; problems: ReadProblem[] } {
  const problems: ReadProblem[] = [];
  if (!columns.includes('headword')) return { terms: [], problems };
  const terms = rows.flatMap((row) => readRow(row, columns, language, problems) ?? []);
  return { terms, problems };
}

function readRow(
  { line, cells }: Row,
  columns: readonly Column[],
  language: string,
  problems: ReadProblem[],
): TermContent | null {
  const report = (code: ReadProblem['code'], detail: string): void => void problems.push({ line, code, detail });
  const extra = cells.slice(columns.length).filter((cell) => cell !== '');
  if (extra.length > 0) report('extra-cells', extra.join(' '));
  const term: TermContent = { language, headword: '', category: 'word', glosses: {}, notes: {} };
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (column !== 'none' && cell.trim() !== '') setField(term, column, cell, report);
  }
  if (term.headword !== '') return term;
  report('missing-headword', cells.filter((cell) => cell !== '').join(' '));
  return null;
}

function setField(
  term: TermContent,
  column: Column,
  cell: string,
  report: (code: ReadProblem['code'], detail: string) => void,
): void {
  const value = cell.trim();
  const [holds, tag] = split(column);
  switch (holds) {
    case 'headword':
      term.headword = value;
      break;
    case 'category': {
      const category = termCategories.find((one) => one === value.toLowerCase());
      if (category === undefined) report('unknown-category', value);
      else term.category = category;
      break;
    }
    case 'level': {
      const level = termLevels.find((one) => one === value.toLowerCase());
      if (level === undefined) report('unknown-level', value);
      else term.level = level;
      break;
    }
    case 'language':
      if (languageTag.safeParse(value).success) term.language = value;
      else report('bad-language', value);
      break;
    case 'gloss':
      term.glosses[tag] = splitSenses(cell);
      break;
    case 'note':
      term.notes[tag] = cell;
      break;
    default:
      term[tag] = cell;
  }
}

function tagsOf(fields: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(fields.flatMap((field) => Object.keys(field)))].toSorted();
}

const own = new Set(['headword', 'language', 'category', 'level']);

/** The fields of terms that Egiz does not know and that a file can hold, by name. */
export function otherFields(terms: readonly TermContent[]): string[] {
  const names = new Set<string>();
  for (const term of terms) {
    for (const [name, value] of Object.entries(term)) {
      const isColumn = !own.has(name) && !isReserved(name) && name !== '' && name === name.trim();
      if (isColumn && typeof value === 'string') names.add(name);
    }
  }
  return [...names].toSorted();
}

function escapeSense(sense: string): string {
  return sense.replace(/[\\;]/gu, (sign) => `\\${sign}`);
}

function splitSenses(cell: string): string[] {
  const senses = cell.match(/(?:\\[\\;]|[^;])+/gu) ?? [];
  return senses.map((sense) => sense.trim().replace(/\\([\\;])/gu, '$1')).filter((sense) => sense !== '');
}
