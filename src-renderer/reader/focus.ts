import { alignedWith } from '#core/alignment/link.ts';
import type { Column } from './column.ts';
import { readerParts } from './reader-store.ts';
import type { Shown, Viewport } from './viewport.ts';
import type { Mode } from './plan.ts';

/** How much is left free above or below what is scrolled into view, in CSS pixels. */
const margin = 20;
/** How far an arrow key scrolls within a paragraph that is higher than the view, as a share of the view. */
const withinParagraph = 0.4;

/** What the focus moves in. */
export interface Ground extends Shown {
  viewport: Viewport;
  mode: Mode;
  /** Reads the texts of a spread and mounts it. */
  bring: (spread: number) => Promise<void>;
}

/**
 * The focus among paragraphs: one of them is the text's stop for Tab, arrows move from one to the next, across spreads and
 * to the other side. What the pointer does moves it silently.
 */
export class ParagraphFocus {
  readonly #ground: () => Ground | null;
  #stop: HTMLElement | null = null;
  /** Was the focus brought where it is by keys? Only then do arrows move it; after a click they scroll. */
  #byKeys = false;
  #root: HTMLElement | null = null;

  constructor(ground: () => Ground | null) {
    this.#ground = ground;
  }

  /** Begins to follow the focus within the text. Gives the function that ends it. */
  attach(root: HTMLElement): () => void {
    const focused = (event: FocusEvent): void => {
      const element = paragraphAround(event.target);
      if (element === null) return;
      this.#stopAt(element);
      if (this.#byKeys || element.matches(':focus-visible')) this.#mark(element.dataset.paragraph ?? '');
    };
    const left = (): void => {
      this.#mark(null);
    };
    const pressed = left;
    this.#root = root;
    root.addEventListener('focusin', focused);
    root.addEventListener('focusout', left);
    root.addEventListener('pointerdown', pressed, { capture: true });
    return () => {
      root.removeEventListener('focusin', focused);
      root.removeEventListener('focusout', left);
      root.removeEventListener('pointerdown', pressed, { capture: true });
      this.#mark(null);
      this.#root = null;
    };
  }

  /** The paragraph that has the focus, or holds what has it. */
  get paragraph(): string | null {
    return paragraphAround(document.activeElement)?.dataset.paragraph ?? null;
  }

  /** Do arrows move the focus now? */
  get moving(): boolean {
    return this.#byKeys && this.paragraph !== null;
  }

  /** Makes the paragraph at the top of the view the one that Tab comes to, unless the focus is in the text. */
  rest(paragraph: string): void {
    if (this.paragraph !== null) return;
    const element = this.#ground()?.viewport.columns.element(paragraph);
    if (element) this.#stopAt(element);
  }

  /** Focuses a mounted paragraph and, unless told otherwise, scrolls it into view. */
  go(paragraph: string, scroll = true): void {
    const viewport = this.#ground()?.viewport;
    const element = viewport?.columns.element(paragraph);
    if (viewport === undefined || !element) return;
    element.focus({ preventScroll: true });
    this.#mark(paragraph);
    if (scroll) intoView(element.getBoundingClientRect(), viewport.at(paragraph));
  }

  /** Moves to the next (1) or the previous (-1) paragraph; within one that is higher than the view, scrolls first. */
  async move(step: 1 | -1): Promise<void> {
    const { paragraph } = this;
    const viewport = paragraph === null ? undefined : this.#ground()?.viewport.at(paragraph);
    if (paragraph === null || viewport === undefined) return;
    const element = viewport.columns.element(paragraph);
    const scroller = viewport.scroller;
    if (element !== null && scroller !== null) {
      const view = scroller.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const hidden = step === 1 ? box.bottom - view.bottom : view.top - box.top;
      if (hidden > 0 && box.height > view.height - 2 * margin) {
        viewport.scrollBy(step * Math.min(hidden + margin, view.height * withinParagraph));
        return;
      }
    }
    const next = await this.neighbour(paragraph, step);
    if (next !== null) this.go(next);
  }

  /** The paragraph after or before one, in the order in which they are shown; its spread is mounted. */
  async neighbour(paragraph: string, step: 1 | -1): Promise<string | null> {
    const ground = this.#ground();
    const column = ground?.viewport.columns.of(paragraph);
    if (ground === null || !column) return null;
    for (let spread = column.spread; spread >= 0 && spread < ground.arrangement.spreads.length; spread += step) {
      await ground.bring(spread);
      const list = inOrder(ground, column, spread);
      const at = list.indexOf(paragraph);
      const next = at >= 0 ? list[at + step] : list.at(step === 1 ? 0 : -1);
      if (next !== undefined) return next;
    }
    return null;
  }

  /** Moves to the first paragraph aligned with this one on the other side. Gives whether there is one that is shown. */
  toOtherSide(): boolean {
    const ground = this.#ground();
    const { paragraph } = this;
    if (ground === null || paragraph === null) return false;
    const other = alignedWith(paragraph, ground.arrangement.index).find(
      (id) => ground.viewport.columns.of(id) !== null,
    );
    if (other !== undefined) this.go(other);
    return other !== undefined;
  }

  #stopAt(element: HTMLElement): void {
    if (this.#stop !== element) this.#stop?.setAttribute('tabindex', '-1');
    element.setAttribute('tabindex', '0');
    this.#stop = element;
  }

  /** Shows where keys have brought the focus; `null`: it is not in the text, or a pointer put it there. */
  #mark(paragraph: string | null): void {
    this.#byKeys = paragraph !== null;
    this.#root?.toggleAttribute('data-keys', this.#byKeys);
    const link = paragraph === null ? undefined : this.#ground()?.arrangement.index.get(paragraph)?.link;
    readerParts.setState({ focused: link?.id ?? null });
  }
}

/** Scrolls so that a box is in view; of one higher than the view, its beginning. */
export function intoView(box: DOMRect, viewport: Viewport): void {
  const view = viewport.scroller?.getBoundingClientRect();
  if (view === undefined) return;
  const tall = box.height > view.height - 2 * margin;
  const above = box.top < view.top + margin;
  if (above || (tall && box.top > view.bottom - margin)) viewport.scrollBy(box.top - view.top - margin);
  else if (box.bottom > view.bottom - margin && !tall) viewport.scrollBy(box.bottom - view.bottom + margin);
}

/** Side by side, the paragraphs of the same column; one below the other, all as they follow each other. */
function inOrder({ viewport, mode }: Ground, column: Column, spread: number): string[] {
  return [...viewport.columns]
    .filter((one) => one.spread === spread && (mode !== 'side' || one.side === column.side))
    .flatMap(({ placed }) => placed)
    .toSorted((a, b) => a.row - b.row)
    .map(({ paragraph }) => paragraph.id);
}

export function paragraphAround(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-paragraph]') : null;
}
