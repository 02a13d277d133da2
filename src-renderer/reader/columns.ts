import { onDrawings } from './drawing.ts';
import type { Column, Edge, TextPoint } from './column.ts';

/** The time in one frame, in milliseconds, after which drawing goes on in the next. */
const drawingTime = 8;

/** The columns that are mounted now, found by paragraph and by place in the page. */
export class Columns {
  readonly #columns = new Set<Column>();
  /** Columns to be drawn again, and which of their paragraphs. */
  readonly #waiting = new Map<Column, Set<string> | 'all'>();
  readonly #watching = new Set<() => void>();
  #frame: number | null = null;
  /** While it answers true nothing is drawn again, so that a selection being dragged is not disturbed. */
  busy: () => boolean = () => false;
  /** Runs what changes the text's elements so that the page's selection survives. */
  keeping: (change: () => void) => void = (change) => {
    change();
  };

  add(column: Column): void {
    this.#columns.add(column);
  }

  remove(column: Column): void {
    this.#columns.delete(column);
    this.#waiting.delete(column);
  }

  [Symbol.iterator](): IterableIterator<Column> {
    return this.#columns[Symbol.iterator]();
  }

  /** Tells that elements of text have been made anew, so that ranges of the page are to be found again. Gives the function that ends it. */
  onDrawn(listener: () => void): () => void {
    this.#watching.add(listener);
    return () => this.#watching.delete(listener);
  }

  /** To be called when a column has been shown anew. */
  drawn(): void {
    for (const listener of this.#watching) listener();
  }

  /** The column that shows a paragraph, or `null` when it is not mounted. */
  of(paragraph: string): Column | null {
    for (const column of this.#columns) if (column.has(paragraph)) return column;
    return null;
  }

  /** The column that a node of the page stands in. */
  around(node: Node): Column | null {
    for (const column of this.#columns) if (column.dom.contains(node)) return column;
    return null;
  }

  element(paragraph: string): HTMLElement | null {
    return this.of(paragraph)?.element(paragraph) ?? null;
  }

  range(paragraph: string, start: number, end: number): Range | null {
    return this.of(paragraph)?.range(paragraph, start, end) ?? null;
  }

  pointAt(node: Node, offset: number, edge: Edge = 'start'): TextPoint | null {
    return this.around(node)?.pointAt(node, offset, edge) ?? null;
  }

  /** Draws again what layers tell, until the returned function is called: once a frame, those in view first. */
  listen(): () => void {
    const end = onDrawings((paragraphs) => {
      this.#remember(paragraphs);
      this.#frame ??= requestAnimationFrame(this.#draw);
    });
    return () => {
      end();
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#frame = null;
      this.#waiting.clear();
    };
  }

  #remember(paragraphs: ReadonlySet<string> | 'all'): void {
    for (const column of this.#columns) {
      if (paragraphs === 'all') {
        this.#waiting.set(column, 'all');
        continue;
      }
      const waiting = this.#waiting.get(column);
      if (waiting === 'all') continue;
      const here = [...paragraphs].filter((id) => column.has(id));
      if (here.length > 0) this.#waiting.set(column, new Set([...(waiting ?? []), ...here]));
    }
  }

  readonly #draw = (): void => {
    this.#frame = null;
    if (this.busy()) {
      this.#frame = requestAnimationFrame(this.#draw);
      return;
    }
    const began = performance.now();
    const inView = [...this.#waiting.keys()].toSorted((a, b) => distance(a) - distance(b));
    this.keeping(() => {
      for (const column of inView) {
        column.redraw(this.#waiting.get(column) ?? 'all');
        this.#waiting.delete(column);
        if (performance.now() - began > drawingTime) break;
      }
    });
    this.drawn();
    if (this.#waiting.size > 0) this.#frame = requestAnimationFrame(this.#draw);
  };
}

/** How far a column is out of the window: 0 when any of it is in view. */
function distance(column: Column): number {
  const { top, bottom } = column.dom.getBoundingClientRect();
  return Math.max(0, top - window.innerHeight, -bottom);
}
