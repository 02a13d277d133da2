/** A row of a table: its cells, and the line of the file on which it begins, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/** What stands between the cells of a row. */
export type Delimiter = '\t' | ',' | ';';

/**
 * A table as text, quoting as spreadsheets do: cells with the delimiter, a line break or a quotation mark. With tabs its
 * lines end as those of text files do; with commas or semicolons it is CSV, whose lines end in CRLF (RFC 4180).
 */
export function writeTable(rows: readonly (readonly string[])[], delimiter: Delimiter = '\t'): string {
  const end = delimiter === '\t' ? '\n' : '\r\n';
  return rows.map((cells) => cells.map((cell) => writeCell(cell, delimiter)).join(delimiter) + end).join('');
}

function writeCell(value: string, delimiter: Delimiter): string {
  return /[\r\n"]/u.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** How many lines are looked at to tell the delimiter. */
const linesToTell = 20;

/**
 * The delimiter that cuts the first lines of a text into the most even rows: as many of them as possible have as many cells
 * as the first. What Excel says on a first line of its own (`sep=;`) goes before. A tab where nothing tells, or where several do: few texts have tabs by chance.
 */
export function delimiterOf(text: string): Delimiter {
  const [, told] = /^\uFEFF?sep=([\t,;])\r?\n/iu.exec(text) ?? [];
  if (told !== undefined) return told as Delimiter;
  const start = text.split(/\r\n|\r|\n/u, linesToTell).join('\n');
  let best: { delimiter: Delimiter; share: number } = { delimiter: '\t', share: 0 };
  for (const delimiter of ['\t', ';', ','] as const) {
    const { rows } = readTable(start, delimiter);
    const width = rows[0]?.cells.length ?? 0;
    const share = width < 2 ? 0 : rows.filter(({ cells }) => cells.length === width).length / rows.length;
    if (share > best.share) best = { delimiter, share };
  }
  return best.delimiter;
}

/** What a cell without quotation marks is, and a cell with them. */
const cells: Readonly<Record<Delimiter, { plain: string; quoted: string }>> = {
  '\t': pattern('\\t'),
  ',': pattern(','),
  ';': pattern(';'),
};

function pattern(delimiter: string): { plain: string; quoted: string } {
  return { plain: `[^${delimiter}\\r\\n]*`, quoted: `"([^"]*(?:""[^"]*)*)"(?=[${delimiter}\\r\\n]|$)` };
}

/**
 * Reads a table with a delimiter between its cells: any line ends, a byte order mark, quoted cells. A cell that begins with a
 * quotation mark but does not end as a quoted one (`"Қазақ" газеті`) is taken as it stands. Lines with nothing on them are
 * left out. `unclosed` names the lines with a quotation mark that never closes.
 */
export function readTable(text: string, delimiter: Delimiter = '\t'): { rows: Row[]; unclosed: number[] } {
  const plain = new RegExp(cells[delimiter].plain, 'uy');
  const rows: Row[] = [];
  const unclosed: number[] = [];
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let row: Row = { line, cells: [] };
  while (at < text.length) {
    const quoted = readQuoted(text, at, delimiter);
    if (quoted === 'unclosed') unclosed.push(line);
    plain.lastIndex = at;
    const [value, end] =
      quoted === null || quoted === 'unclosed' ? [plain.exec(text)?.[0] ?? '', plain.lastIndex] : quoted;
    row.cells.push(value);
    line += lineBreaks(text.slice(at, end));
    at = end;
    if (text[at] === delimiter) {
      at++;
      // A delimiter at the very end leaves an empty cell behind it.
      if (at === text.length) row.cells.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
    row = { line, cells: [] };
  }
  if (row.cells.some((cell) => cell !== '')) rows.push(row);
  return { rows, unclosed };
}

/** The quoted cell that begins at `at`, and where it ends; `null` when the cell is not a quoted one. */
function readQuoted(text: string, at: number, delimiter: Delimiter): [value: string, end: number] | 'unclosed' | null {
  if (text[at] !== '"') return null;
  const cell = new RegExp(cells[delimiter].quoted, 'uy');
  cell.lastIndex = at;
  const found = cell.exec(text);
  if (found !== null) return [(found[1] ?? '').replaceAll('""', '"'), cell.lastIndex];
  return text.indexOf('"', at + 1) < 0 ? 'unclosed' : null;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0;
}
