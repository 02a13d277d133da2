import type { GoldBead } from './alignment-data.ts';

/** A bead as an aligner proposes it; `confidence` is higher where it is surer, or `null` where the aligner does not say. */
export interface ProposedBead extends GoldBead {
  readonly confidence: number | null;
}

/** How well alignments agree with the gold ones, 0 to 1, counted over all texts together. */
export interface Score {
  /** F1 of beads that are exactly right, and of beads that share a link. Units without counterpart count in precision only. */
  readonly strict: number;
  readonly lax: number;
  /** Strict F1 of units without counterpart alone. */
  readonly nulls: number;
  /** The share of the wrong beads that the least sure tenth holds; `null` without confidence. */
  readonly leastSure: number | null;
  /** Beads of the gold with units on both sides. */
  readonly beads: number;
}

/** Scores proposed alignments against gold ones (the conventions of Sennrich and Volk 2011, as vecalign counts). */
export function scoreAlignments(
  texts: readonly { gold: readonly GoldBead[]; proposed: readonly ProposedBead[] }[],
): Score {
  const found = { strict: 0, lax: 0, all: 0 };
  const wanted = { strict: 0, lax: 0, all: 0 };
  const nulls = { right: 0, proposed: 0, gold: 0 };
  const sure: { confidence: number; right: boolean }[] = [];
  for (const { gold, proposed } of texts) {
    const goldParts = splitNulls(gold);
    const proposedParts = splitNulls(proposed);
    count(found, proposedParts, goldParts);
    count(wanted, goldParts.filter(isLink), proposedParts.filter(isLink));
    const keys = new Set(goldParts.map(key));
    const proposedNulls = proposedParts.filter((bead) => !isLink(bead));
    nulls.right += proposedNulls.filter((bead) => keys.has(key(bead))).length;
    nulls.proposed += proposedNulls.length;
    nulls.gold += goldParts.filter((bead) => !isLink(bead)).length;
    for (const bead of proposed) {
      if (bead.confidence === null || !isLink(bead)) continue;
      sure.push({ confidence: bead.confidence, right: keys.has(key(bead)) });
    }
  }
  return {
    strict: f1(found.strict / found.all, wanted.strict / wanted.all),
    lax: f1(found.lax / found.all, wanted.lax / wanted.all),
    nulls: f1(nulls.right / nulls.proposed, nulls.right / nulls.gold),
    leastSure: leastSure(sure),
    beads: wanted.all,
  };
}

function leastSure(beads: readonly { confidence: number; right: boolean }[]): number | null {
  const wrong = beads.filter(({ right }) => !right).length;
  if (wrong === 0) return null;
  const sorted = beads.toSorted((a, b) => b.confidence - a.confidence);
  const least = sorted.slice(Math.floor((sorted.length * 9) / 10));
  return least.filter(({ right }) => !right).length / wrong;
}

function count(sums: { strict: number; lax: number; all: number }, proposed: GoldBead[], reference: GoldBead[]): void {
  const keys = new Set(reference.map(key));
  const links = new Map<number, Set<number>>();
  for (const { source, target } of reference) {
    for (const unit of source) links.set(unit, new Set([...(links.get(unit) ?? []), ...target]));
  }
  for (const bead of proposed) {
    sums.all += 1;
    if (keys.has(key(bead))) {
      sums.strict += 1;
      sums.lax += 1;
    } else if (bead.source.some((unit) => bead.target.some((other) => links.get(unit)?.has(other) === true))) {
      sums.lax += 1;
    }
  }
}

function splitNulls(beads: readonly GoldBead[]): GoldBead[] {
  return beads.flatMap(({ source, target }) => {
    if (source.length > 0 && target.length > 0) return [{ source, target }];
    return [
      ...source.map((unit) => ({ source: [unit], target: [] })),
      ...target.map((unit) => ({ source: [], target: [unit] })),
    ];
  });
}

function isLink({ source, target }: GoldBead): boolean {
  return source.length > 0 && target.length > 0;
}

function key({ source, target }: GoldBead): string {
  return `${source.join(',')}:${target.join(',')}`;
}

function f1(precision: number, recall: number): number {
  return precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
}
