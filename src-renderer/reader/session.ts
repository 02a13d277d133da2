import { flushReading, updateReading } from '#renderer/app/reading.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { loadTexts, openedWork } from '#renderer/app/work-store.ts';
import { createStore } from 'zustand/vanilla';
import type { Arrangement } from './arrangement.ts';
import { Columns } from './columns.ts';
import { addLayer } from './drawing.ts';
import { Flash } from './flash.ts';
import { followGestures } from './gestures.ts';
import { ParagraphFocus } from './focus.ts';
import { isReady, paragraphsOf, type Frame } from './frame.ts';
import type { Position } from './position.ts';
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
  readonly viewport = new Viewport(this.columns);
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

  /**
   * Begins in the scrolling element and the one in it that holds the spreads. Gives the function that ends it.
   *
   * @param resized told the width of the view in CSS pixels, at once and whenever it changes
   */
  attach(root: HTMLElement, stack: HTMLElement, resized: (width: number) => void): () => void {
    this.#root = root;
    this.viewport.resized = resized;
    resized(root.clientWidth);
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
      this.viewport.attach(root, stack),
      this.columns.listen(),
      selecting.attach(),
      this.sentences.attach(root),
      this.focus.attach(root),
      followGestures(root, () => this.#frame),
      addLayer(this.flash.layer),
      addLayer(cursor.layer),
      scrollByKeys(root),
      openedWork.subscribe((state, before) => {
        if (state.current?.texts !== before.current?.texts) this.#frame?.mounting.wake();
      }),
    ];
    this.viewport.moved = this.#moved;
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

  /** Takes over a frame that was just rendered. Gives the function that ends it. */
  show(frame: Frame): () => void {
    this.#frame = frame;
    shownText.setState({ arrangement: frame.arrangement });
    frame.mounting.kept = () => this.#needed();
    frame.mounting.start();
    this.viewport.show(frame, frame.position);
    return () => {
      frame.mounting.stop();
    };
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
    this.#frame?.mounting.wake();
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
    if (frame.mounting.isMounted(spread) && frame.mounting.isWhole(spread)) return;
    try {
      if (!isReady(frame.arrangement, spread)) await loadTexts(paragraphsOf(frame.arrangement, spread));
    } catch (failure) {
      this.failure.setState({ failure: failure as ApiFailure });
    }
    if (this.#frame === frame && isReady(frame.arrangement, spread)) this.viewport.mount(spread);
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
    const { position } = this.viewport;
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
    if (nowhere && !event.defaultPrevented && scrolling.has(event.code)) root.focus({ preventScroll: true });
  };
  window.addEventListener('keydown', pressed);
  return () => {
    window.removeEventListener('keydown', pressed);
  };
}

function languageOf(edition: string): string {
  return openedWork.getState().current?.editions.find(({ id }) => id === edition)?.language ?? 'und';
}
