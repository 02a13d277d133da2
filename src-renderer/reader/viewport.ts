import { flushSync } from 'react-dom';
import type { Arrangement } from './arrangement.ts';
import type { Column, Side } from './column.ts';
import type { Columns } from './columns.ts';
import type { Heights } from './heights.ts';
import { spreadAt, type Mounting } from './mounting.ts';
import { distanceTo, readPosition, type Position } from './position.ts';

/** What is on the page now: an arrangement, the heights of its spreads, and which of them are mounted. */
export interface Shown {
  arrangement: Arrangement;
  heights: Heights;
  mounting: Mounting;
}

/**
 * The scrolling view of the text: keeps its place while spreads come and go, and tells it.
 *
 * While a person scrolls, the browser's scroll anchoring holds the text still when a spread above changes its height.
 * After a jump, and while the layout changes (mode, size, width, editions), the position is *pinned*: it is set again
 * after every change of height until the person scrolls on.
 */
export class Viewport {
  readonly columns: Columns;
  /** The side whose text it shows; `null`: both. */
  side: Side | null = null;
  /** While the panes scroll each by itself, those of either side. */
  panes: Readonly<Record<Side, Viewport>> | null = null;
  #shown: Shown | null = null;
  #scroller: HTMLElement | null = null;
  #stack: HTMLElement | null = null;
  readonly #slots = new Map<Element, number>();
  #observer: ResizeObserver | null = null;
  #position: Position | null = null;
  #pinned = false;
  /** `scrollTop` as it was set here; another value means that someone scrolled. */
  #set = -1;
  #frame: number | null = null;
  #width = 0;
  /** Told after every frame in which the view moved. */
  moved: (position: Position) => void = () => undefined;
  /** Told the width in CSS pixels when it changes. */
  resized: (width: number) => void = () => undefined;

  constructor(columns: Columns) {
    this.columns = columns;
  }

  /** Where the text is read; `null` before there is any. */
  get position(): Position | null {
    return this.#position;
  }

  /** Is it held where it is, so that what moves is no person's scrolling? */
  get pinned(): boolean {
    return this.#pinned;
  }

  /** The view in which a paragraph is shown: this one, unless the panes scroll each by itself. */
  at(paragraph: string): Viewport {
    const side = this.columns.of(paragraph)?.side;
    return this.panes === null || side === undefined ? this : this.panes[side];
  }

  get scroller(): HTMLElement | null {
    return this.#scroller;
  }

  /** The upper edge of the view in the window, in CSS pixels. */
  get top(): number {
    return this.#scroller?.getBoundingClientRect().top ?? 0;
  }

