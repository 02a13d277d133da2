import { measuresOf } from './measures.ts';
import type { Line } from './page-text.ts';

/** Lines at the upper and at the lower edge of a page that may be running heads and feet. */
const edge = 2;
/** The same at the edge of so many pages is one. */
const leastPages = 3;
/** Where most lines at a height are furniture, the others there are as well: names of chapters that stand on one page only. */
const mostly = 0.5;
/** Points by which the height of a running head differs from page to page. */
const sameHeight = 3;
/** The largest size of a running head, as a share of that of the text. */
const largest = 1.1;

interface Candidate {
  readonly line: Line;
  readonly page: number;
  readonly isUpper: boolean;
  readonly key: string;
}

/**
 * The lines of all pages without running heads, feet and page numbers, and how many those were.
 *
 * @param labels of the pages, as the file counts them: `iv`, `12`
 */
export function withoutRunningHeads(
  pages: readonly (readonly Line[])[],
  labels: readonly string[] | null = null,
): { pages: Line[][]; dropped: number } {
  const { body } = measuresOf(pages.flat());
  // What is larger than the text is a heading, though several pages may begin with one.
  const candidates = pages
    .flatMap((lines, page) => candidatesOf(lines, page))
    .filter(({ line }) => line.size <= largest * body || isNumber(line.text));
  const seen = new Map<string, Set<number>>();
  for (const { key, page } of candidates) seen.set(key, (seen.get(key) ?? new Set()).add(page));
  const offsets = pageOffsets(candidates);
  const isEvident = ({ line, page, key }: Candidate): boolean => {
    // Words, not a row of stars between two parts of a chapter.
    if ((seen.get(key)?.size ?? 0) >= leastPages && /[\p{L}\p{N}#]/u.test(key.slice(key.indexOf(' ')))) return true;
    if (pages.length < 2) return false;
    return (
      isNumber(line.text) &&
      (line.text.trim() === labels?.[page] || offsets === null || offsets.has(offsetOf(line.text, page)))
    );
  };
  const evident = candidates.filter(isEvident);
  const furniture = new Set(evident.map(({ line }) => line));
  for (const one of candidates) {
    if (furniture.has(one.line) || !isShort(one.line)) continue;
    const near = (other: Candidate): boolean =>
      other.isUpper === one.isUpper && Math.abs(other.line.y - one.line.y) <= sameHeight;
    const there = evident.filter(near).length;
    // The first line of the text stands at the same height on every page as well, but is not mostly furniture.
    if (there >= leastPages && there >= candidates.filter(near).length * mostly) furniture.add(one.line);
  }
  return {
    pages: pages.map((lines) => lines.filter((line) => !furniture.has(line))),
    dropped: furniture.size,
  };
}

function candidatesOf(lines: readonly Line[], page: number): Candidate[] {
  const byHeight = lines.filter(({ isPicture }) => isPicture !== true).toSorted((a, b) => a.y - b.y);
  // Both columns may end at the same height.
  const upper = new Set(heights(byHeight).slice(0, edge));
  const lower = new Set(heights(byHeight).slice(-edge));
  return byHeight.flatMap((line): Candidate[] => {
    const isUpper = upper.has(Math.round(line.y));
    return isUpper || lower.has(Math.round(line.y)) ? [{ line, page, isUpper, key: keyOf(line) }] : [];
  });
}

function heights(lines: readonly Line[]): number[] {
  return [...new Set(lines.map(({ y }) => Math.round(y)))];
}

/** What stays the same from page to page: the words, without numbers; at the same height. */
function keyOf({ text, y }: Line): string {
  return `${String(Math.round(y / 12))} ${text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase()}`;
}

function isNumber(text: string): boolean {
  return /^[\s\p{Pd}[(]*(?:\d{1,4}|[ivxlc]{1,7})[\s\p{Pd}\])]*$/iu.test(text);
}

/** The difference of a page's number and its place; `null` for one in letters. */
function offsetOf(text: string, page: number): number | null {
  const number = /\d+/u.exec(text);
  return number === null ? null : Number(number[0]) - page;
}

/** The differences that numbers alone in a line have on several pages; `null` where there are too few pages to tell. */
function pageOffsets(candidates: readonly Candidate[]): ReadonlySet<number | null> | null {
  const counts = new Map<number | null, number>();
  for (const { line, page } of candidates) {
    if (!isNumber(line.text)) continue;
    const offset = offsetOf(line.text, page);
    counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  const usual = [...counts]
    .filter(([offset, count]) => offset === null || count >= leastPages)
    .map(([offset]) => offset);
  return usual.some((offset) => offset !== null) ? new Set(usual) : null;
}

/** Whether a line does not fill its column: running heads hold a name and a number. */
function isShort({ x, end, column: [left, right], cells }: Line): boolean {
  return cells.length > 0 || end - x < 0.85 * (right - left);
}
