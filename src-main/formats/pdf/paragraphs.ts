import { beginsItem, hasBullet } from './list-items.ts';
import { endsEarly, isIndented, type Measures } from './measures.ts';
import { isAll, type Line } from './page-text.ts';
import { tableRows } from './tables.ts';

/** A font so much larger than that of the text is a heading's. */
const headingSize = 1.13;
/** Characters of the longest heading. */
const longestHeading = 250;
/** Distances of lines by which a paragraph begins, as shares of the usual one: alone, and after a line that ends early. */
const wideGap = 1.3;
const someGap = 1.1;
/** How much further apart lines with raised letters may stand. */
const raised = 1.2;
/** Sizes that differ by more are of two paragraphs. */
const otherSize = 0.09;

/** A paragraph of a page, or over several, as its lines. */
export interface Made {
  kind: 'heading' | 'text' | 'quote' | 'verse' | 'row' | 'picture';
  /** As the file says it. */
  level: number | null;
  lines: Line[];
  /** The numbers of the lines that begin anew though the one before had room. */
  broken: Set<number>;
}

/** How a line goes on from the one before: not at all, as its paragraph does, or on a line of its own. */
type Start = 'paragraph' | 'none' | 'line';

/** The paragraphs of lines in reading order, by their indents, distances, ends and sizes; or by the tags of the file. */
export function paragraphsOf(lines: readonly Line[], measures: Measures): Made[] {
  const rows = tableRows(lines);
  const rights = rightEdges(lines);
  const made: Made[] = [];
  lines.forEach((line, at) => {
    const last = made.at(-1);
    const before = last?.lines.at(-1);
    const kind = kindOf(line, rows, measures);
    const start: Start =
      last === undefined || before === undefined || last.kind !== kind || kind === 'picture'
        ? 'paragraph'
        : startOf(last, before, line, rights[at - 1] ?? 0, measures);
    if (last === undefined || start === 'paragraph') {
      made.push({ kind, level: line.element?.level ?? null, lines: [line], broken: new Set() });
      return;
    }
    if (start === 'line') last.broken.add(last.lines.length);
    last.lines.push(line);
  });
  return made;
}

function kindOf(line: Line, rows: ReadonlySet<Line>, { body }: Measures): Made['kind'] {
  if (line.isPicture === true) return 'picture';
  if (rows.has(line)) return 'row';
  if (line.element !== null && line.element.role !== 'paragraph') {
    return line.element.role === 'heading' ? 'heading' : 'text';
  }
  return line.size > body * headingSize && line.text.length <= longestHeading && /\p{L}|\p{N}/u.test(line.text)
    ? 'heading'
    : 'text';
}

function startOf(last: Made, before: Line, line: Line, right: number, measures: Measures): Start {
  const follows = before.page === line.page && before.part === line.part && line.y > before.y;
  const early = endsEarly(before, line, right);
  if (before.element !== null || line.element !== null) return byTags(last, before, line, early);
  if (last.kind === 'row') return 'paragraph';
  if (Math.abs(before.size - line.size) > otherSize * Math.max(before.size, line.size)) return 'paragraph';
  if (last.kind === 'heading') return follows && line.y - before.y < 1.8 * line.size ? 'none' : 'paragraph';
  if (isAll(line, 'bold') !== isAll(before, 'bold') && early) return 'paragraph';
  return follows ? below(last, before, line, early, measures) : beyond(last, before, line, early, measures);
}

function byTags(last: Made, before: Line, line: Line, early: boolean): Start {
  const [a, b] = [before.element, line.element];
  if (a?.id === b?.id) return early && a?.role !== 'row' && before.page === line.page ? 'line' : 'none';
  // The tree of a page does not say that an element began on the one before.
  const goesOn = a !== null && b !== null && a.role === b.role && before.page < line.page && a.role !== 'row';
  const isVerse = last.broken.size > 0 && last.broken.size === last.lines.length - 1;
  if (goesOn && early && isVerse) return 'line';
  const stays =
    last.lines.length > 1 && Math.abs(line.x - line.column[0] - before.x + before.column[0]) < 0.3 * line.size;
  const isAnew =
    early || (isIndented(line) && !stays) || a?.role === 'heading' || (hasBullet(line) && b?.role === 'item');
  return goesOn && !isAnew && !(endsSentence(before) && !isJustFull(before)) ? 'none' : 'paragraph';
}

