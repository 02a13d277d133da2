import { delimiterOf, readTable, type Delimiter } from '#core/glossary/table.ts';
import { longestField, type ForeignNote, type ForeignNotes } from './foreign.ts';
import { fieldText } from './html.ts';

/** What the lines with `#` at the beginning of a file of Anki say. Columns are counted from 0. */
interface Head {
  delimiter: Delimiter | null;
  html: boolean;
  columns: readonly string[];
  guid: number | null;
  type: number | null;
  deck: number | null;
  tags: number | null;
  typeName: string | null;
  deckName: string | null;
  /** Of the file, the lines that are not rows. */
  body: string;
}

const delimiters: Readonly<Record<string, Delimiter>> = {
  tab: '\t',
  comma: ',',
  semicolon: ';',
  '\t': '\t',
  ',': ',',
  ';': ';',
};

/** Thrown for a text file that uses what Egiz does not read. */
export class UnreadableNotes extends Error {
  override readonly name = 'UnreadableNotes';
}

/**
 * Reads notes from a text file: Anki's own (its lines with `#` are heeded), or any table with tabs, commas or semicolons. The
 * fields of a file that does not name its columns are called by their numbers, from 1.
 *
 * @throws UnreadableNotes for a separator of Anki's that is none of these
 */
export function readNotes(text: string): ForeignNotes {
  const head = readHead(text);
  const { rows } = readTable(head.body, head.delimiter ?? delimiterOf(head.body));
  const special = new Set([head.guid, head.type, head.deck, head.tags]);
  const byType = new Map<string, { notes: ForeignNote[]; width: number }>();
  let left = 0;
  for (const { cells } of rows) {
    const fields = cells.filter((_, at) => !special.has(at)).map((cell) => (head.html ? fieldText(cell) : cell.trim()));
    if (fields.some((field) => field.length > longestField) || fields.every((field) => field === '')) {
      left += 1;
      continue;
    }
    const name = cellAt(cells, head.type) ?? head.typeName ?? '';
    const held = byType.get(name) ?? { notes: [], width: 0 };
    byType.set(name, held);
    held.width = Math.max(held.width, fields.length);
    held.notes.push({
      guid: cellAt(cells, head.guid),
      fields,
      tags: (cellAt(cells, head.tags) ?? '').split(/\s+/u).filter((tag) => tag !== ''),
      decks: [cellAt(cells, head.deck) ?? head.deckName ?? ''].filter((deck) => deck !== ''),
    });
  }
  const named = head.columns.filter((_, at) => !special.has(at));
  const types = [...byType].map(([name, { notes, width }]) => ({
    id: name,
    name,
    fields: Array.from({ length: width }, (_, at) => named[at] ?? String(at + 1)),
    notes,
  }));
  return { types, left };
}

function cellAt(cells: readonly string[], at: number | null): string | null {
  const cell = at === null ? undefined : cells[at]?.trim();
  return cell === undefined || cell === '' ? null : cell;
}

function readHead(text: string): Head {
  const head: Head = {
    delimiter: null,
    html: false,
    columns: [],
    guid: null,
    type: null,
    deck: null,
    tags: null,
    typeName: null,
    deckName: null,
    body: '',
  };
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (text[at] === '#') {
    const [line = ''] = /^[^\r\n]*/u.exec(text.slice(at, at + 10_000)) ?? [];
    const [, name, value] = /^#([a-z ]+):(.*)$/iu.exec(line) ?? [];
    if (name !== undefined && value !== undefined) setHead(head, name.trim().toLowerCase(), value);
    const end = /\r\n|\r|\n/gu;
    end.lastIndex = at;
    at = end.exec(text) === null ? text.length : end.lastIndex;
  }
  head.body = text.slice(at);
  return head;
}

function setHead(head: Head, name: string, value: string): void {
  const column = /^\s*\d{1,4}\s*$/u.test(value) && Number(value) > 0 ? Number(value) - 1 : null;
  if (name === 'separator') {
    const known = [value.trim().toLowerCase(), value].find((one) => Object.hasOwn(delimiters, one));
    const found = known === undefined ? undefined : delimiters[known];
    if (found === undefined) throw new UnreadableNotes(`line 1: the separator “${value.trim()}” is not read`);
    head.delimiter = found;
  } else if (name === 'html') head.html = value.trim().toLowerCase() === 'true';
  else if (name === 'columns') head.columns = readTable(value, head.delimiter ?? '\t').rows[0]?.cells ?? [];
  else if (name === 'guid column') head.guid = column;
  else if (name === 'notetype column') head.type = column;
  else if (name === 'deck column') head.deck = column;
  else if (name === 'tags column') head.tags = column;
  else if (name === 'notetype') head.typeName = value.trim();
  else if (name === 'deck') head.deckName = value.trim();
}
