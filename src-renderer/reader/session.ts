import { flushReading, updateReading } from '#renderer/app/reading.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { createStore } from 'zustand/vanilla';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';
import { Columns } from './columns.ts';
import { addLayer } from './drawing.ts';
import { Flash } from './flash.ts';
import { followGestures } from './gestures.ts';
import { ParagraphFocus } from './focus.ts';
import { isReady, paragraphsOf, type Frame } from './frame.ts';
import { readPosition, type Position } from './position.ts';
import { placeInWork } from './section.ts';
import { readerParts } from './reader-store.ts';
import { Selecting } from './selection.ts';
import { SentenceLight } from './sentence-light.ts';
import { shownText } from './shown-text.ts';
import { Viewport } from './viewport.ts';
import { WordCursor } from './word-cursor.ts';

/** The place is remembered this many milliseconds after the last scroll. */
const settled = 250;
/** How many frames a jump waits for the editions it needs. */
const framesToWait = 30;
/** Paragraphs asked for at once. */
const atOnce = 400;

/** Everything about an open text that is not rendered by React: made when a work is opened, ended when it is closed. */
export class Session {
  readonly columns = new Columns();
  /** Of the text; while the panes scroll each by itself, of the left one. */
  readonly viewport = new Viewport(this.columns);
  /** Of the right pane, while it scrolls by itself. */
  readonly beside = new Viewport(this.columns);
  readonly focus = new ParagraphFocus(() => this.ground());
  readonly flash = new Flash();
  readonly sentences = new SentenceLight(
    this.columns,
    () => this.#frame,
    () => this.cursor?.at ?? null,
  );
  /** Why texts could not be read; `null` while all is well. */
  readonly failure = createStore<{ failure: ApiFailure | null }>(() => ({ failure: null }));
  selecting: Selecting | null = null;
  cursor: WordCursor | null = null;
  #frame: Frame | null = null;
  /** What each view shows now. */
  readonly #frames = new Map<Viewport, Frame>();
  /** Where a person has scrolled to last, in whatever pane. */
  #position: Position | null = null;
  /** Where either side stood when the panes were let go. */
  #parted: Record<Side, Position | null> | null = null;
  #root: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  get frame(): Frame | null {
    return this.#frame;
  }

  get root(): HTMLElement | null {
    return this.#root;
  }

  /** What keys move in; `null` before the text is there. */
  ground() {
    const frame = this.#frame;
    return frame === null ? null : { ...frame, viewport: this.viewport, bring: (spread: number) => this.bring(spread) };
  }

  /** Begins in the element that holds all of the text. Gives the function that ends it. */
  attach(root: HTMLElement): () => void {
    this.#root = root;
    const selecting = new Selecting(this.columns, root);
    const cursor = new WordCursor(this.viewport, this.focus, selecting, ({ edition }) => languageOf(edition));
    this.selecting = selecting;
    this.cursor = cursor;
    const endCursor = (): void => {
      cursor.end();
    };
    root.addEventListener('pointerdown', endCursor, { capture: true });
    window.addEventListener('pagehide', this.#remember);
    document.addEventListener('visibilitychange', this.#remember);
    const endings = [
      this.columns.listen(),
      selecting.attach(),
      this.sentences.attach(root),
      this.focus.attach(root),
      followGestures(root, () => this.#frame),
      addLayer(this.flash.layer),
      addLayer(cursor.layer),
      scrollByKeys(root),
      openedWork.subscribe((state, before) => {
        if (state.current?.texts !== before.current?.texts) this.#wake();
      }),
    ];
    return () => {
      for (const end of endings) end();
      root.removeEventListener('pointerdown', endCursor, { capture: true });
      window.removeEventListener('pagehide', this.#remember);
      document.removeEventListener('visibilitychange', this.#remember);
      this.#remember();
      this.#root = null;
      shownText.setState({ arrangement: null });
      readingPlace.setState({ section: null, share: 0 });
    };
  }

  /**
   * Begins a view in the scrolling element and the one in it that holds the spreads. Gives the function that ends it.
   *
   * @param resized told the width of the view in CSS pixels, at once and whenever it changes
   */
  attachView(view: Viewport, scroller: HTMLElement, stack: HTMLElement, resized: (width: number) => void): () => void {
    view.resized = resized;
    view.moved = (position) => {
      // The other pane came along by itself.
      if (view === this.viewport || !view.pinned) this.#moved(position);
    };
    resized(scroller.clientWidth);
    return view.attach(scroller, stack);
  }

  /** From now on the panes scroll each by itself. Gives the function that ends it. */
  part(): () => void {
    const panes = { source: this.viewport, target: this.beside };
    for (const [side, view] of Object.entries(panes)) Object.assign(view, { side, panes });
    return () => {
      for (const view of Object.values(panes)) Object.assign(view, { side: null, panes: null });
      this.#parted = null;
    };
  }

  /** To be called before the panes are let go: either side is to stay where it stands. */
  willPart(): void {
    const of = (side: Side): Position | null =>
      readPosition(
        [...this.columns].filter((column) => column.side === side),
        this.viewport.top,
      );
    this.#parted = { source: of('source'), target: of('target') };
  }

  /** Where a view begins: where its side stood, or where a person has scrolled to last; `null` before that. */
  beginning(alone: Side | null): Position | null {
    const parted = alone === null ? null : this.#parted?.[alone];
    return parted ?? this.#position;
  }

  /** Takes over a frame that was just rendered in a view. Gives the function that ends it. */
  show(frame: Frame, view: Viewport): () => void {
    const { full } = frame.arrangement;
    this.#frames.set(view, frame);
    this.#frame = full === undefined ? frame : { ...frame, arrangement: full, mode: 'side' };
    shownText.setState({ arrangement: this.#frame.arrangement });
    frame.mounting.kept = () => this.#needed();
    frame.mounting.start();
    view.show(frame, frame.position);
    return () => {
      frame.mounting.stop();
      if (this.#frames.get(view) === frame) this.#frames.delete(view);
    };
  }

  #wake(): void {
    for (const { mounting } of this.#frames.values()) mounting.wake();
  }

  /** The spreads that can be seen now. */
  inView(): number[] {
    const view = this.#root?.getBoundingClientRect();
    if (view === undefined) return [];
    const seen = [...this.columns].filter(({ dom }) => {
      const { top, bottom } = dom.getBoundingClientRect();
      return bottom > view.top && top < view.bottom;
    });
    return [...new Set(seen.map(({ spread }) => spread))];
  }

  /** Reads the texts of spreads that come near. */
  readonly load = (arrangement: Arrangement, spreads: readonly number[]): void => {
    if (this.failure.getState().failure !== null) return;
    const ids: string[] = [];
    for (const spread of spreads) {
      if (ids.length > 0 && ids.length > atOnce) break;
      ids.push(...paragraphsOf(arrangement, spread));
    }
    loadTexts(ids).catch((failure: unknown) => {
      this.failure.setState({ failure: failure as ApiFailure });
    });
  };

  /** Tries again what could not be read. */
  retry(): void {
    this.failure.setState({ failure: null });
    this.#wake();
  }

  /** What is shown once it has a paragraph: at once, or when the editions that were just chosen are there; else `null`. */
  async frameWith(paragraph: string): Promise<Frame | null> {
    for (let left = framesToWait; left > 0; left -= 1) {
      if (this.#frame?.arrangement.index.has(paragraph) === true) return this.#frame;
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
      });
    }
    return null;
  }

  /** Reads the texts of a spread where they are missing, and mounts it; says so where they cannot be read. */
  async bring(spread: number): Promise<void> {
    const frame = this.#frame;
    if (frame === null || spread >= frame.arrangement.spreads.length) return;
    const missing = (): Viewport[] =>
      [...this.#frames].flatMap(([view, { mounting }]) =>
        mounting.isMounted(spread) && mounting.isWhole(spread) ? [] : [view],
      );
    if (missing().length === 0) return;
    try {
      if (!isReady(frame.arrangement, spread)) await loadTexts(paragraphsOf(frame.arrangement, spread));
    } catch (failure) {
      this.failure.setState({ failure: failure as ApiFailure });
    }
    if (this.#frame?.arrangement !== frame.arrangement || !isReady(frame.arrangement, spread)) return;
    for (const view of missing()) view.mount(spread);
  }

  /** What must stay mounted: where the selection, the focus and an edit are. */
  #needed(): number[] {
    const spreads = this.selecting?.spreads ?? [];
    const paragraphs = [this.focus.paragraph, readerParts.getState().edited];
    return spreads.concat(
      paragraphs.flatMap((id) => (id === null ? [] : (this.#frame?.arrangement.spreadOf.get(id) ?? []))),
    );
  }

  readonly #moved = (position: Position): void => {
    this.#position = position;
    const arrangement = this.#frame?.arrangement;
    if (arrangement !== undefined) {
      const place = placeInWork(arrangement, position.paragraph);
      const before = readingPlace.getState();
      if (place.section !== before.section || place.share !== before.share) readingPlace.setState(place);
    }
    this.focus.rest(position.paragraph);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#keep, settled);
  };

  readonly #keep = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const position = this.#position;
    if (position !== null) updateReading({ position });
  };

  /** Before the page goes away, what is not remembered yet is. */
  readonly #remember = (): void => {
    if (this.#timer === null) return;
    this.#keep();
    if (document.visibilityState === 'hidden') flushReading();
  };
}

/** Keys that scroll go to the text while the focus is on nothing in particular. Gives the function that ends it. */
function scrollByKeys(root: HTMLElement): () => void {
  const scrolling = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', 'Space']);
  const pressed = (event: KeyboardEvent): void => {
    const { activeElement } = document;
    const nowhere = activeElement === null || (activeElement !== root && activeElement.contains(root));
    if (!nowhere || event.defaultPrevented || !scrolling.has(event.code)) return;
    const pane = root.querySelector<HTMLElement>('[data-pane]:hover') ?? root.querySelector<HTMLElement>('[data-pane]');
    (pane ?? root).focus({ preventScroll: true });
  };
  window.addEventListener('keydown', pressed);
  return () => {
    window.removeEventListener('keydown', pressed);
  };
}

function languageOf(edition: string): string {
  return openedWork.getState().current?.editions.find(({ id }) => id === edition)?.language ?? 'und';
}
