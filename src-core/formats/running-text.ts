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
  /** White space was seen, and stands before whatever follows. */
  #space: ' ' | '\n' | '' = '';

  /** Adds text that stands in `markup`, outermost first. */
  add(text: string, markup: readonly Markup[]): void {
    for (const [part] of text.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/gu)) {
      if (/^[ \t\n\f\r]/u.test(part)) this.#space ||= ' ';
      else this.#put(part, markup);
    }
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
    for (const one of markup) this.#mark(one, start, this.#text.length);
  }

  /** White space inside a mark belongs to it, between two marks to none. */
  #extend(space: string, markup: readonly Markup[]): void {
    const start = this.#text.length;
    this.#text += space;
    for (const one of markup) {
      const last = this.#last(one);
      if (last?.end === start) last.end = start + space.length;
    }
  }

  #mark(markup: Markup, start: number, end: number): void {
    const last = this.#last(markup);
    if (last?.end === start) last.end = end;
    else this.#marks.push({ ...markup, start, end } as Mark);
  }

  #last({ type, href, note }: Markup): Mark | undefined {
    return this.#marks.findLast((mark) => mark.type === type && mark.href === href && mark.note === note);
  }

  /** What was added so far, and begins anew. `null` when there is nothing but white space. */
  take(): { text: string; marks: Mark[] } | null {
    const taken = { text: this.#text, marks: this.#marks.toSorted((a, b) => a.start - b.start || b.end - a.end) };
    this.#text = '';
    this.#marks = [];
    this.#space = '';
    return taken.text === '' ? null : taken;
  }

  /** How much there is so far. */
  get length(): number {
    return this.#text.length;
  }
}
