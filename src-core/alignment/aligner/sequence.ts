import { bandAround, makeBand, type Band } from './band.ts';
import { doubted, withConfidence } from './confidence.ts';
import { clearlyBetter, type JudgedCourse } from './clearly-better.ts';
import { coverage, most, sourceRows, targetRows } from './coverage.ts';
import { bestCourse, type AlignedBead } from './course.ts';
import { guide } from './guide.ts';
import { posteriors, type Posteriors } from './lattice.ts';
import { learnedPairs, taughtBy } from './learned.ts';
import { beadScores, shapes, type Evidence } from './model.ts';
import { knownPairs, sharedTerms } from './pairs.ts';
import { partnersOf, weigh, type WeighedPair } from './partners.ts';
import type { Side } from './side.ts';
import { survey, type Surveyed } from './survey.ts';
import type { Weights } from './weights.ts';

/** Two texts to be aligned in order. */
export interface Sequence {
  /** Units after the free ones stand in `known` beads: they teach, but are not aligned. */
  readonly source: Side;
  readonly target: Side;
  readonly freeSource: number;
  readonly freeTarget: number;
  /** Positions (source, target) that no bead may span, rising; the ends need not be named. */
  readonly barriers: readonly (readonly [number, number])[];
  readonly known: readonly AlignedBead[];
}

/** Called with what share of the work is done, 0 to 1; throws to end it. */
export type Tick = (share: number) => void;

/** A band of more positions is surveyed before it is looked at closely. */
const wide = 150_000;
/** Long texts whose beads are less sure on the whole are sought again with what was learned, so often at most. */
const doubtful = 0.8;
const mostSurveys = 4;
/** How often words are learned from beads and the course is sought with them. */
const rounds = 2;
/** Positions on either side of what is likely that are looked at again. */
const narrow = 3;
/** Positions less likely than this are dropped from the band. */
const leastLikely = 1e-4;

/** Aligns the free units of a sequence: beads in order. */
export function alignSequence(sequence: Sequence, weights: Weights, tick: Tick): AlignedBead[] {
  const { source, target, freeSource, freeTarget } = sequence;
  if (freeSource === 0 && freeTarget === 0) return [];
  const pairs = weigh(knownPairs(source, target, weights), source, target, weights);
  const terms = weigh(sharedTerms(source, target), source, target, weights);
  tick(0.1);
  let ratio = lengthRatio(source, target, sequence.known, null);
  let { band, beads } = seek(sequence, pairs, ratio, weights, () => tick(0.2));
  const isLong = beads.length > 0;
  let all: readonly WeighedPair[] = pairs;
  const learn = (): void => {
    const learnedFrom = [...beads, ...sequence.known];
    ratio = lengthRatio(source, target, learnedFrom, ratio);
    all = [...pairs, ...learnedPairs(source, target, learnedFrom, weights)];
  };
  if (isLong) learn();
  const wanted = isLong ? rounds : rounds + 1;
  let surveys = 1;
  for (let round = 1; ; round++) {
    const share = 0.25 + (0.75 * (round - 1)) / (wanted + surveys - 1);
    tick(share);
    const evidence = evidenceOf(sequence, all, band, beads, ratio, weights);
    const scores = beadScores(evidence, weights);
    const found = posteriors(band, scores, sequence.barriers, weights, () => tick(share));
    if (round === wanted + surveys - 1) {
      const look = { band, scores, found };
      const withTerms =
        terms.length === 0 ? null : evidenceOf(sequence, [...all, ...terms], band, beads, ratio, weights);
      beads = lastCourse(sequence, look, withTerms, weights, () => tick(share));
      break;
    }
    beads = bestCourse(band, found, weights);
    learn();
    if (isLong && surveys < mostSurveys && meanConfidence(beads) < doubtful) {
      surveys += 1;
      band = seek(sequence, all, ratio, weights, () => tick(share)).band;
    } else band = narrowed(band, found, sequence);
  }
  tick(1);
  return beads;
}

interface Look {
  readonly band: Band;
  readonly scores: Float32Array;
  readonly found: Posteriors;
}

/**
 * The beads of the last look. What the glossary says is heard only now, and changes only what it makes clearly better: a reader's
 * terms are few, and where the texts themselves leave two ways open, a word is no reason to take the other.
 */
function lastCourse(
  { barriers }: Sequence,
  { band, scores, found }: Look,
  withTerms: Evidence | null,
  weights: Weights,
  tick: () => void,
): AlignedBead[] {
  const doubt = (of: Float32Array): Posteriors => doubted(band, of, barriers, weights, tick);
  const finish = (beads: readonly AlignedBead[]): AlignedBead[] => beads.map((bead) => withConfidence(bead, weights));
  if (withTerms === null) return finish(bestCourse(band, found, weights, doubt(scores)));
  const helped = beadScores(withTerms, weights);
  const likely = posteriors(band, helped, barriers, weights, tick);
  const told = doubt(helped);
  const judged = (by: Posteriors): JudgedCourse => ({
    likely: bestCourse(band, by, weights, likely),
    told: bestCourse(band, by, weights, told),
  });
  return finish(clearlyBetter(judged(found), judged(likely), weights.beadCost));
}

