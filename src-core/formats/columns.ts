import { delimiterOf, readTable, type Row, writeTable } from '#core/glossary/table.ts';
import { type Bitext, type BitextOptions, placedAnnotations, wholeBitext } from './bitext.ts';
import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported } from './imported.ts';
import { refuseLongLines } from './long-lines.ts';
import { languageTagOf } from './language-tag.ts';
import { UnitTexts } from './units/collect.ts';
import { type Piece, unitsOf } from './units/units.ts';

/** What stands between the paragraphs of a cell. */
const paragraphBreak = '\n\n';

/**
 * A bitext as a table, tab separated: a row a bead or a pair of sentences, with a column for each language, then status,
 * confidence and notes. Rules C of `docs/spec/formats.md`.
 */
export function writeColumns(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const notes = placedAnnotations(bitext, { notes: options.notes, highlights: false });
  const notesOn = (pieces: readonly Piece[]): string[] =>
    pieces.flatMap(({ paragraph, start, end }) =>
      (notes.get(paragraph.id) ?? [])
        .filter((one) => one.target === 0 && one.start >= start && one.start < end)
        .map(({ annotation }) => annotation.body),
    );
  const cell = (pieces: readonly Piece[]): string =>
    pieces.map(({ paragraph: { text }, start, end }) => text.slice(start, end)).join(paragraphBreak);
  const head = [bitext.source.edition.language, bitext.target.edition.language, 'status', 'confidence'];
  const rows = unitsOf(bitext, options).flatMap(({ bead, units }) =>
    units.map((unit) => [
      cell(unit.source),
      cell(unit.target),
      bead.status,
      String(options.unit === 'sentence' ? unit.confidence : bead.confidence),
      ...(options.notes ? [notesOn([...unit.source, ...unit.target]).join(paragraphBreak)] : []),
    ]),
  );
  return writeTable([[...head, ...(options.notes ? ['notes'] : [])], ...rows]);
}

/** Whether a file begins as hunalign's `-text` output does: two texts and a number in every line. */
export function isAlignedText(beginning: string): boolean {
  const lines = beginning.split(/\r\n|\n|\r/u).filter((line) => line !== '');
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const isRow = (line: string): boolean => {
    const cells = line.split('\t');
    return cells.length === 3 && cells.slice(0, 2).some((cell) => /\p{L}/u.test(cell)) && isMeasure(cells[2] ?? '');
  };
  // Paragraphs' ends stand beside each other, or beside nothing.
  const isEnd = (line: string): boolean => /^(?:<p>)?\t(?:<p>)?\t/u.test(line);
  return whole.some(isRow) && whole.every((line) => isRow(line) || isEnd(line));
}

/** Fewer lines are too few to see columns in. */
const fewestLines = 2;

/**
 * Whether a text is one of columns by its beginning, whatever it is called: every line has as many tabs, and two columns are
 * words that seldom are the same (a column of speakers in a play is none). LF Aligner names its tables `.txt`.
 *
 * @param isCut whether the last line is not whole
 */
export function isColumnText(beginning: string, isCut: boolean): boolean {
  const all = beginning.split(/\r\n|\n|\r/u);
  const lines = (isCut ? all.slice(0, -1) : all).filter((line) => line.trim() !== '');
  if (lines.length < fewestLines) return false;
  const rows = lines.map((line) => line.split('\t'));
  const width = rows.at(-1)?.length ?? 0;
  // White space at the beginning of the file is no cell of the first line any more.
  if (width < 2 || rows.some((row, at) => row.length !== width && (at > 0 || row.length > width))) return false;
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row[at]?.trim() ?? ''));
  return columns.filter((column) => isWords(column) && new Set(column).size * 2 > column.length).length >= 2;
}

/** Whether a column has words in most of its cells; addresses and measures are none. */
function isWords(column: readonly string[]): boolean {
  return (
    column.filter((cell) => /\p{L}/u.test(cell) && !isAddress(cell) && !isMeasure(cell)).length * 2 >= column.length
  );
}

function isAddress(cell: string): boolean {
  return /^(?:https?|ftp|file):\/\/\S+$/iu.test(cell.trim());
}

function isMeasure(cell: string): boolean {
  return /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/u.test(cell.trim());
}

/** What a column holds; `null` for what is left out. */
type Column = { readonly language: string | null } | 'status' | 'confidence' | 'notes' | null;

/**
 * Reads a table with a column for each of two or more languages: as Egiz, LF Aligner or a spreadsheet writes it, with or without
 * a head; also the text output of hunalign, whose third column says how good a row is. The first text column is the source.
 *
 * @throws FormatError not-this without two columns of text; empty; too-large for a line that is longer than any paragraph
 */
