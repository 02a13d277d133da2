import type { Arrangement } from './arrangement.ts';
import type { Mode } from './plan.ts';

/** What the height of text depends on. Lengths in CSS pixels. */
export interface Metrics {
  mode: Mode;
  /** The width of the text of one column. */
  column: number;
  /** The size of the text, and the height of a line as a multiple of it. */
  size: number;
  leading: number;
}

/** Of the size of the text: how wide a letter is on average, how much stands above and below a paragraph's lines. */
const letter = 0.54;
const paragraphPadding = 14;
const headingScale = 1.41;

/** The height of a spread as far as it can be told from the lengths of its paragraphs. */
export function estimate({ links, spreads, outlineOf }: Arrangement, spread: number, metrics: Metrics): number {
  const { start, end } = spreads[spread] ?? { start: 0, end: 0 };
  let height = 0;
  for (let at = start; at < end; at += 1) {
    const { source = [], target = [] } = links[at] ?? {};
    const side = (paragraphs: readonly string[]): number =>
      paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(outlineOf(paragraph), metrics), 0);
    if (metrics.mode === 'side') height += Math.max(side(source), side(target));
    else height += side(source) + (metrics.mode === 'stacked' ? side(target) : 0);
  }
  return height;
}

function paragraphHeight({ length, heading }: { length: number; heading: boolean }, metrics: Metrics): number {
  const size = heading ? metrics.size * headingScale : metrics.size;
  const perLine = Math.max(8, metrics.column / (size * letter));
  return Math.max(1, Math.ceil(length / perLine)) * size * (heading ? 1.32 : metrics.leading) + paragraphPadding;
}

/**
 * The heights of all spreads, in CSS pixels: measured where a spread has been shown, else estimated. When the metrics
 * change, what was measured is kept as a proportion of the estimate.
 */
export class Heights {
  readonly #arrangement: Arrangement;
  #metrics: Metrics;
  #estimates: number[];
  readonly #measured = new Map<number, number>();
  #offsets: number[] | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(arrangement: Arrangement, metrics: Metrics) {
    this.#arrangement = arrangement;
    this.#metrics = metrics;
    this.#estimates = this.#estimateAll();
  }

  /** Estimates anew; what was measured is scaled by how the estimates change. */
  estimateBy(metrics: Metrics): void {
    const before = this.#estimates;
    this.#metrics = metrics;
    this.#estimates = this.#estimateAll();
    for (const [spread, height] of this.#measured) {
      this.#measured.set(spread, (height * (this.#estimates[spread] ?? 0)) / Math.max(1, before[spread] ?? 0));
    }
    this.#offsets = null;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back when the metrics changed, and with them every height. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #estimateAll(): number[] {
    return this.#arrangement.spreads.map((_, spread) => Math.round(estimate(this.#arrangement, spread, this.#metrics)));
  }

  of(spread: number): number {
    return this.#measured.get(spread) ?? this.#estimates[spread] ?? 0;
  }

  /** Keeps what a mounted spread measures. Gives whether it is news. */
  measured(spread: number, height: number): boolean {
    if (Math.abs(this.of(spread) - height) < 0.5 && this.#measured.has(spread)) return false;
    this.#measured.set(spread, height);
    this.#offsets = null;
    return true;
  }

  /** The height of the spreads from `start` up to `end` together. */
  between(start: number, end: number): number {
    const offsets = this.offsets();
    return (offsets[end] ?? 0) - (offsets[start] ?? 0);
  }

  /** Where each spread begins, from the top of the first, and at last where the text ends. */
  offsets(): readonly number[] {
    if (this.#offsets === null) {
      const offsets = [0];
      let sum = 0;
      for (let spread = 0; spread < this.#estimates.length; spread += 1) {
        sum += this.of(spread);
        offsets.push(sum);
      }
      this.#offsets = offsets;
    }
    return this.#offsets;
  }
}
