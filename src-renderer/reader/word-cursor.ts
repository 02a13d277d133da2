import { language } from '#core/language/language.ts';
import type { Column } from './column.ts';
import type { Layer } from './drawing.ts';
import { intoView, type ParagraphFocus } from './focus.ts';
import type { Selecting } from './selection.ts';
import type { Viewport } from './viewport.ts';

/** A word of the text: `[start, end)` of a paragraph. */
interface Word {
  paragraph: string;
  start: number;
  end: number;
  /** What is selected with it: quotes and stops that belong to the sentence or paragraph of which it is the edge. */
  from?: number;
  to?: number;
}

/**
 * Selecting by keys. The browser has no caret in text that is only read, so a word is the cursor: it is selected where it
 * stands, arrows move it, and with Shift they extend the selection from where it stood. Languages differ in what a word
 * and a sentence is (src-core/language).
 */
export class WordCursor {
  readonly #viewport: Viewport;
  readonly #focus: ParagraphFocus;
  readonly #selecting: Selecting;
  readonly #languageOf: (column: Column) => string;
  #anchor: Word | null = null;
  #head: Word | null = null;
  #changed: (paragraphs: ReadonlySet<string>) => void = () => undefined;

  /** Draws the word the cursor is on. */
  readonly layer: Layer = {
    name: 'word-cursor',
    draw: ({ id }) =>
      this.#head?.paragraph === id ? [{ start: this.#head.start, end: this.#head.end, class: 'word-cursor' }] : [],
    subscribe: (changed) => {
      this.#changed = changed;
      return () => {
        this.#changed = () => undefined;
      };
    },
  };

  constructor(viewport: Viewport, focus: ParagraphFocus, selecting: Selecting, languageOf: (column: Column) => string) {
    this.#viewport = viewport;
    this.#focus = focus;
    this.#selecting = selecting;
    this.#languageOf = languageOf;
  }

  get active(): boolean {
    return this.#head !== null;
  }

  /** Where the cursor is. */
  get at(): Word | null {
    return this.#head;
  }