export function readColumns(text: string): Imported {
  const findings = new Findings();
  refuseLongLines(text);
  const { rows, unclosed } = readTable(text, delimiterOf(text));
  for (const line of unclosed) findings.add('damaged', 'damaged', { place: { line } });
  const [first, ...rest] = rows;
  if (first === undefined) throw new FormatError('empty', 'there is no row in it');
  const named = headOf(first);
  const body = named === null ? rows : rest;
  const columns = named ?? guessed(body, findings);
  const tags = columns.flatMap((column) => (isText(column) ? [column.language] : []));
  if (tags.length < 2) throw new FormatError('not-this', 'it has no two columns of text', { line: first.line });
  const texts = new UnitTexts(tags.length);
  body.forEach((row) => addRow(row, columns, texts, findings));
  if (texts.isEmpty) throw new FormatError('empty', 'no row of it has a text');
  const { blocks, links, annotations } = texts.result();
  return {
    texts: tags.map((language, at) => ({
      title: null,
      author: null,
      translator: null,
      date: null,
      language,
      blocks: blocks[at] ?? [],
    })),
    links,
    ...(annotations.length === 0 ? {} : { annotations }),
    findings: findings.list(),
  };
}

function isText(column: Column): column is { readonly language: string | null } {
  return typeof column === 'object' && column !== null;
}

/** How programs head the column of the source text and that of the target: gettext's, Bitextor, spreadsheets of agencies. */
const sides = [
  /^(?:source|src|original)(?:[ _-](?:text|sentence|segment))?$/iu,
  /^(?:target|trg|tgt|translation)(?:[ _-](?:text|sentence|segment))?$/iu,
] as const;
/** How Bitextor heads the columns that say how good a pair is. */
const measures = /^(?:bicleaner(?:[_-]ai)?|bleualign|hunalign|vecalign|alignment)?[_-]?score$/iu;

/** The columns that a head names, `null` where the first row is none: at least two of its cells are tags of languages. */
function headOf({ cells }: Row): Column[] | null {
  const names = cells.map((cell) => cell.trim());
  const named = sides.map((side) => names.findIndex((name) => side.test(name)));
  const isNamed = !named.includes(-1);
  let isMeasured = names.includes('confidence');
  const columns = names.map((name, at): Column => {
    if (isNamed) {
      if (named.includes(at)) return { language: null };
      if (measures.test(name) && !isMeasured) {
        isMeasured = true;
        return 'confidence';
      }
    }
    if (name === 'status' || name === 'confidence' || name === 'notes') return name;
    const language = languageNamed(name);
    return language === null ? null : { language };
  });
  return columns.filter(isText).length >= 2 ? columns : null;
}

/** The language that heads a column; words that are built as tags, but are names of other columns, are none. */
function languageNamed(name: string): string | null {
  if (/^(?:src|trg|tgt|url|doc)(?:[-_]|$)/iu.test(name)) return null;
  return /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/u.test(name) ? languageTagOf(name) : null;
}

/** Without a head, columns of text are those most of whose cells have words; one of numbers behind them says how sure a row is. */
function guessed(rows: readonly Row[], findings: Findings): Column[] {
  findings.add('guessed', 'columns-guessed');
  const width = Math.min(
    rows.reduce((most, { cells }) => Math.max(most, cells.length), 0),
    100,
  );
  let texts = 0;
  return Array.from({ length: width }, (_, at): Column => {
    const filled = rows.flatMap(({ cells }) => (cells[at] ?? '').trim() || []);
    if (filled.length === 0) return null;
    // What stands before the texts is the number of a row.
    if (filled.every(isMeasure)) return texts < 2 ? null : 'confidence';
    if (!isWords(filled)) return null;
    texts += 1;
    // What stands behind two texts (a file's name, a comment) is no third language.
    return texts > 2 ? null : { language: null };
  });
}

function addRow({ cells, line }: Row, columns: readonly Column[], texts: UnitTexts, findings: Findings): void {
  const values = cells.map((cell) => cleanText(cell, findings, { line }));
  const words = columns.flatMap((column, at) => (isText(column) ? [values[at] ?? ''] : []));
  // hunalign's sign of a paragraph's end.
  if (words.every((cell) => cell.trim() === '' || cell.trim() === '<p>')) return;
  const said = (name: string): string => values[columns.indexOf(name as Column)] ?? '';
  const places = words.map((cell, text) =>
    texts.addPieces(
      text,
      cell.split(/\n[\t ]*\n\s*| ~~~ /u).map((part) => ({
        text: part.trim(),
        marks: [],
        properties: { paragraph: null, place: null, type: 'text' as const },
      })),
    ),
  );
  const isAuto = said('status') === 'auto' || (said('status') === '' && columns.includes('confidence'));
  const quality = Number((said('confidence') || '1').replace(',', '.'));
  const bead = {
    status: isAuto ? ('auto' as const) : ('confirmed' as const),
    confidence: isAuto ? Math.min(Math.max(Number.isNaN(quality) ? 0.5 : quality, 0), 1) : 1,
  };
  const source = places[0] ?? [];
  places.slice(1).forEach((target, at) => {
    if (target.some((place) => place !== null) || at === 0) texts.addBead([0, at + 1], source, target, bead);
  });
  const body = said('notes').trim();
  if (body === '') return;
  const annotation = { id: `row ${String(line)}`, created: null, colour: null, body, tags: [] };
  const noted = places.findIndex((side) => side[0] !== null && side[0] !== undefined);
  const place = places[noted]?.[0];
  const length = words[noted]?.split(/\n[\t ]*\n\s*| ~~~ /u)[0]?.trim().length ?? 0;
  if (place !== null && place !== undefined) {
    texts.annotate(annotation, { text: noted, block: place.block, start: 0, end: length });
  }
}
