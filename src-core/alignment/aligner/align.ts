import type { Term } from '#core/records/term.ts';
import type { AlignedBead } from './course.ts';
import { barriersBetween, checkFixed, distinct, type FixedBead } from './fixed.ts';
import { termFinder } from './glossary.ts';
import { alignSequence } from './sequence.ts';
import { orderOf } from './order.ts';
import { makeSide, type Side } from './side.ts';
import { tokenizer, type Token } from './tokens.ts';
import { defaultWeights, type Weights } from './weights.ts';

export interface AlignOptions {
  /** BCP 47 tags of the source's and the target's language. */
  readonly languages: readonly [string, string];
  /** The reader's terms; those with a headword or gloss in both languages help. */
  readonly glossary?: readonly Term[];
  /** Beads that a person confirmed: they are kept as they are, and the rest is aligned between them. */
  readonly fixed?: readonly FixedBead[];
  /** Units that are aligned, each list rising; all where it is missing. Units outside are in no bead of the answer. */
  readonly within?: { readonly source: readonly number[]; readonly target: readonly number[] };
  /** Rising positions (units before it in the source, in the target) that no bead may span. Not together with `fixed` or `within`. */
  readonly walls?: readonly (readonly [number, number])[];
  /** Called now and then with the share of the work that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Asked now and then; once it answers true, `AlignmentStopped` is thrown. */
  readonly shouldStop?: () => boolean;
  readonly weights?: Weights;
}

/** Thrown when `shouldStop` answered true. */
export class AlignmentStopped extends Error {
  override readonly name = 'AlignmentStopped';
  constructor() {
    super('the alignment was stopped');
  }
}

/**
 * Aligns the units (sentences, paragraphs) of two texts: beads 1-1, 1-0, 0-1, 1-n and n-1 up to 5, 2-2, 2-3, 3-2, and
 * neighbours that cross; empty units stand alone. Every unit is in exactly one bead; beads are in the order of the source, those of the target alone
 * before what follows them there. Rules A in `docs/spec/alignment.md`.
 *
 * @throws AlignmentStopped when asked to stop, RangeError for fixed beads that name a unit that is not there, or twice
 */
export function align(source: readonly string[], target: readonly string[], options: AlignOptions): AlignedBead[] {
  const fixed = options.fixed ?? [];
  checkFixed(fixed, source.length, target.length);
  const report = options.progress ?? ((): void => undefined);
  const tick = (share: number): void => {
    if (options.shouldStop?.() === true) throw new AlignmentStopped();
    report(share);
  };
  tick(0);
  const blank = [...blankBeads(source, 'source', fixed), ...blankBeads(target, 'target', fixed)];
  const settled = [...fixed, ...blank];
  const takenSource = settled.flatMap((bead) => bead.source);
  const takenTarget = settled.flatMap((bead) => bead.target);
  const sourceOrder = orderOf(source.length, takenSource, options.within?.source);
  const targetOrder = orderOf(target.length, takenTarget, options.within?.target);
  const known = fixed.map((bead) => ({
    source: bead.source.map((unit) => sourceOrder.place[unit] ?? 0),
    target: bead.target.map((unit) => targetOrder.place[unit] ?? 0),
    confidence: 1,
  }));
  const [from, to] = options.languages;
  const sequence = {
    source: prepare(source, sourceOrder.units, from, to, options, tick),
    target: prepare(target, targetOrder.units, to, from, options, tick),
    freeSource: sourceOrder.free,
    freeTarget: targetOrder.free,
    barriers: options.walls === undefined ? barriersBetween(fixed, sourceOrder, targetOrder) : distinct(options.walls),
    known,
  };
  const found = alignSequence(sequence, options.weights ?? defaultWeights, tick).map((bead) => ({
    source: bead.source.map((at) => sourceOrder.units[at] ?? 0),
    target: bead.target.map((at) => targetOrder.units[at] ?? 0),
    confidence: bead.confidence,
  }));
  return inOrder([...found, ...keptOf(settled, options.within)], source.length);
}

function prepare(
  texts: readonly string[],
  units: readonly number[],
  tag: string,
  other: string,
  options: AlignOptions,
  tick: (share: number) => void,
): Side {
  const tokens = tokenizer(tag, termFinder(options.glossary ?? [], tag, other));
  let seen = 0;
  return makeSide(
    units.map((unit) => texts[unit] ?? ''),
    (text): Token[] => {
      if (++seen % unitsPerTick === 0) tick(0);
      return tokens(text);
    },
  );
}

const unitsPerTick = 500;

/** Units without anything in them, each alone. */
function blankBeads(texts: readonly string[], side: 'source' | 'target', fixed: readonly FixedBead[]): FixedBead[] {
  const taken = new Set(fixed.flatMap((bead) => bead[side]));
  return texts.flatMap((text, unit): FixedBead[] => {
    if (taken.has(unit) || text.trim() !== '') return [];
    return [side === 'source' ? { source: [unit], target: [] } : { source: [], target: [unit] }];
  });
}

/** The beads that need no aligning and belong in the answer. */
function keptOf(fixed: readonly FixedBead[], within: AlignOptions['within']): AlignedBead[] {
  const asked = within === undefined ? null : { source: new Set(within.source), target: new Set(within.target) };
  return fixed
    .filter(
      (bead) =>
        asked === null ||
        bead.source.some((unit) => asked.source.has(unit)) ||
        bead.target.some((unit) => asked.target.has(unit)),
    )
    .map((bead) => ({ source: [...bead.source], target: [...bead.target], confidence: 1 }));
}

/** Beads in the order of the source; those of the target alone stand before the first bead with a later target unit. */
function inOrder(beads: readonly AlignedBead[], units: number): AlignedBead[] {
  const linked = beads
    .filter((bead) => bead.source.length > 0)
    .toSorted((a, b) => (a.source[0] ?? units) - (b.source[0] ?? units));
  const alone = beads
    .filter((bead) => bead.source.length === 0 && bead.target.length > 0)
    .toSorted((a, b) => (a.target[0] ?? 0) - (b.target[0] ?? 0));
  const found: AlignedBead[] = [];
  let next = 0;
  for (const bead of linked) {
    const [until = -1] = bead.target;
    for (let one = alone[next]; one !== undefined && (one.target[0] ?? 0) < until; one = alone[next]) {
      found.push(one);
      next += 1;
    }
    found.push(bead);
  }
  return [...found, ...alone.slice(next)];
}
