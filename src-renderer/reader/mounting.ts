/** What decides which spreads are mounted. Distances are CSS pixels from the top of the first spread. */
export interface Surroundings {
  count: number;
  /** Where each spread begins, and at last where the text ends. */
  offsets: () => readonly number[];
  /** Are the texts of this spread here? */
  ready: (spread: number) => boolean;
  /** Asks for the texts of these spreads. */
  load: (spreads: readonly number[]) => void;
}

/** How far beyond the window, in heights of the window, spreads are mounted, unmounted, and their texts asked for. */
const near = 1.5;
const far = 3;
const ahead = 4;

/**
 * Which spreads are mounted: those near the window, those in the window first. What is out of sight is built in halves, one
 * a frame, so that scrolling stays fluid. What is needed by a selection or the focus is kept.
 */
export class Mounting {
  readonly #surroundings: Surroundings;
  #mounted: readonly number[];
  /** Those of which only the left column is built yet. */
  readonly #halves = new Set<number>();
  readonly #listeners = new Set<() => void>();
  #view = { top: 0, bottom: 0 };
  #frame: number | null = null;
  #stopped = false;
  /** Spreads that stay mounted wherever the window is. */
  kept: () => readonly number[] = () => [];

  constructor(surroundings: Surroundings, mounted: Iterable<number>) {
    this.#surroundings = surroundings;
    this.#mounted = inOrder(mounted);
  }

  /** What is mounted, in order; another array whenever it changes. */
  get mounted(): readonly number[] {
    return this.#mounted;
  }

  isMounted(spread: number): boolean {
    return this.#mounted.includes(spread);
  }

  /** Is all of a mounted spread there, or only its left column? */
  isWhole(spread: number): boolean {
    return !this.#halves.has(spread);
  }

  /** Calls back when something was mounted, in whole or in half, or unmounted. Gives the function that ends it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The window shows the text from `top` to `bottom` now. */
  lookAt(top: number, bottom: number): void {
    this.#view = { top, bottom };
    this.wake();
  }

  /** Mounts all of a spread at once; its texts must be here. */
  mount(spread: number): void {
    if (this.isMounted(spread) && this.isWhole(spread)) return;
    this.#halves.delete(spread);
    this.#become([...this.#mounted, spread]);
  }

  /** Looks again at what is to be mounted, in the next frame. */
  wake(): void {
    if (!this.#stopped) this.#frame ??= requestAnimationFrame(this.#step);
  }

  start(): void {
    this.#stopped = false;
    this.wake();
  }

  stop(): void {
    this.#stopped = true;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  readonly #step = (): void => {
    this.#frame = null;
    const { ready, load } = this.#surroundings;
    const wanted = numbers(this.#within(ahead));
    const missing = wanted.filter((spread) => !ready(spread));
    if (missing.length > 0) load(this.#nearestFirst(missing));
    const next = this.#nearestFirst(numbers(this.#within(near)))
      .concat(this.kept())
      .find((spread) => !(this.isMounted(spread) && this.isWhole(spread)) && ready(spread));
    if (next !== undefined) {
      if (!this.isMounted(next) && !inside(this.#within(0), next)) this.#halves.add(next);
      else this.#halves.delete(next);
      this.#become([...this.#mounted, next]);
      this.wake();
      return;
    }
    const keep = this.#within(far);
    const kept = this.kept();
    const left = this.#mounted.find((spread) => !inside(keep, spread) && !kept.includes(spread));
    if (left === undefined) return;
    this.#halves.delete(left);
    this.#become(this.#mounted.filter((spread) => spread !== left));
    this.wake();
  };

  #become(mounted: readonly number[]): void {
    this.#mounted = inOrder(mounted);
    for (const listener of this.#listeners) listener();
  }

  /** The first and the last spread within `margin` heights of the window around it. */
  #within(margin: number): { first: number; last: number } {
    const offsets = this.#surroundings.offsets();
    const { top, bottom } = this.#view;
    const around = (bottom - top) * margin;
    const last = this.#surroundings.count - 1;
    return {
      first: Math.min(spreadAt(offsets, top - around), last),
      last: Math.min(spreadAt(offsets, bottom + around), last),
    };
  }

  #nearestFirst(spreads: readonly number[]): number[] {
    const offsets = this.#surroundings.offsets();
    const { top, bottom } = this.#view;
    // At least 1 for what is not in view, also where it only touches the edge.
    const distance = (spread: number): number => {
      const [start = 0, end = 0] = offsets.slice(spread, spread + 2);
      if (start >= bottom) return start - bottom + 1;
      return end <= top ? top - end + 1 : 0;
    };
    return [...spreads].toSorted((a, b) => distance(a) - distance(b) || a - b);
  }
}

/** The spread at a distance, by halving; the first above the text, the last below it. */
export function spreadAt(offsets: readonly number[], distance: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

function inOrder(spreads: Iterable<number>): number[] {
  return [...new Set(spreads)].toSorted((a, b) => a - b);
}

function inside({ first, last }: { first: number; last: number }, spread: number): boolean {
  return spread >= first && spread <= last;
}

function numbers({ first, last }: { first: number; last: number }): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
