import { cleanText } from './clean-text.ts';
import { FormatError } from './format-error.ts';
import { Findings } from './findings.ts';
import type { Imported, ImportedBlock } from './imported.ts';
import { refuseLongLines } from './long-lines.ts';

/** Lines shorter than this, one after the other, are verse and not wrapped prose; in UTF-16 code units. */
const verseWidth = 56;
/** A wrapped line ends within so much of the longest one. */
const wrapShare = 0.6;
/** Headings are short. */
const headingLength = 80;

/**
 * Reads plain text. Paragraphs are parted by empty lines, or stand a line each where there are none. Lines that were broken at
 * a width are joined again (a hyphen at the end of a line is kept: it may belong to the word); short lines are verse. Lines such
 * as `3-тарау` or `Chapter IV` are headings.
 *
 * @throws FormatError empty; too-large for a line that is longer than any paragraph
 */
export function readPlainText(text: string): Imported {
  const findings = new Findings();
  refuseLongLines(text);
  const lines = cleanText(text.replace(/^\uFEFF/u, ''), findings).split(/\r\n|[\n\r\u2028\u2029\u0085]/u);
  const groups = parted(lines);
  const blocks = groups.flatMap((group) => blocksOf(group, findings));
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const title = blocks[0]?.type === 'heading' ? blocks[0].text : null;
  return {
    texts: [{ title, author: null, translator: null, date: null, language: null, blocks }],
    links: [],
    findings: findings.list(),
  };
}

interface Line {
  text: string;
  indented: boolean;
}

/** Groups of lines with empty lines between them; a group a line where no line is empty. */
function parted(lines: readonly string[]): Line[][] {
  const groups: Line[][] = [[]];
  for (const line of lines) {
    const text = line.replace(/\s+/gu, ' ').trim();
    if (text === '') groups.push([]);
    else groups.at(-1)?.push({ text, indented: /^(\t| {2,}|\u3000)/u.test(line) });
  }
  const filled = groups.filter(({ length }) => length > 0);
  const [only] = filled;
  const isOneALine = filled.length === 1 && only !== undefined && !isWrapped(only);
  return isOneALine ? only.map((line) => [line]) : filled;
}

function blocksOf(lines: readonly Line[], findings: Findings): ImportedBlock[] {
  const [first] = lines;
  if (first === undefined) return [];
  if (lines.length === 1) return [headingOr('text', first.text)];
  // An indented line begins a paragraph, where not all of them are indented.
  const starts = lines.filter(({ indented }, at) => at > 0 && indented).length;
  if (starts > 0 && lines.some(({ indented }) => !indented)) {
    const groups: Line[][] = [];
    for (const line of lines) {
      if (line.indented || groups.length === 0) groups.push([]);
      groups.at(-1)?.push({ ...line, indented: false });
    }
    return groups.flatMap((group) => blocksOf(group, findings));
  }
  if (isWrapped(lines)) {
    findings.add('guessed', 'lines-joined');
    return [headingOr('text', joined(lines.map((line) => line.text)))];
  }
  if (lines.every(({ text }) => text.length <= verseWidth)) {
    return [{ type: 'verse', text: lines.map((line) => line.text).join('\n'), marks: [] }];
  }
  return lines.map((line) => headingOr('text', line.text));
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

function joined(lines: readonly string[]): string {
  return lines.join(' ').replace(/ {2,}/gu, ' ');
}

/** `1-тарау`, `Глава 2`, `Chapter IV. The Steppe`, `III`, `* * *` is none. */
const heading =
  /^(?:(?:\d{1,3}|[IVXLC]{1,7})[-. ]*(?:ші|шы|інші|ыншы|нші|ншы)?\s*(?:тарау|бөлім|кітап|глава|часть|книга|chapter|part|book)(?:$|[\s.:—–-])|(?:тарау|бөлім|глава|часть|книга|chapter|part|book|kapitel|chapitre)\s+(?:\d{1,3}|[IVXLC]{1,7}|\p{L}{3,12})(?:$|[\s.:—–-])|[IVXLC]{1,7}\.?$)/iu;

function headingOr(type: 'text', text: string): ImportedBlock {
  const isHeading = text.length <= headingLength && heading.test(text) && !/[,;]$/u.test(text);
  return isHeading ? { type: 'heading', level: 1, text, marks: [] } : { type, text, marks: [] };
}
