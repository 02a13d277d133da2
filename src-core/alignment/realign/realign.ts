import { align, type AlignOptions } from '#core/alignment/aligner/align.ts';
import type { AlignedBead } from '#core/alignment/aligner/course.ts';
import { linkSentences } from '#core/alignment/aligner/nested.ts';
import { differenceOf } from '#core/alignment/edits/replace.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import { ordered, placed } from './placing.ts';
import { changedRuns, keyOf, type RealignPreview } from './preview.ts';
import { type ChosenBeads, rangeOf, type Range, type RealignScope } from './scope.ts';
import { keptLinks } from './sentence-links.ts';

/** What is to be aligned again. */
export interface RealignTask {
  /** `<source edition>~<target edition>` */
  readonly alignment: string;
  /** The beads as they stand, normalised; none for editions that were never aligned. */
  readonly beads: readonly Bead[];
  /** The texts, in order. */
  readonly source: readonly Pick<Paragraph, 'id' | 'text'>[];
  readonly target: readonly Pick<Paragraph, 'id' | 'text'>[];
  readonly languages: readonly [string, string];
  readonly scope: RealignScope | ChosenBeads;
  readonly glossary: readonly Term[];
}

export interface Realigned {
  readonly change: Change;
  readonly preview: RealignPreview;
}

/** Beads outside of the stretch that are surer than this teach words. */
const teaches = 0.8;
/** Beads on either side of a stretch whose sentences are looked at as well, so that its sentences learn from more. */
const context = 200;
/** The same around each of the beads that were chosen. */
const nearby = 20;
/** A difference of confidence that is worth storing. */
const noticed = 0.01;

/**
 * Aligns again what the scope says, and says what would change: nothing of what is confirmed (except with the scope `all`), and
 * beads that come out the same keep their records; of these only confidence and sentence links are renewed where they changed
 * noticeably. Rules F of `docs/spec/alignment.md`.
 *
 * @throws AlignmentStopped when asked to stop, RangeError for a scope that names a bead that is not there
 */
export function realign(
  task: RealignTask,
  newId: () => string,
  { progress, shouldStop }: Pick<AlignOptions, 'progress' | 'shouldStop'> = {},
): Realigned {
  const range = rangeOf(task.beads, task.scope);
  const report = progress ?? ((): void => undefined);
  const stop = shouldStop === undefined ? {} : { shouldStop };
  const options = { languages: task.languages, glossary: task.glossary, ...stop };
  const open = new Set(range.open);
  const kept = task.beads.filter((_, at) => !open.has(at));
  const units = unitsOf(task);
  const found = align(units.texts[0], units.texts[1], {
    ...options,
    ...limits(task, range, units),
    progress: (share) => report(share / 2),
  }).filter(isFree(kept, units));
  const given = task.beads.filter((_, at) => open.has(at));
  const links = sentenceLinks(task, range, units, found, { ...options, progress: (share) => report(0.5 + share / 2) });
  const made = named(task, found, given, units, links, newId);
  const standing = new Set(kept);
  const after = ordered(
    placed(kept, made, (bead) => startsOf(bead, units)),
    (bead) => standing.has(bead),
  );
  report(1);
  const same = new Set(given.map(keyOf));
  const stayed = made.filter((bead) => same.has(keyOf(bead)));
  const records = new Set<Bead>(given);
  return {
    change: differenceOf(task.beads, after),
    preview: {
      runs: changedRuns(task.beads, after),
      beads: given.length,
      same: stayed.length,
      refreshed: stayed.filter((bead) => !records.has(bead)).length,
      released: given.filter(({ status }) => status === 'confirmed').length,
    },
  };
}

/** The texts of both sides by number, and the numbers by id. */
interface Units {
  readonly ids: readonly [readonly string[], readonly string[]];
  readonly texts: readonly [readonly string[], readonly string[]];
  readonly numbers: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
}

function unitsOf({ source, target }: RealignTask): Units {
  const numbered = (list: RealignTask['source']): Map<string, number> => new Map(list.map(({ id }, at) => [id, at]));
  return {
    ids: [source.map(({ id }) => id), target.map(({ id }) => id)],
    texts: [source.map(({ text }) => text), target.map(({ text }) => text)],
    numbers: [numbered(source), numbered(target)],
  };
}

function inUnits(
  { source, target }: Pick<Bead, 'source' | 'target'>,
  { numbers }: Units,
): { source: number[]; target: number[] } {
  return {
    source: source.flatMap((id) => numbers[0].get(id) ?? []),
    target: target.flatMap((id) => numbers[1].get(id) ?? []),
  };
}

function startsOf(bead: Bead, units: Units): readonly [number | null, number | null] {
  const { source, target } = inUnits(bead, units);
  return [source[0] ?? null, target[0] ?? null];
}

/** What stands fixed, and what is aligned. */
function limits(task: RealignTask, { open, start, end }: Range, units: Units): Pick<AlignOptions, 'fixed' | 'within'> {
  const free = new Set(open);
  const areChosen = typeof task.scope === 'object' && 'chosen' in task.scope;
  const isWhole = !areChosen && start === 0 && end === task.beads.length;
  const fixed = task.beads.flatMap((bead, at) => {
    // Between chosen beads every other one stands fast, however sure.
    const isFixed = areChosen || bead.status === 'confirmed' || bead.confidence >= teaches;
    return free.has(at) || !isFixed ? [] : [inUnits(bead, units)];
  });
  if (isWhole) return { fixed };
  const within = open.flatMap((at) => task.beads[at] ?? []).map((bead) => inUnits(bead, units));
  const rising = (list: number[]): number[] => list.toSorted((a, b) => a - b);
  return {
    fixed,
    within: {
      source: rising(within.flatMap((bead) => bead.source)),
      target: rising(within.flatMap((bead) => bead.target)),
    },
  };
}

