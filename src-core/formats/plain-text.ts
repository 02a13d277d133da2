import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { refuseLongLines } from './long-lines.ts';
import { hasOwnParagraphs, joinedLines, type Line, unwrapped, wordsOf, wrapWidth } from './wrapped-lines.ts';

/** Lines shorter than this, one after the other, are verse and not wrapped prose; in UTF-16 code units. */
const verseWidth = 56;
/** A wrapped line ends within so much of the longest one. */
const wrapShare = 0.6;
/** Headings are short. */
const headingLength = 80;

/**
 * Reads plain text. Paragraphs are parted by empty lines, or stand a line each where there are none. Lines that were broken at
 * a width are joined again, also where only their lengths and indents tell where a paragraph ends, and words that were divided
 * with them; short lines are verse; items of lists and speeches that begin with a dash stand for themselves. Lines such as
 * `3-тарау` or `Chapter IV` and those in the middle of a page are headings.
 *
 * @throws FormatError empty; too-large for a line that is longer than any paragraph
 */
export function readPlainText(text: string): Imported {
  const findings = new Findings();
  refuseLongLines(text);
  const lines = cleanText(text.replace(/^\uFEFF/u, ''), findings).split(/\r\n|[\n\r\u2028\u2029\u0085]/u);
  const groups = parted(lines);
  const filled = groups.flat();
  const page = { width: wrapWidth(filled), words: wordsOf(filled), isParted: groups.length > 1 };
  const blocks = groups.flatMap((group) => blocksOf(group, page, findings));
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const title = blocks[0]?.type === 'heading' ? blocks[0].text : null;
  return {
    texts: [{ title, author: null, translator: null, date: null, language: null, blocks }],
    links: [],
    findings: findings.list(),
  };
}

/** What is known of a text as a whole. */
interface Page {
  /** At which its lines were broken; `null` where they were not. */
  readonly width: number | null;
  readonly words: ReadonlySet<string>;
  /** Whether it has empty lines. */
  readonly isParted: boolean;
}

/** Groups of lines with empty lines between them. */
function parted(lines: readonly string[]): Line[][] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text === '') groups.push([]);
    else groups.at(-1)?.push({ text, indent: indentOf(line) });
  }
  return groups.filter(({ length }) => length > 0);
}

/** Columns before the first letter; one space is none. */
function indentOf(line: string): number {
  const spaces = /^[\t \u00A0\u3000]*/u.exec(line)?.[0].replaceAll('\t', '    ').replaceAll('\u3000', '  ').length ?? 0;
  return spaces > 1 ? spaces : 0;
}

function blocksOf(lines: readonly Line[], page: Page, findings: Findings): ImportedBlock[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.every((line) => isCentred(line, page.width)) && lines.length <= 3) {
    findings.add('guessed', 'headings-guessed');
    return [{ type: 'heading', level: 1, text: lines.map(({ text }) => text).join(' '), marks: [] }];
  }
  if (lines.length === 1) return [headingOr('text', first.text)];
  if (page.width !== null && hasOwnParagraphs(lines, page.width)) {
    return unwrapped(lines, page.width).map((group) => paragraphOf(group, page, findings));
  }
  const items = itemsOf(lines);
  if (items !== null) return items.map((group) => paragraphOf(group, page, findings));
  if (page.isParted && isStanza(lines)) return [verseOf(lines)];
  // An indented line begins a paragraph, where not all of them are indented.
  const starts = lines.filter(({ indent }, at) => at > 0 && indent > 0).length;
  if (starts > 0 && lines.some(({ indent }) => indent === 0)) {
    const groups: Line[][] = [];
    for (const line of lines) {
      if (line.indent > 0 || groups.length === 0) groups.push([]);
      groups.at(-1)?.push({ ...line, indent: 0 });
    }
    return groups.flatMap((group) => blocksOf(group, page, findings));
  }
  if (isWrapped(lines)) return [paragraphOf(lines, page, findings)];
  // Where no line is empty, a line is a paragraph.
  if (page.isParted && lines.every(({ text }) => text.length <= verseWidth)) {
    return [verseOf(lines)];
  }
  return lines.map((line) => headingOr('text', line.text));
}