/** A line on the same page, under the other. */
function below(last: Made, before: Line, line: Line, early: boolean, { leading, body, indent }: Measures): Start {
  // Raised numbers push lines apart.
  const isRaised = [...line.runs, ...before.runs].some(({ shift }) => shift !== null);
  const usual = leading * Math.max(1, line.size / body) * (isRaised ? raised : 1);
  const gap = line.y - before.y;
  if (gap > wideGap * usual || (early && gap > someGap * usual)) return 'paragraph';
  const [first] = last.lines;
  const isItem =
    first !== undefined && beginsItem(first) && (hasBullet(first) || last.lines.length === 1 || isHanging(last));
  if (
    beginsItem(line) &&
    (hasBullet(line) || (isItem && Math.abs(line.x - (first?.x ?? 0)) < 2) || (early && isIndented(line)))
  ) {
    return 'paragraph';
  }
  if (isItem && first !== undefined && line.x > first.x + 0.4 * line.size) {
    return early && endsSentence(before) ? 'line' : 'none';
  }
  const near = Math.abs(line.x - before.x) < 0.15 * line.size;
  if (isIndented(line) && !isIndented(before)) return 'paragraph';
  if (near && isIndented(line)) {
    const isFirst = indent !== null && Math.abs(line.x - line.column[0] - indent) < 1.5;
    return isFirst && last.lines.length === 1 && (early || endsSentence(before))
      ? 'paragraph'
      : early
        ? 'line'
        : 'none';
  }
  // Back to the edge: after a first line, or after what stands apart.
  if (!near && line.x < before.x && last.lines.length > 1 && last.lines.every(isIndented)) return 'paragraph';
  return early ? 'line' : 'none';
}

/** A line on the next page, or in the next column. */
function beyond(last: Made, before: Line, line: Line, early: boolean, { indent }: Measures): Start {
  const [by, byBefore] = [line.x - line.column[0], before.x - before.column[0]];
  const [first] = last.lines;
  const isItem = first !== undefined && beginsItem(first) && isHanging(last);
  if (beginsItem(line) && (hasBullet(line) || isItem)) return 'paragraph';
  const goesOnApart = last.lines.length > 1 && Math.abs(by - byBefore) < 0.3 * line.size;
  if (early) {
    if (last.broken.size > 0 && last.broken.size === last.lines.length - 1) return 'line';
    return /^\p{Ll}/u.test(line.text) && !endsSentence(before) ? 'none' : 'paragraph';
  }
  if (isIndented(line)) return goesOnApart || isItem ? 'none' : 'paragraph';
  if (last.lines.length > 1 && last.lines.every(isIndented)) return 'paragraph';
  return indent === null && endsSentence(before) && !isJustFull(before) ? 'paragraph' : 'none';
}

/** Whether the lines after the first of an item stand further in than it. */
function isHanging({ lines: [first, second] }: Made): boolean {
  return first !== undefined && (second === undefined || second.x > first.x + 0.4 * first.size);
}

/** Whether a line goes to the very edge, as one in the middle of a paragraph does where edges are even. */
function isJustFull({ end, column, size }: Line): boolean {
  return end > column[1] - 0.6 * size;
}

export function endsSentence({ text }: Line): boolean {
  return /[.!?…:;]["»”’)\]]*(?:\d{1,3})?$/u.test(text);
}

/**
 * How far each line could go: the edge of its column, or nearer where a block of lines stands apart on both sides, as quotes do.
 */
function rightEdges(lines: readonly Line[]): number[] {
  const rights = lines.map(({ column }) => column[1]);
  let from = 0;
  const close = (to: number): void => {
    const block = lines.slice(from, to);
    const end = Math.max(...block.map((line) => line.end));
    const [first] = block;
    const full = block.slice(0, -1).filter((line, at) => {
      const next = block[at + 1];
      return next !== undefined && !endsEarly(line, next, end);
    });
    const isBlock =
      block.length >= 3 && first !== undefined && isIndented(first) && full.length >= (block.length - 1) * 0.75;
    if (isBlock && end < first.column[1] - 0.8 * first.size) rights.fill(end, from, to);
    from = to;
  };
  lines.forEach((line, at) => {
    const before = lines[at - 1];
    const isSame =
      before !== undefined && before.page === line.page && before.part === line.part && Math.abs(before.x - line.x) < 1;
    if (at > 0 && !isSame) close(at);
  });
  if (lines.length > 0) close(lines.length);
  return rights;
}