  /** Puts the cursor on the first word of a paragraph that is in view. Gives whether it has words. */
  start(paragraph: string): boolean {
    const words = this.#words(paragraph);
    const { top } = this.#viewport.at(paragraph);
    const inView = words.find((word) => (this.#box(word)?.top ?? -Infinity) >= top);
    return this.#set(inView ?? words[0] ?? null, false);
  }

  end(): void {
    if (this.#head === null) return;
    const { paragraph } = this.#head;
    this.#anchor = null;
    this.#head = null;
    this.#changed(new Set([paragraph]));
    this.#selecting.clear();
  }

  /** Puts the cursor on a word of a mounted paragraph: on the one that begins at `start`, or else holds it. Gives whether there is one. */
  put(paragraph: string, start: number): boolean {
    return this.#set(this.#words(paragraph).find(({ end }) => end > start) ?? null, false);
  }

  /** Gives up what was extended: the cursor stays on its word. */
  settle(): void {
    this.#set(this.#head, false);
  }

  /** To the next or the previous word, across paragraphs. */
  async word(step: 1 | -1, extend: boolean): Promise<void> {
    const head = this.#head;
    if (head === null) return;
    const words = this.#words(head.paragraph);
    const next =
      step === 1 ? words.find(({ start }) => start >= head.end) : words.findLast(({ end }) => end <= head.start);
    this.#set(next ?? (await this.#edgeOf(head.paragraph, step)), extend);
  }

  /** To the word above or below. */
  async line(step: 1 | -1, extend: boolean): Promise<void> {
    const head = this.#head;
    const box = head === null ? null : this.#box(head);
    if (head === null || box === null) return;
    const x = (box.left + box.right) / 2;
    const others = this.#words(head.paragraph).flatMap((word) => {
      const place = this.#box(word);
      const away = place === null ? 0 : (place.top - box.top) * step;
      return place !== null && away > box.height / 2
        ? [{ word, away, aside: Math.abs((place.left + place.right) / 2 - x) }]
        : [];
    });
    const nearest = Math.min(...others.map(({ away }) => away));
    const [best] = others.filter(({ away }) => away < nearest + 2).toSorted((a, b) => a.aside - b.aside);
    this.#set(best?.word ?? (await this.#edgeOf(head.paragraph, step)), extend);
  }

  /** To the first or the last word of the paragraph. */
  edge(step: 1 | -1, extend: boolean): void {
    const head = this.#head;
    if (head !== null) this.#set(this.#edge(head.paragraph, step), extend);
  }

  /** Selects the sentence the cursor is in; once it is selected, extends by the next (1) or the previous (-1) one. */
  async sentence(step: 1 | -1): Promise<void> {
    const head = this.#head;
    const column = head === null ? null : this.#viewport.columns.of(head.paragraph);
    if (head === null || column === null) return;
    const text = column.paragraph(head.paragraph)?.text ?? '';
    const words = this.#words(head.paragraph);
    const sentences = language(this.#languageOf(column))
      .sentences(text)
      .map(([start, end]) =>
        widened(
          words.filter((word) => word.start >= start && word.end <= end),
          start,
          end,
        ),
      );
    const here = sentences.findIndex((sentence) => sentence.some(({ start }) => start === head.start));
    const far = (sentence: readonly Word[] | undefined): Word | undefined => sentence?.at(step === 1 ? -1 : 0);
    if (this.#anchor?.paragraph === head.paragraph && this.#anchor.start === head.start) {
      this.#anchor = sentences[here]?.at(step === 1 ? 0 : -1) ?? head;
      this.#set(far(sentences[here]) ?? null, true);
      return;
    }
    const next = far(sentences[here])?.start === head.start ? far(sentences[here + step]) : far(sentences[here]);
    this.#set(next ?? (await this.#edgeOf(head.paragraph, step)), true);
  }

  /** Selects from the edge of the paragraph on, or where all of it is selected, the next paragraph as well. */
  async paragraph(step: 1 | -1): Promise<void> {
    const head = this.#head;
    if (head === null) return;
    const far = this.#edge(head.paragraph, step);
    const all = far?.start === head.start && far.to === head.to && far.from === head.from;
    if (this.#anchor?.paragraph === head.paragraph) {
      this.#anchor = this.#edge(head.paragraph, step === 1 ? -1 : 1) ?? this.#anchor;
    }
    const next = all ? await this.#edgeOf(head.paragraph, step) : null;
    this.#set(next === null ? far : this.#edge(next.paragraph, step), true);
  }

  /** The first word of the paragraph after, or the last of the one before, in the same edition. */
  async #edgeOf(paragraph: string, step: 1 | -1): Promise<Word | null> {
    const edition = this.#viewport.columns.of(paragraph)?.edition;
    for (
      let next = await this.#focus.neighbour(paragraph, step);
      next !== null;
      next = await this.#focus.neighbour(next, step)
    ) {
      if (this.#viewport.columns.of(next)?.edition !== edition) continue;
      const word = this.#words(next).at(step === 1 ? 0 : -1);
      if (word !== undefined) return word;
    }
    return null;
  }

  /** The last (1) or the first (-1) word of a paragraph, with all that stands after or before it. */
  #edge(paragraph: string, step: 1 | -1): Word | null {
    const { length } = this.#viewport.columns.of(paragraph)?.paragraph(paragraph)?.text ?? '';
    return widened(this.#words(paragraph), 0, length).at(step === 1 ? -1 : 0) ?? null;
  }

  #words(paragraph: string): Word[] {
    const column = this.#viewport.columns.of(paragraph);
    const text = column?.paragraph(paragraph)?.text;
    if (column === null || text === undefined) return [];
    return language(this.#languageOf(column))
      .words(text)
      .map(([start, end]) => ({ paragraph, start, end }));
  }

  #box({ paragraph, start, end }: Word): DOMRect | null {
    return this.#viewport.columns.range(paragraph, start, end)?.getBoundingClientRect() ?? null;
  }

  #set(next: Word | null, extend: boolean): boolean {
    const column = next === null ? null : this.#viewport.columns.of(next.paragraph);
    if (next === null || column === null) return false;
    const before = this.#head?.paragraph;
    const { paragraph, start, end } = next;
    const head: Word = extend ? next : { paragraph, start, end };
    const anchor = extend ? (this.#anchor ?? head) : head;
    this.#head = head;
    this.#anchor = anchor;
    if (before !== paragraph) this.#focus.go(paragraph);
    this.#changed(new Set([before ?? paragraph, paragraph]));
    const backwards = this.#isBefore(head, anchor, column);
    this.#selecting.select(
      column.side,
      { paragraph: anchor.paragraph, offset: backwards ? (anchor.to ?? anchor.end) : (anchor.from ?? anchor.start) },
      { paragraph, offset: backwards ? (head.from ?? head.start) : (head.to ?? head.end) },
    );
    const box = this.#box(head);
    if (box !== null) intoView(box, this.#viewport.at(paragraph));
    return true;
  }

  #isBefore(head: Word, anchor: Word, column: Column): boolean {
    if (head.paragraph === anchor.paragraph) return head.start < anchor.start;
    const there = this.#viewport.columns.of(anchor.paragraph);
    if (there !== null && there !== column) return column.spread < there.spread;
    const order = column.placed.map(({ paragraph }) => paragraph.id);
    return order.indexOf(head.paragraph) < order.indexOf(anchor.paragraph);
  }
}

/** The words of a stretch `[from, to)`, the first and the last of them with all that stands outside of them. */
function widened(words: readonly Word[], from: number, to: number): Word[] {
  return words.map((word, index) => ({
    ...word,
    ...(index === 0 ? { from } : {}),
    ...(index === words.length - 1 ? { to } : {}),
  }));
}