/** Whether a bead of the aligner's is none of those that stay. */
function isFree(kept: readonly Bead[], units: Units): (bead: AlignedBead) => boolean {
  const source = new Set(kept.flatMap((bead) => inUnits(bead, units).source));
  const target = new Set(kept.flatMap((bead) => inUnits(bead, units).target));
  return (bead) => !bead.source.some((unit) => source.has(unit)) && !bead.target.some((unit) => target.has(unit));
}

/** The sentence links of the beads found, by their place among them. Beads around the stretch teach. */
function sentenceLinks(
  task: RealignTask,
  { start, end, open }: Range,
  units: Units,
  found: readonly AlignedBead[],
  options: AlignOptions,
): (SentenceLinks | null)[] {
  const free = new Set(open);
  const isNear = typeof task.scope === 'object' && 'chosen' in task.scope ? nearTo(open) : null;
  const around = task.beads.flatMap((bead, at) =>
    at < start - context || at >= end + context || free.has(at) || isNear?.(at) === false
      ? []
      : [{ bead: { ...inUnits(bead, units), confidence: bead.confidence }, place: -1 }],
  );
  const all = [...found.map((bead, place) => ({ bead, place })), ...around].toSorted(
    (a, b) => (a.bead.source[0] ?? Infinity) - (b.bead.source[0] ?? Infinity) || a.place - b.place,
  );
  const beads = all.map(({ bead }) => bead);
  const nested = linkSentences(units.texts[0], units.texts[1], beads, options);
  const links = new Map(all.map(({ place }, at) => [place, nested[at]]));
  return found.map((_, place) => {
    const bead = links.get(place);
    return bead === undefined ? null : keptLinks(bead, units.texts, task.languages);
  });
}

/** Whether a bead stands near one of those, which rise. Chosen beads may be few and far between. */
function nearTo(open: readonly number[]): (at: number) => boolean {
  let next = 0;
  return (at) => {
    while ((open[next] ?? Infinity) < at - nearby) next += 1;
    return (open[next] ?? Infinity) <= at + nearby;
  };
}

/** The beads found as records. One with the paragraphs of an old one is that one; others take over the ids of those they replace. */
function named(
  { alignment }: RealignTask,
  found: readonly AlignedBead[],
  given: readonly Bead[],
  { ids }: Units,
  links: readonly (SentenceLinks | null)[],
  newId: () => string,
): Bead[] {
  const old = new Map(given.map((bead) => [keyOf(bead), bead]));
  const sides = found.map((bead) => ({
    source: bead.source.flatMap((unit) => ids[0][unit] ?? []),
    target: bead.target.flatMap((unit) => ids[1][unit] ?? []),
  }));
  const same = new Set(sides.flatMap((bead) => old.get(keyOf(bead)) ?? []));
  const heirs = new Map<string, Bead>();
  for (const bead of given) {
    if (!same.has(bead)) for (const id of [...bead.source, ...bead.target]) heirs.set(id, bead);
  }
  const taken = new Set<Bead>();
  return found.map((bead, at): Bead => {
    const { source, target } = sides[at] ?? { source: [], target: [] };
    const known = old.get(keyOf({ source, target }));
    const sentences = links[at] ?? null;
    if (known !== undefined) return refreshed(known, bead.confidence, sentences);
    const heir = [...source, ...target].flatMap((id) => heirs.get(id) ?? []).find((one) => !taken.has(one));
    if (heir !== undefined) taken.add(heir);
    const {
      sentences: _sentences,
      intended: _intended,
      ...rest
    } = heir ?? {
      id: newId(),
      kind: 'bead' as const,
      modified: '',
      alignment,
      order: '',
    };
    return {
      ...rest,
      source,
      target,
      status: 'auto',
      confidence: rounded(bead.confidence),
      ...(sentences === null ? {} : { sentences }),
    };
  });
}

/** A bead with the same paragraphs as before. */
function refreshed(bead: Bead, confidence: number, sentences: SentenceLinks | null): Bead {
  const isNews =
    bead.status === 'confirmed' ||
    Math.abs(bead.confidence - confidence) >= noticed ||
    shapeOf(bead.sentences ?? null) !== shapeOf(sentences);
  if (!isNews) return bead;
  const { sentences: _sentences, intended: _intended, ...rest } = bead;
  return {
    ...rest,
    status: 'auto',
    confidence: rounded(confidence),
    ...(sentences === null ? {} : { sentences }),
  };
}

/** Which sentences stand together, without how surely. */
function shapeOf(sentences: SentenceLinks | null): string {
  return JSON.stringify(
    sentences === null ? null : [sentences.counts, sentences.links.map(([left, right]) => [left, right])],
  );
}

/** Probabilities are stored to three places. */
function rounded(confidence: number): number {
  return Number(confidence.toFixed(3));
}
