import type { CheckedBead, CheckedText, Finding } from './finding.ts';

/** How long targets are beside their sources in a work: the median of the log of the ratio, and its spread (a median deviation). */
export interface LengthModel {
  readonly centre: number;
  readonly spread: number;
}

/** Beads from which the ratio can be told. */
const enough = 12;
/** Median deviations make standard deviations times this, where they are normal. */
const toDeviation = 1.4826;
const leastSpread = 0.12;
/** What shortness adds to the variance, at one code unit. */
const shortness = 4;
/** Deviations from which a length is far off, and the factor that it must be at least. */
const farOff = 3.5;
const leastFactor = 1.7;
/** Code units of the longer side from which lengths say something. */
const leastLength = 60;

/** The model of a work: from the lengths of the two sides of its beads, in code units; beads with an empty side are passed over. */
export function lengthModel(lengths: Iterable<readonly [source: number, target: number]>): LengthModel {
  const ratios = [...lengths].filter(([a, b]) => a >= leastLength && b > 0).map(([a, b]) => Math.log(b / a));
  if (ratios.length < enough) return { centre: ratios.length === 0 ? 0 : median(ratios), spread: 0.3 };
  const centre = median(ratios);
  return {
    centre,
    spread: Math.max(leastSpread, toDeviation * median(ratios.map((ratio) => Math.abs(ratio - centre)))),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** A bead whose target is far longer or shorter than the work's others lead to expect. */
export function checkLengths({ bead, source, target }: CheckedBead, { centre, spread }: LengthModel): Finding[] {
  const left = lengthOf(source);
  const right = lengthOf(target);
  if (left === 0 || right === 0) return [];
  const expected = left * Math.exp(centre);
  if (Math.max(expected, right) < leastLength) return [];
  const off = Math.log(right / expected);
  const deviation = Math.sqrt(spread ** 2 + shortness / Math.min(expected, right));
  const factor = Math.exp(Math.abs(off));
  if (Math.abs(off) < farOff * deviation || factor < leastFactor) return [];
  const text = off > 0 ? 'lengths.long' : 'lengths.short';
  return [
    {
      check: 'lengths',
      bead: bead.id,
      source: source.map(({ id }) => id),
      target: target.map(({ id }) => id),
      ranges: [],
      text,
      values: { factor: Number(factor.toFixed(1)) },
      severity: 'hint',
      finding: text.slice('lengths.'.length),
    },
  ];
}

/** Letters and digits: rows of dots and dashes say nothing. */
export function lengthOf(texts: readonly CheckedText[]): number {
  return texts.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]+/gu, '').length, 0);
}
