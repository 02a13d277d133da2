import type { Mark } from '#core/records/paragraph.ts';
import type { Markup } from '../running-text.ts';
import type { InlineCode } from './inline-codes.ts';
import { JoinedMarks } from './joined-marks.ts';

/** An annotation's place in a segment, while it is read. UTF-16 code units. */
export interface SegmentSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A paragraph, or a part of one, as a segment has it. */
export interface SegmentPiece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly spans: readonly SegmentSpan[];
  /** Codes that are no formatting, in the order of the text. */
  readonly codes?: readonly InlineCode[];
}

/**
 * Puts the paragraphs of a segment together. White space is kept as it is, since it means something in a translation memory;
 * only at the ends of a paragraph there is none.
 */
export class SegmentText {
  #text = '';
  #marks = new JoinedMarks();
  #spans: SegmentSpan[] = [];
  #codes: InlineCode[] = [];
  readonly #done: SegmentPiece[] = [];
  readonly #joinsLines: boolean;
  /** Where lines end, where marks go on after them: looking them up in a text that grows would copy it each time. */
  readonly #lineBreaks = new Set<number>();
  /** Marks that were opened and not closed yet, by the name they have in the file. */
  readonly #open = new Map<string, { markup: Markup | null; start: number }>();

  /** @param joinsLines whether a mark that ends with a line goes on in the next, where markup cannot hold the line break */
  constructor(joinsLines = false) {
    this.#joinsLines = joinsLines;
  }

  get length(): number {
    return this.#text.length;
  }

  add(text: string): void {
    if (this.#joinsLines) {
      for (const { index } of text.matchAll(/\n/gu)) this.#lineBreaks.add(this.#text.length + index);
    }
    this.#text += text;
  }

  /** Begins what `close` with the same name ends; `null` where it means nothing to Egiz. */
  open(name: string, markup: Markup | null): void {
    if (!this.#open.has(name)) this.#open.set(name, { markup, start: this.#text.length });
  }

  /** @returns whether a mark ended here; if not, it is the end of something that Egiz does not know */
  close(name: string): boolean {
    const opened = this.#open.get(name);
    this.#open.delete(name);
    if (opened === undefined || opened.markup === null) return false;
    this.mark(opened.markup, opened.start);
    return true;
  }

  /** Adds a code, with what it shows. */
  code(code: Omit<InlineCode, 'at'>): void {
    this.#codes.push({ ...code, at: this.#text.length });
    this.add(code.shown);
  }

  /** Marks what was added since `start`. */
  mark(markup: Markup, start: number): void {
    if (start >= this.#text.length) return;
    const seams = this.#lineBreaks.has(start - 1) ? [start, start - 1] : [start];
    this.#marks.add({ ...markup, start, end: this.#text.length } as Mark, seams);
  }

  /** Notes that what was added since `start` belongs to an annotation. */
  span(id: string, start: number): void {
    if (start < this.#text.length) this.#spans.push({ id, start, end: this.#text.length });
  }

  /** Ends a paragraph. */
  endPiece(): void {
    const open = [...this.#open];
    for (const [name] of open) this.close(name);
    this.#done.push(trimmed(this.#text, this.#marks.marks, this.#spans, this.#codes));
    this.#text = '';
    this.#marks = new JoinedMarks();
    this.#lineBreaks.clear();
    this.#spans = [];
    this.#codes = [];
    // What goes on in the next paragraph begins anew there.
    for (const [name, { markup }] of open) this.open(name, markup);
  }

  /** The paragraphs of the segment, empty ones as well, so that their numbers stay. */
  take(): SegmentPiece[] {
    this.endPiece();
    return this.#done;
  }
}

function trimmed(
  text: string,
  marks: readonly Mark[],
  spans: readonly SegmentSpan[],
  codes: readonly InlineCode[],
): SegmentPiece {
  const plain = text.trim();
  const before = text.length - text.trimStart().length;
  const fitted = <S extends { start: number; end: number }>(stretches: readonly S[]): S[] =>
    stretches
      .map((one) => ({
        ...one,
        start: Math.min(Math.max(one.start - before, 0), plain.length),
        end: Math.min(Math.max(one.end - before, 0), plain.length),
      }))
      .filter(({ start, end }) => start < end)
      .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const placed = codes.map((code) => {
    const at = Math.min(Math.max(code.at - before, 0), plain.length);
    return { ...code, at, shown: plain.slice(at, Math.max(code.at - before + code.shown.length, at)) };
  });
  return {
    text: plain,
    marks: fitted(marks),
    spans: fitted(spans),
    ...(placed.length === 0 ? {} : { codes: placed }),
  };
}
