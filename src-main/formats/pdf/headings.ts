import type { OutlinePlace } from './outline.ts';
import { isAll } from './page-text.ts';
import type { Made } from './paragraphs.ts';
import { textOf } from './rows.ts';

/** Letters of a heading in the size of the text. */
const longest = 120;
/** A line that only counts chapters, above the name of one. */
const counter =
  /^(?:(?:chapter|part|book|глава|часть|книга|том|раздел|kapitel|teil|buch|chapitre|тарау|бөлім|кітап)\s+[\p{L}\d.-]{1,14}|[\p{L}\d]{1,14}[-\s](?:ші|шы)?[-\s]?(?:тарау|бөлім|кітап)|\d{1,3}|[ivxlc]{1,6})\.?$/iu;

/** What is known of the sections of a text beside its paragraphs. */
export interface Sectioned {
  readonly made: Made[];
  /** Entries of the outline that no heading stands for, by the paragraph that they begin. */
  readonly sections: ReadonlyMap<Made, OutlinePlace>;
  /** The name of the work, where the first page shows one that stands out. */
  readonly title: string | null;
}

/**
 * Headings with their levels: by the outline of the file, by its tags, else by size, the largest of the first level. What is bold
 * and stands alone is one, too.
 *
 * @param heights of the pages
 */
export function withHeadings(made: Made[], outline: readonly OutlinePlace[], heights: readonly number[]): Sectioned {
  const all = joinCounters(made);
  all.forEach((one, at) => {
    if (one.kind === 'text' && isBold(one, all[at + 1])) one.kind = 'heading';
  });
  const matched = new Map<Made, number>();
  const sections = new Map<Made, OutlinePlace>();
  let from = 0;
  for (const place of outline) {
    const at = all.findIndex((one, index) => index >= from && isNamed(one, place));
    const found = all[at];
    if (found !== undefined) {
      from = at;
      found.kind = 'heading';
      matched.set(found, place.level);
    } else {
      const begins = all.find((one) => isAt(one, place, heights));
      if (begins !== undefined && begins.kind !== 'heading' && !sections.has(begins)) sections.set(begins, place);
    }
  }
  const title = titleOf(all, matched);
  setLevels(all, matched, title);
  return { made: all, sections, title: title === null ? null : textOfMade(title) };
}

/** `Chapter 1` and the name under it are one heading. */
function joinCounters(made: readonly Made[]): Made[] {
  const joined: Made[] = [];
  for (const one of made) {
    const last = joined.at(-1);
    const isCounter =
      last?.kind === 'heading' && one.kind === 'heading' && last.lines.length === 1 && counter.test(textOfMade(last));
    if (isCounter && last.lines[0]?.page === one.lines[0]?.page) {
      joined[joined.length - 1] = { ...one, lines: [...last.lines, ...one.lines], level: last.level ?? one.level };
    } else joined.push({ ...one });
  }
  return joined;
}

function isBold(one: Made, next: Made | undefined): boolean {
  const [line] = one.lines;
  if (line === undefined || one.lines.length > 2 || line.element !== null || next === undefined) return false;
  const text = textOfMade(one);
  if (text.length > longest || /[.,;:]$/u.test(text) || !/\p{L}/u.test(text)) return false;
  return one.lines.every((each) => isAll(each, 'bold')) && !next.lines.every((each) => isAll(each, 'bold'));
}

function isNamed(one: Made, { title, page }: OutlinePlace): boolean {
  const [line] = one.lines;
  if (line === undefined || Math.abs(line.page - page) > 1 || one.lines.length > 5 || one.kind === 'picture') {
    return false;
  }
  const [text, name] = [plain(textOfMade(one)), plain(title)];
  return (
    text === name ||
    (one.kind === 'heading' && name.length > 3 && (text.endsWith(name) || name.endsWith(text)) && text.length > 3)
  );
}

function isAt(one: Made, { page, y }: OutlinePlace, heights: readonly number[]): boolean {
  const [line] = one.lines;
  if (line === undefined || line.page < page) return false;
  return line.page > page || y === null || line.y >= (heights[page] ?? 0) - y - line.size;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function textOfMade({ lines }: Made): string {
  return lines
    .map(({ runs }) => textOf(runs))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The largest text of all, when it stands once, before all else. */
function titleOf(all: readonly Made[], matched: ReadonlyMap<Made, number>): Made | null {
  const headings = all.filter(({ kind }) => kind === 'heading');
  const first = headings[0];
  const begin = all.findIndex(({ kind, lines }) => kind === 'text' && lines.length > 2);
  if (
    first === undefined ||
    headings.length < 2 ||
    (first.level ?? 1) > 1 ||
    matched.has(first) ||
    (begin >= 0 && all.indexOf(first) > begin)
  ) {
    return null;
  }
  // Where the outline names the chapters, what stands before them is no chapter.
  if (headings.some((one) => matched.has(one))) return first;
  const size = sizeOf(first);
  return headings.slice(1).every((other) => sizeOf(other) < size - 0.4) ? first : null;
}

/** What stands under the title on its page, and is like no other heading, is a name or a date. */
function setLevels(all: readonly Made[], matched: ReadonlyMap<Made, number>, title: Made | null): void {
  const headings = all.filter((one) => one.kind === 'heading' && one !== title);
  const known = new Map<number, number>();
  for (const [one, level] of matched) known.set(rankOf(one), Math.min(known.get(rankOf(one)) ?? 6, level));
  const chapters = all.findIndex((one) => matched.has(one));
  for (const one of headings) {
    const isAlone = headings.filter((other) => rankOf(other) === rankOf(one)).length === 1;
    const isUnder =
      title !== null &&
      one.lines[0]?.page === title.lines[0]?.page &&
      (isAlone || all.indexOf(one) < chapters) &&
      !matched.has(one) &&
      one.level === null;
    if (isUnder) one.kind = 'text';
  }
  const left = headings.filter(({ kind }) => kind === 'heading');
  const ranks = [...new Set(left.map(rankOf))].toSorted((a, b) => b - a);
  const levels = new Map<number, number>();
  for (const rank of ranks) {
    const above = Math.max(0, ...levels.values());
    levels.set(rank, known.get(rank) ?? above + 1);
  }
  for (const one of left) one.level = Math.min(matched.get(one) ?? one.level ?? levels.get(rankOf(one)) ?? 1, 6);
  if (title !== null) title.level = 1;
}

function sizeOf({ lines }: Made): number {
  return Math.max(...lines.map(({ size }) => size));
}

/** Headings of one size are of one level; bold ones stand above others of the same size. */
function rankOf(one: Made): number {
  return Math.round(sizeOf(one) * 2) * 2 + (one.lines.every((line) => isAll(line, 'bold')) ? 1 : 0);
}
