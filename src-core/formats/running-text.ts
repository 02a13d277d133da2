import type { Mark } from '#core/records/paragraph.ts';

/** What a stretch of running text is inside: emphasis, a link. Offsets come when it is put in its place. */
export type Markup = Omit<Mark, 'start' | 'end'>;

/**
 * Puts a paragraph together from stretches of text. White space is collapsed as on a page: runs become one space, none stands
 * at the ends or around a line break. Marks keep to the text that stays. Offsets are UTF-16 code units.
 */
export class RunningText {
  #text = '';
  #marks: Mark[] = [];
  /** The last mark of each kind and target. */
  #last = new Map<string, Mark>();
  /** White space was seen, and stands before whatever follows. */
  #space: ' ' | '\n' | '' = '';

  /** Adds text that stands in `markup`, outermost first. */
  add(text: string, markup: readonly Markup[]): void {
    // Not by a pattern for words: a word of some million characters would exhaust the stack of patterns.
    let at = 0;
    for (const { 0: space, index } of text.matchAll(/[ \t\n\f\r]+/gu)) {
      if (index > at) this.#put(text.slice(at, index), markup);
      this.#space ||= ' ';
      at = index + space.length;
    }
    if (at < text.length) this.#put(text.slice(at), markup);
  }

  /** Adds text as it is, white space and all: preformatted. A line end stays one. */
  addAsIs(text: string, markup: readonly Markup[]): void {
    const lines = text.split(/\r\n|\n|\r/u);
    lines.forEach((line, at) => {
      if (at > 0) this.breakLine();
      if (line.trim() !== '') this.#put(line.trimEnd(), markup);
    });
  }

  /** Ends a line: of verse, of an address. */
  breakLine(): void {
    this.#space = '\n';
  }

  #put(text: string, markup: readonly Markup[]): void {
    if (this.#text !== '' && this.#space !== '') this.#extend(this.#space, markup);
    this.#space = '';
    const start = this.#text.length;
    this.#text += text;
    for (const [key, one] of distinct(markup)) this.#mark(key, one, start, this.#text.length);
  }

  /** White space inside a mark belongs to it, between two marks to none. */
  #extend(space: string, markup: readonly Markup[]): void {
    const start = this.#text.length;
    this.#text += space;
    for (const key of distinct(markup).keys()) {
      const last = this.#last.get(key);
      if (last?.end === start) last.end = start + space.length;
    }
  }

  #mark(key: string, markup: Markup, start: number, end: number): void {
    const last = this.#last.get(key);
    if (last?.end === start) {
      last.end = end;
      return;
    }
    const mark = { ...markup, start, end } as Mark;
    this.#last.set(key, mark);
    this.#marks.push(mark);
  }

  /** What was added so far, and begins anew. `null` when there is nothing but white space. */
  take(): { text: string; marks: Mark[] } | null {
    const taken = { text: this.#text, marks: this.#marks.toSorted((a, b) => a.start - b.start || b.end - a.end) };
    this.#text = '';
    this.#marks = [];
    this.#last = new Map();
    this.#space = '';
    // Not only what is collapsed is white space: a byte order mark alone is no paragraph either.
    return taken.text.trim() === '' ? null : taken;
  }

  /** How much there is so far. */
  get length(): number {
    return this.#text.length;
  }
}

/**
 * A paragraph without the spaces that only indent it (no-break spaces, as web pages have them), and with the mark of an item of
 * a list before it, where it does not begin with it anyway.
 */
export function shortened(
  { text, marks }: { text: string; marks: Mark[] },
  bullet: string,
): { text: string; marks: Mark[] } {
  const from = text.length - text.trimStart().length;
  const words = text.trim();
  const before = bullet === '' || words.startsWith(bullet.trim()) ? '' : bullet;
  const moved = (at: number): number => Math.min(Math.max(at - from, 0), words.length) + before.length;
  return {
    text: `${before}${words}`,
    marks: marks
      .map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }))
      .filter(({ start, end }) => end > start),
  };
}

/** Markup by what it is, each kind once: emphasis in emphasis is emphasis, however many times a file says so. */
function distinct(markup: readonly Markup[]): ReadonlyMap<string, Markup> {
  const known = inside.get(markup);
  if (known !== undefined) return known;
  const found = new Map<string, Markup>();
  for (const one of markup) {
    const key = JSON.stringify([one.type, one.href, one.note]);
    if (!found.has(key)) found.set(key, one);
  }
  inside.set(markup, found);
  return found;
}

/** The words of an element share its markup. */
const inside = new WeakMap<readonly Markup[], ReadonlyMap<string, Markup>>();
