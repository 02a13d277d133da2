import type { Line, Rule } from './page-text.ts';

/** Letters of notes are at most so large, as a share of those of the text; below a rule they may be a little larger. */
const noteSize = 0.9;
const belowRule = 1.03;
/** Notes stand below so much of a page, unless a rule says where they begin. */
const foot = 0.4;

/** The lines of a note. */
export interface Footnote {
  /** What the text refers to it by: a number, a star; `null` where it has none. */
  readonly mark: string | null;
  /** From 0: where it begins. */
  readonly page: number;
  readonly lines: Line[];
}

const sign = /^(?:(\d{1,3})(?=[\s.)\]]|\p{L}|["«“„(])|([*†‡§]{1,3}))/u;

/** Parts the notes at the foot of pages and columns from the text. A note that goes on over the page is one. @param body the size of the text */
export function partNotes(
  pages: readonly (readonly Line[])[],
  rules: readonly (readonly Rule[])[],
  heights: readonly number[],
  body: number,
): { pages: Line[][]; notes: Footnote[] } {
  const notes: Footnote[] = [];
  const kept = pages.map((lines, page) => {
    const taken = new Set<Line>();
    for (const column of Map.groupBy(lines, ({ part }) => part).values()) {
      const zone = zoneOf(column, lines, rules[page] ?? [], heights[page] ?? 0, body, notes.at(-1));
      for (const line of zone) taken.add(line);
      addNotes(zone, notes, page);
    }
    return lines.filter((line) => !taken.has(line));
  });
  return { pages: kept, notes };
}

/** The lines at the foot of a column that are notes, from above. */
function zoneOf(
  column: readonly Line[],
  page: readonly Line[],
  rules: readonly Rule[],
  height: number,
  body: number,
  last: Footnote | undefined,
): Line[] {
  const tagged = column.filter(({ element }) => element?.role === 'note');
  if (tagged.length > 0) return tagged;
  if (column.some(({ element }) => element !== null)) return [];
  const lines = column.toSorted((a, b) => a.y - b.y);
  const [left, right] = lines[0]?.column ?? [0, 0];
  const small = (line: Line, share: number): boolean => line.size < share * body;
  for (const rule of rules.toSorted((a, b) => b.y - a.y)) {
    const isHere = rule.x > left - 20 && rule.end < right + 5 && rule.end - rule.x < 0.7 * (right - left);
    const below = lines.filter(({ y }) => y > rule.y);
    const isAbove = lines.some(({ y }) => y < rule.y) || page.some(({ y }) => y < rule.y);
    if (!isHere || !isAbove || below[0] === undefined || !below.every((line) => small(line, belowRule))) continue;
    // In the size of the text only what begins as a note does.
    if (small(below[0], noteSize + 0.05) || isRaised(below[0])) return below;
  }
  let from = lines.length;
  while (from > 0) {
    const line = lines[from - 1];
    if (line === undefined || !small(line, noteSize) || line.y < foot * height) break;
    from -= 1;
  }
  const zone = lines.slice(from);
  const [first] = zone;
  if (first === undefined || from === 0) return [];
  const goesOn =
    last !== undefined && last.page >= first.page - 1 && !/[.!?…]["»”)]*$/u.test(last.lines.at(-1)?.text ?? '.');
  return isSigned(first) || goesOn
    ? zone
    : zone.slice(Math.max(zone.findIndex(isSigned), 0)).filter(() => zone.some(isSigned));
}

function isSigned(line: Line): boolean {
  return isRaised(line) || sign.test(line.text);
}

function isRaised(line: Line): boolean {
  return line.runs.find(({ text }) => text.trim() !== '')?.shift === 'up';
}

function addNotes(zone: readonly Line[], notes: Footnote[], page: number): void {
  for (const line of zone) {
    const before = notes.at(-1);
    const first = line.runs.find(({ text }) => text.trim() !== '');
    const mark = markOf(line);
    // A number alone may begin a line of a note; raised, or the next one, it begins a note.
    const isNext =
      mark !== null &&
      (before === undefined ||
        before.mark === null ||
        !/^\d+$/u.test(mark) ||
        Number(mark) === Number(before.mark) + 1 ||
        Number(mark) === 1);
    const isOther =
      line.element !== null &&
      line.element.id !== before?.lines.at(-1)?.element?.id &&
      before?.lines.at(-1)?.page === page;
    const begins = mark !== null && (first?.shift === 'up' || isNext || isOther);
    if (before === undefined || begins || (isOther && mark !== null) || before.page < page - 1) {
      notes.push({ mark, page, lines: [line] });
    } else before.lines.push(line);
  }
}

/** The sign that a line begins with, as the text refers to it. */
function markOf(line: Line): string | null {
  const first = line.runs.find(({ text }) => text.trim() !== '');
  if (first?.shift === 'up') return plainMark(first.text);
  const found = sign.exec(line.text);
  return found?.[1] ?? found?.[2] ?? null;
}

/** A reference or the sign of a note without brackets and points; `null` for what is none. */
export function plainMark(text: string): string | null {
  return /^\s*[[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?[.)]?\s*$/u.exec(text)?.[1] ?? null;
}
