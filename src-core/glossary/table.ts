/** A row of a table: its cells, and the line of the file on which it begins, from 1. */
export interface Row {
  line: number;
  cells: string[];
}

/** Tab-separated values, quoting as spreadsheets do: cells with a tab, a line break or a quotation mark. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(writeCell).join('\t')}\n`).join('');
}

function writeCell(value: string): string {
  return /[\t\r\n"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/**
 * Reads tab-separated values: any line ends, a byte order mark, quoted cells. A cell that begins with a quotation mark
 * but does not end as a quoted one (`"Қазақ" газеті`) is taken as it stands. Lines with nothing on them are left out.
 * `unclosed` names the lines with a quotation mark that never closes.
 */
export function readTable(text: string): { rows: Row[]; unclosed: number[] } {
  const rows: Row[] = [];
  const unclosed: number[] = [];
  let line = 1;
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let row: Row = { line, cells: [] };
  while (at < text.length) {
    const quoted = readQuoted(text, at);
    if (quoted === 'unclosed') unclosed.push(line);
    const plain = /[^\t\r\n]*/uy;
    plain.lastIndex = at;
    const [value, end] =
      quoted === null || quoted === 'unclosed' ? [plain.exec(text)?.[0] ?? '', plain.lastIndex] : quoted;
    row.cells.push(value);
    line += lineBreaks(text.slice(at, end));
    at = end;
    if (text[at] === '\t') {
      at++;
      // A tab at the very end leaves an empty cell behind it.
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
function readQuoted(text: string, at: number): [value: string, end: number] | 'unclosed' | null {
  if (text[at] !== '"') return null;
  const cell = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)/uy;
  cell.lastIndex = at;
  const found = cell.exec(text);
  if (found !== null) return [(found[1] ?? '').replaceAll('""', '"'), cell.lastIndex];
  return text.indexOf('"', at + 1) < 0 ? 'unclosed' : null;
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/gu)?.length ?? 0;
}
