import type { Column } from '#core/glossary/columns.ts';
import type { ReadProblem } from '#core/glossary/read-problem.ts';
import { delimiterOf, type Delimiter } from '#core/glossary/table.ts';
import { readTbx } from '#core/glossary/tbx-read.ts';
import { readTermsTable, termsOf, type TableLanguages, type TermContent, type TermsTable } from '#core/glossary/tsv.ts';

/** How a text is read: as a table with a delimiter, or as a termbase. */
export type ImportFormat = Delimiter | 'tbx';

/** What the reader says of a file, where what was found is not right. */
export interface Corrections {
  /** The language of headwords. */
  language: string | null;
  /** Does the first line name the columns? */
  named: boolean | null;
  /** By place, from 0. */
  columns: ReadonlyMap<number, Column>;
}

export const noCorrections: Corrections = { language: null, named: null, columns: new Map() };

/** What was read from a file. */
export interface ReadImport {
  terms: TermContent[];
  problems: ReadProblem[];
  /** Of headwords where nothing else says. */
  language: string;
  /** The languages among which the reader may choose; `null` for any. */
  languages: readonly string[] | null;
  /** `null` for a termbase. */
  table: TermsTable | null;
}

/** What a text looks like. */
export function formatOf(text: string): ImportFormat {
  return /^\uFEFF?\s*</u.test(text) ? 'tbx' : delimiterOf(text);
}

/** Reads the terms of a text; what the reader said goes before what is found. */
export function readImport(
  text: string,
  format: ImportFormat,
  languages: TableLanguages,
  { language, named, columns }: Corrections,
): ReadImport {
  if (format === 'tbx') {
    const wanted = language ?? languages.headwords;
    const { terms, problems, languages: found } = readTbx(text, wanted);
    return {
      terms,
      problems,
      language: found.includes(wanted) ? wanted : (found[0] ?? wanted),
      languages: found,
      table: null,
    };
  }
  const read = readTermsTable(text, format, { ...languages, headwords: language ?? languages.headwords }, named);
  const table = { ...read, columns: withColumns(read.columns, columns) };
  const told = language ?? table.language;
  const { terms, problems } = termsOf(table.rows, table.columns, told);
  const missing = table.columns.includes('headword');
  const all = [...read.problems.filter(({ code }) => code !== 'no-headword-column' || !missing), ...problems];
  return { terms, problems: all.toSorted((a, b) => a.line - b.line), language: told, languages: null, table };
}

/** The columns with what the reader said of some; another that held the same holds nothing then. */
export function withColumns(found: readonly Column[], said: ReadonlyMap<number, Column>): Column[] {
  const taken = new Set(said.values());
  return found.map((column, at) => said.get(at) ?? (taken.has(column) ? 'none' : column));
}
