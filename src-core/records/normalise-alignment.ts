import type { Bead } from './bead.ts';
import { byOrder, ordersBetween } from './order.ts';
import type { Paragraph } from './paragraph.ts';

type Side = 'source' | 'target';

/** The paragraphs of an alignment's editions, each in text order. */
export type Sides = Record<Side, readonly Paragraph[]>;

/**
 * Restores what must hold of an alignment: every paragraph of either edition stands in exactly one bead.
 *
 * Beads lose paragraphs that are missing or that a better bead holds (confirmed, then newer, then of the smaller id), and go
 * when none is left. A paragraph in no bead gets one of its own, after the bead of the paragraph before it (source before
 * target). Inside a bead ids stand in text order. What needs no change is the same object in the answer.
 */
export function normaliseAlignment(alignment: string, sides: Sides, beads: readonly Bead[]): Bead[] {
  const index = { source: places(sides.source), target: places(sides.target) };
  const holder = { source: holders('source', beads), target: holders('target', beads) };
  const kept: Bead[] = [];
  for (const bead of beads.toSorted(byOrder)) {
    const source = own(bead, 'source', index.source, holder.source);
    const target = own(bead, 'target', index.target, holder.target);
    if (source.length === 0 && target.length === 0) continue;
    kept.push(source === bead.source && target === bead.target ? bead : { ...bead, source, target });
  }
  const gaps = { source: alone('source', sides, kept), target: alone('target', sides, kept) };
  if (gaps.source.size === 0 && gaps.target.size === 0) return kept;
  return withOwnBeads(alignment, kept, gaps);
}

function places(paragraphs: readonly Paragraph[]): Map<string, number> {
  return new Map(paragraphs.map((paragraph, place) => [paragraph.id, place]));
}

/** By paragraph, the bead that holds it. */
function holders(side: Side, beads: readonly Bead[]): Map<string, Bead> {
  const found = new Map<string, Bead>();
  for (const bead of beads) {
    for (const id of bead[side]) {
      const other = found.get(id);
      if (other === undefined || (other !== bead && beats(bead, other))) found.set(id, bead);
    }
  }
  return found;
}

function beats(a: Bead, b: Bead): boolean {
  if (a.status !== b.status) return a.status === 'confirmed';
  if (a.modified !== b.modified) return a.modified > b.modified;
  return a.id < b.id;
}

/** The paragraphs that a bead keeps on a side, in text order: the same array when that is how they stand already. */
function own(bead: Bead, side: Side, index: Map<string, number>, holder: Map<string, Bead>): string[] {
  const ids = bead[side];
  let last = -1;
  const asIs = ids.every((id) => {
    const place = index.get(id) ?? -1;
    const rises = place > last;
    last = place;
    return rises && holder.get(id) === bead;
  });
  if (asIs) return ids;
  return [...new Set(ids)]
    .filter((id) => index.has(id) && holder.get(id) === bead)
    .toSorted((a, b) => (index.get(a) ?? 0) - (index.get(b) ?? 0));
}

/** The paragraphs in no bead, by the place of the bead after which they belong; -1 is the start. */
function alone(side: Side, sides: Sides, beads: readonly Bead[]): Map<number, string[]> {
  const place = new Map<string, number>();
  beads.forEach((bead, at) => {
    for (const id of bead[side]) place.set(id, at);
  });
  const gaps = new Map<number, string[]>();
  let after = -1;
  for (const { id } of sides[side]) {
    const at = place.get(id);
    if (at !== undefined) {
      after = at;
      continue;
    }
    const gap = gaps.get(after);
    if (gap === undefined) gaps.set(after, [id]);
    else gap.push(id);
  }
  return gaps;
}

function withOwnBeads(alignment: string, kept: readonly Bead[], gaps: Record<Side, Map<number, string[]>>): Bead[] {
  const taken = new Set(kept.map((bead) => bead.id));
  const result: Bead[] = [];
  let waiting: Bead[] = [];
  for (let at = -1; at < kept.length; at += 1) {
    const bead = kept[at];
    const next = kept[at + 1];
    if (bead !== undefined) result.push(bead);
    for (const side of ['source', 'target'] as const) {
      for (const id of gaps[side].get(at) ?? []) waiting.push(ownBead(alignment, side, id, taken));
    }
    // Nothing fits between two beads of the same order: what belongs there stands after both.
    if (bead !== undefined && bead.order === next?.order) continue;
    const orders = ordersBetween(bead?.order ?? null, next?.order ?? null, waiting.length);
    waiting.forEach((added, turn) => result.push({ ...added, order: orders[turn] ?? '' }));
    waiting = [];
  }
  // Orders that are no fractional indexes may sort elsewhere than they were meant to.
  return result.toSorted(byOrder);
}

function ownBead(alignment: string, side: Side, paragraph: string, taken: Set<string>): Bead {
  let id = `${alignment}:${paragraph}`;
  for (let more = 2; taken.has(id); more += 1) id = `${alignment}:${paragraph}:${String(more)}`;
  taken.add(id);
  return {
    id,
    kind: 'bead',
    modified: '',
    alignment,
    order: '',
    source: side === 'source' ? [paragraph] : [],
    target: side === 'target' ? [paragraph] : [],
    status: 'auto',
    confidence: 0,
  };
}