/** The band to look at closely; of long texts with beads to learn from first, of others without. */
function seek(
  sequence: Sequence,
  pairs: readonly WeighedPair[],
  ratio: number,
  weights: Weights,
  tick: () => void,
): Surveyed {
  const band = guide(sequence, pairs, tick);
  if ((band.offsets.at(-1) ?? 0) <= wide) return { band, beads: [] };
  return survey(sequence, band, partnersOf('source', sequence.source, pairs, weights), ratio, weights, tick);
}

function meanConfidence(beads: readonly AlignedBead[]): number {
  return beads.reduce((sum, bead) => sum + bead.confidence, 0) / beads.length;
}

function evidenceOf(
  { source, target, freeSource, freeTarget, barriers }: Sequence,
  pairs: readonly WeighedPair[],
  band: Band,
  beads: readonly AlignedBead[],
  ratio: number,
  weights: Weights,
): Evidence {
  const taughtSource = beads.length === 0 ? null : taughtBy(beads, 'source', source.units);
  const taughtTarget = beads.length === 0 ? null : taughtBy(beads, 'target', target.units);
  const sourceWalls = barriers.map(([at]) => at);
  const targetWalls = barriers.map(([, at]) => at);
  const fromSource = partnersOf('source', source, pairs, weights);
  const fromTarget = partnersOf('target', target, pairs, weights);
  return {
    band,
    source: coverage(source, freeSource, target, fromSource, band, sourceRows(band), taughtSource, weights),
    target: coverage(target, freeTarget, source, fromTarget, band, targetRows(band, freeTarget), taughtTarget, weights),
    sourceLengths: sums(source.lengths, freeSource),
    targetLengths: sums(target.lengths, freeTarget),
    ratio,
    sourceRoom: room(freeSource, sourceWalls),
    targetRoom: room(freeTarget, targetWalls),
    sourceStretch: stretches(freeSource, sourceWalls),
    targetStretch: stretches(freeTarget, targetWalls),
  };
}

function sums(lengths: Float64Array, count: number): Float64Array {
  const found = new Float64Array(count + 1);
  for (let unit = 0; unit < count; unit++) found[unit + 1] = (found[unit] ?? 0) + (lengths[unit] ?? 0);
  return found;
}

/** For each position the units up to the next barrier, at most as many as a bead has. */
function room(count: number, barriers: readonly number[]): Int32Array {
  const found = new Int32Array(count + 1);
  const walls = new Set(barriers);
  for (let at = count - 1; at >= 0; at--) found[at] = walls.has(at + 1) ? 1 : Math.min(most, (found[at + 1] ?? 0) + 1);
  return found;
}

/** For each unit the walls at or before it. */
function stretches(count: number, walls: readonly number[]): Int32Array {
  const found = new Int32Array(count);
  let passed = 0;
  for (let unit = 0; unit < count; unit++) {
    while ((walls[passed] ?? Infinity) <= unit) passed += 1;
    found[unit] = passed;
  }
  return found;
}

/** Sure beads that are enough to tell the ratio of lengths from. */
const enoughBeads = 12;

/** The log of how much longer the source is: of whole texts at first, then the median of sure beads. */
function lengthRatio(source: Side, target: Side, beads: readonly AlignedBead[], before: number | null): number {
  const of = (lengths: Float64Array, units: readonly number[]): number =>
    units.reduce((sum, unit) => sum + (lengths[unit] ?? 0), 0);
  const ratios = beads
    .filter((bead) => bead.confidence > 0.8 && bead.source.length > 0 && bead.target.length > 0)
    .map((bead) => Math.log(of(source.lengths, bead.source) / of(target.lengths, bead.target)))
    .toSorted((a, b) => a - b);
  const middle = ratios[ratios.length >> 1];
  if (ratios.length >= enoughBeads && middle !== undefined) return middle;
  if (before !== null) return before;
  const total = (lengths: Float64Array): number =>
    Math.max(
      1,
      lengths.reduce((sum, length) => sum + length, 0),
    );
  const whole = Math.log(total(source.lengths) / total(target.lengths));
  // Texts of very different length are not translated so: one of them has a part of the other.
  const trusted = Math.abs(whole) > unlikelyRatio ? 0 : whole;
  return (trusted * source.units) / (source.units + enoughBeads);
}

const unlikelyRatio = 1.1;

/** The band about the positions through which some likely course goes. */
function narrowed(band: Band, { beads, sourceNull, targetNull }: Posteriors, sequence: Sequence): Band {
  const rows = band.low.length;
  const first = new Int32Array(rows).fill(sequence.freeTarget + 1);
  const last = new Int32Array(rows).fill(-1);
  for (let i = 0; i < rows; i++) {
    const low = band.low[i] ?? 0;
    for (let j = low; j <= (band.high[i] ?? -1); j++) {
      const cell = (band.offsets[i] ?? 0) + j - low;
      let likely = (sourceNull[cell] ?? 0) + (targetNull[cell] ?? 0);
      for (let at = 0; at < shapes.length; at++) likely += beads[cell * shapes.length + at] ?? 0;
      if (likely < leastLikely) continue;
      first[i] = Math.min(first[i] ?? j, j);
      last[i] = j;
    }
  }
  const around = bandAround(first, last, sequence.freeTarget, narrow);
  const low = around.low.map((at, i) => Math.max(at, band.low[i] ?? 0));
  const high = around.high.map((at, i) => Math.min(at, band.high[i] ?? 0));
  return makeBand(low, high);
}