  /** Begins with the scrolling element and the one in it that holds the spreads. Gives the function that ends it. */
  attach(scroller: HTMLElement, stack: HTMLElement): () => void {
    this.#scroller = scroller;
    this.#stack = stack;
    this.#observer = new ResizeObserver(this.#resized);
    for (const slot of this.#slots.keys()) this.#observer.observe(slot);
    this.#observer.observe(scroller);
    scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    return () => {
      this.#observer?.disconnect();
      scroller.removeEventListener('scroll', this.#scrolled);
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#frame = null;
      this.#scroller = null;
      this.#stack = null;
    };
  }

  /** Takes over what was just rendered, and shows `position` in it. */
  show(shown: Shown, position: Position | null): void {
    this.#shown = shown;
    if (position === null) this.#look();
    else this.pin(position);
  }

  /** Watches the element of a mounted spread. Gives the function that ends it. */
  watch(slot: Element, spread: number): () => void {
    this.#slots.set(slot, spread);
    this.#observer?.observe(slot);
    return () => {
      this.#slots.delete(slot);
      this.#observer?.unobserve(slot);
    };
  }

  /** Shows a position and holds it there until someone scrolls. Its spread is mounted when its texts are here. */
  pin(position: Position): void {
    this.#position = position;
    this.#hold(true);
    const spread = this.#shown?.arrangement.spreadOf.get(position.paragraph);
    if (spread === undefined) return;
    this.#apply(spread);
    this.#look();
    this.moved(position);
  }

  /** To be called when estimated heights have changed: what is pinned is shown where it was. */
  settle(): void {
    if (!this.#pinned || this.#position === null) return;
    this.#apply(this.#shown?.arrangement.spreadOf.get(this.#position.paragraph) ?? null);
    this.#look();
  }

  /** Mounts a spread at once, its texts being here. */
  mount(spread: number): void {
    flushSync(() => this.#shown?.mounting.mount(spread));
  }

  /** Scrolls by so many CSS pixels, as a person would. */
  scrollBy(distance: number): void {
    this.#scroller?.scrollBy({ top: distance });
  }

  #hold(pinned: boolean): void {
    this.#pinned = pinned;
    // While pinned, nothing else may move the text: so any other scroll is a person's.
    this.#scroller?.style.setProperty('overflow-anchor', pinned ? 'none' : 'auto');
  }

  /** Scrolls to the position; to the beginning of `spread` while the position's paragraph is not mounted. */
  #apply(spread: number | null): void {
    const scroller = this.#scroller;
    if (scroller === null || this.#position === null || this.#shown === null) return;
    const distance = distanceTo(this.#position, this.columns, this.top);
    if (distance === null && spread === null) return;
    const start = this.#shown.heights.offsets()[spread ?? 0] ?? 0;
    const next = distance === null ? this.#stackTop() + start : scroller.scrollTop + distance;
    if (Math.abs(next - scroller.scrollTop) >= 0.5) scroller.scrollTop = next;
    this.#set = scroller.scrollTop;
  }

  /** How far the first spread lies below the top of what is scrolled. */
  #stackTop(): number {
    return this.#stack?.offsetTop ?? 0;
  }

  #look(): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const top = scroller.scrollTop - this.#stackTop();
    this.#shown?.mounting.lookAt(top, top + scroller.clientHeight);
  }

  readonly #scrolled = (): void => {
    const scroller = this.#scroller;
    if (scroller === null) return;
    if (this.#pinned && Math.abs(scroller.scrollTop - this.#set) > 1) this.#hold(false);
    this.#soon();
  };

  readonly #resized = (entries: readonly ResizeObserverEntry[]): void => {
    for (const { target, contentRect } of entries) {
      const spread = this.#slots.get(target);
      if (spread !== undefined) this.#shown?.heights.measured(spread, target.getBoundingClientRect().height);
      if (target !== this.#scroller || contentRect.width === this.#width) continue;
      // The window or a panel changed its width: the text breaks its lines anew, and stays where it is.
      if (this.#width > 0 && this.#position !== null) this.#hold(true);
      this.#width = contentRect.width;
      this.resized(contentRect.width);
    }
    if (this.#pinned) this.#apply(null);
    this.columns.drawn();
    this.#soon();
  };

  /** The position; where nothing is mounted at the top of the view, what must be there by the heights. */
  #read(): Position | null {
    const { heights, mounting, arrangement } = this.#shown ?? {};
    const scroller = this.#scroller;
    if (heights === undefined || mounting === undefined || arrangement === undefined || scroller === null) return null;
    const distance = scroller.scrollTop - this.#stackTop();
    const offsets = heights.offsets();
    const spread = spreadAt(offsets, distance);
    if (distance < 0 || mounting.isMounted(spread)) return readPosition(this.#ownColumns(), this.top);
    const { start, end } = arrangement.spreads[spread] ?? { start: 0, end: 0 };
    const share = (distance - (offsets[spread] ?? 0)) / Math.max(1, heights.of(spread));
    const link = arrangement.links[start + Math.min(end - start - 1, Math.floor(share * (end - start)))];
    const paragraph = link?.source[0] ?? link?.target[0];
    return paragraph === undefined ? null : { paragraph, fraction: 0 };
  }

  #ownColumns(): Iterable<Column> {
    return this.side === null ? this.columns : [...this.columns].filter(({ side }) => side === this.side);
  }

  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#look();
      if (!this.#pinned) this.#position = this.#read() ?? this.#position;
      if (this.#position !== null) this.moved(this.#position);
    });
  }
}