function verseOf(lines: readonly Line[]): ImportedBlock {
  return { type: 'verse', text: lines.map(({ text }) => text).join('\n'), marks: [] };
}

/** Whether lines are verse though some are farther in: short, beginning with capitals, and few of them ending a sentence. */
function isStanza(lines: readonly Line[]): boolean {
  const share = (has: (line: Line) => boolean): number => lines.filter(has).length / lines.length;
  return (
    lines.length > 2 &&
    lines.every(({ text }) => text.length <= verseWidth) &&
    share(({ text }) => /^[^\p{L}]*\p{Ll}/u.test(text)) < 0.3 &&
    share(({ text }) => /[.!?…]$/u.test(text)) <= 0.5
  );
}

function paragraphOf(lines: readonly Line[], { words }: Page, findings: Findings): ImportedBlock {
  if (lines.length > 1) findings.add('guessed', 'lines-joined');
  const joined = joinedLines(
    lines.map(({ text }) => text),
    words,
    () => findings.add('guessed', 'hyphens-joined'),
  );
  return headingOr('text', joined);
}

/** A number, a sign or a dash before an item of a list or a speech. */
const item = /^(?:\d{1,3}[.)]|[•*–—-])\s/u;

/** Groups that begin with items of a list or with speeches, where two or more and the first line do; else `null`. */
function itemsOf(lines: readonly Line[]): Line[][] | null {
  const marked = lines.filter(({ text }) => item.test(text)).length;
  if (marked < 2 || !item.test(lines[0]?.text ?? '')) return null;
  const groups: Line[][] = [];
  for (const line of lines) {
    if (item.test(line.text) || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(line);
  }
  return groups;
}

/** Whether a line stands in the middle of the page, and is no line of verse that is only farther in. */
function isCentred({ text, indent }: Line, width: number | null): boolean {
  if (width === null || indent < 8 || text.length > headingLength || /[.,;:]$/u.test(text)) return false;
  return /\p{L}/u.test(text) && Math.abs(indent - (width - text.length) / 2) <= 3;
}

/**
 * Whether lines were broken at a width: all but the last are nearly as long as the longest, and most of them end in the middle
 * of a sentence. A paragraph a line ends in a full stop each time.
 */
function isWrapped(lines: readonly Line[]): boolean {
  const full = lines.slice(0, -1);
  if (full.length === 0) return false;
  const longest = lines.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest <= verseWidth && full.some(({ text }) => text.length < longest * wrapShare)) return false;
  const near = full.filter(({ text }) => text.length >= longest * wrapShare).length;
  const open = full.filter(({ text }) => !/[.!?…:;»”"]$/u.test(text)).length;
  const next = lines.slice(1).filter(({ text }) => /^[\p{Ll}\d(«“„]/u.test(text)).length;
  return near >= full.length * 0.8 && open >= full.length * 0.5 && (longest > verseWidth || next >= full.length * 0.5);
}

/** `1-тарау`, `Глава 2`, `Chapter IV. The Steppe`, `III`, `* * *` is none. */
const heading =
  /^(?:(?:\d{1,3}|[IVXLC]{1,7})[-. ]*(?:ші|шы|інші|ыншы|нші|ншы)?\s*(?:тарау|бөлім|кітап|глава|часть|книга|chapter|part|book)(?:$|[\s.:—–-])|(?:тарау|бөлім|глава|часть|книга|chapter|part|book|kapitel|chapitre)\s+(?:\d{1,3}|[IVXLC]{1,7}|\p{L}{3,12})(?:$|[\s.:—–-])|[IVXLC]{1,7}\.?$)/iu;

function headingOr(type: 'text', text: string): ImportedBlock {
  const isHeading = text.length <= headingLength && heading.test(text) && !/[,;]$/u.test(text);
  return isHeading ? { type: 'heading', level: 1, text, marks: [] } : { type, text, marks: [] };
}
