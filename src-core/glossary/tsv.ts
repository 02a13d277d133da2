import { languageTag } from '#core/records/record.ts';
import { termCategories, type Term } from '#core/records/term.ts';
import { readTable, writeTable, type Row } from './table.ts';

/** A term as a table has it: what the library adds is missing. */
export interface TermContent {
  language: Term['language'];
  headword: Term['headword'];
  category: Term['category'];
  glosses: Term['glosses'];
  notes: Term['notes'];
  /** Columns that Egiz has no field for. */
  [column: string]: unknown;
}

export interface TsvProblem {
  /** Line of the file, from 1. */
  line: number;
  code:
    | 'no-headword-column'
    | 'ignored-column'
    | 'doubled-column'
    | 'missing-headword'
    | 'unknown-category'
    | 'bad-language'
    | 'extra-cells'
    | 'unclosed-quote';
  /** The offending value. */
  detail: string;
}

/** What a column holds. */
type Column =
  | { holds: 'headword' }
  | { holds: 'category' }
  | { holds: 'language' }
  | { holds: 'glosses' | 'notes'; tag: string }
  | { holds: 'other'; name: string }
  | null;

/** Fields of a term that no column may set. */
const reserved = new Set([
  'id',
  'kind',
  'modified',
  'deleted',
  'glosses',
  'notes',
  '__proto__',
  'constructor',
  'prototype',
]);

/**
 * Terms as tab-separated values with a header, in the order given: headword, language, category, a column of glosses and
 * one of notes by language, then the text fields that Egiz does not know. `readTerms` reads the same terms back.
 */
export function writeTerms(terms: readonly TermContent[]): string {
  const glosses = tagsOf(terms.map((term) => term.glosses));
  const notes = tagsOf(terms.map((term) => term.notes));
  const others = otherFields(terms);
  const header = [
    'headword',
    'language',
    'category',
    ...glosses.map(glossColumn),
    ...notes.map((tag) => `note_${tag}`),
    ...others,
  ];
  const rows = terms.map((term) => [
    term.headword,
    term.language,
    term.category,
    ...glosses.map((tag) => (term.glosses[tag] ?? []).map(escapeSense).join('; ')),
    ...notes.map((tag) => term.notes[tag] ?? ''),
    ...others.map((name) => (typeof term[name] === 'string' ? term[name] : '')),
  ]);
  return writeTable([header, ...rows]);
}

/**
 * Reads terms from tab-separated values with a header: `headword`, `category`, `language`, a column of glosses by language
 * (`en`, `gloss_deu`; several senses separated by `;`, a semicolon inside a sense as `\;`), notes (`note_kk`). Other columns
 * become fields of the same name. A row without a headword is left out and named; what else cannot be read is named and the
 * rest of the row kept. `language` is that of headwords whose row does not say.
 */
export function readTerms(text: string, language = 'kk'): { terms: TermContent[]; problems: TsvProblem[] } {
  const { rows, unclosed } = readTable(text);
  const problems: TsvProblem[] = unclosed.map((line) => ({ line, code: 'unclosed-quote', detail: '"' }));
  const [header, ...body] = rows;
  const columns = header === undefined ? [] : readHeader(header, problems);
  if (!columns.some((column) => column?.holds === 'headword')) {
    problems.push({ line: header?.line ?? 1, code: 'no-headword-column', detail: header?.cells.join(' ') ?? '' });
    return { terms: [], problems };
  }
  const terms = body.flatMap((row) => readRow(row, columns, language, problems) ?? []);
  return { terms, problems: problems.toSorted((a, b) => a.line - b.line) };
}

function readHeader({ line, cells }: Row, problems: TsvProblem[]): Column[] {
  const names = cells.map((cell) => cell.trim());
  return names.map((name, at): Column => {
    if (name === '') return null;
    if (reserved.has(name)) problems.push({ line, code: 'ignored-column', detail: name });
    else if (names.indexOf(name) < at) problems.push({ line, code: 'doubled-column', detail: name });
    else return columnOf(name);
    return null;
  });
}

function columnOf(name: string): Column {
  if (name === 'headword' || name === 'category' || name === 'language') return { holds: name };
  const [, prefix, tag = name] = /^(gloss|note)_(.+)$/u.exec(name) ?? [];
  if (!languageTag.safeParse(tag).success) return { holds: 'other', name };
  if (prefix === 'note') return { holds: 'notes', tag };
  return prefix === 'gloss' || isBareTag(tag) ? { holds: 'glosses', tag } : { holds: 'other', name };
}

/** A language whose tag names its column by itself: `en`, `kk-Arab`. Three letters are as likely a word: `gloss_tyv`. */
function isBareTag(tag: string): boolean {
  return /^[a-z]{2}(?:-|$)/u.test(tag) && !reserved.has(tag);
}

function readRow(
  { line, cells }: Row,
  columns: readonly Column[],
  language: string,
  problems: TsvProblem[],
): TermContent | null {
  const report = (code: TsvProblem['code'], detail: string): void => void problems.push({ line, code, detail });
  const extra = cells.slice(columns.length).filter((cell) => cell !== '');
  if (extra.length > 0) report('extra-cells', extra.join(' '));
  const term: TermContent = { language, headword: '', category: 'word', glosses: {}, notes: {} };
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] ?? '';
    if (column === null || cell.trim() === '') continue;
    setField(term, column, cell, report);
  }
  if (term.headword !== '') return term;
  report('missing-headword', cells.filter((cell) => cell !== '').join(' '));
  return null;
}

function setField(
  term: TermContent,
  column: NonNullable<Column>,
  cell: string,
  report: (code: TsvProblem['code'], detail: string) => void,
): void {
  const value = cell.trim();
  switch (column.holds) {
    case 'headword':
      term.headword = value;
      break;
    case 'category': {
      const category = categoryOf(value);
      if (category === null) report('unknown-category', value);
      else term.category = category;
      break;
    }
    case 'language':
      if (languageTag.safeParse(value).success) term.language = value;
      else report('bad-language', value);
      break;
    case 'glosses':
      term.glosses[column.tag] = splitSenses(cell);
      break;
    case 'notes':
      term.notes[column.tag] = cell;
      break;
    case 'other':
      term[column.name] = cell;
  }
}

function categoryOf(name: string): Term['category'] | null {
  return termCategories.find((category) => category === name.toLowerCase()) ?? null;
}

function tagsOf(fields: readonly Readonly<Record<string, unknown>>[]): string[] {
  return [...new Set(fields.flatMap((field) => Object.keys(field)))].toSorted();
}

function otherFields(terms: readonly TermContent[]): string[] {
  const own = new Set(['headword', 'language', 'category']);
  const names = new Set<string>();
  for (const term of terms) {
    for (const [name, value] of Object.entries(term)) {
      const isColumn = !own.has(name) && !reserved.has(name) && columnOf(name)?.holds === 'other';
      if (isColumn && typeof value === 'string' && name === name.trim()) names.add(name);
    }
  }
  return [...names].toSorted();
}

function glossColumn(tag: string): string {
  return isBareTag(tag) ? tag : `gloss_${tag}`;
}

function escapeSense(sense: string): string {
  return sense.replace(/[\\;]/gu, (sign) => `\\${sign}`);
}

function splitSenses(cell: string): string[] {
  const senses = cell.match(/(?:\\[\\;]|[^;])+/gu) ?? [];
  return senses.map((sense) => sense.trim().replace(/\\([\\;])/gu, '$1')).filter((sense) => sense !== '');
}
