import type { Bead } from './bead.ts';
import { byOrder, ordersBetween } from './order.ts';
import type { Paragraph } from './paragraph.ts';

/** The paragraphs of an alignment's editions, each in text order. */
export type Sides = Record<'source' | 'target', readonly Paragraph[]>;

/** One side of an alignment while it is being restored. Paragraphs are named by their place in the text. */
interface Side {
  paragraphs: readonly Paragraph[];
  /** By bead, the places that its ids name; -1 where there is no such paragraph. */
  named: number[][];
  /** By place, the bead that holds the paragraph; -1 for none. */
  holder: Int32Array;
}

/**
 * Restores what must hold of an alignment: every paragraph of either edition stands in exactly one bead.
 *
 * Beads lose paragraphs that are missing or that a better bead holds (confirmed, then newer, then of the smaller id), and go
 * when none is left. A paragraph in no bead gets one of its own, after the bead of the paragraph before it (source before
 * target). Inside a bead ids stand in text order. What needs no change is the same object in the answer.
 */
export function normaliseAlignment(alignment: string, sides: Sides, beads: readonly Bead[]): Bead[] {
  const inOrder = beads.toSorted(byOrder);
  const source = sideOf(sides.source, inOrder, (bead) => bead.source);
  const target = sideOf(sides.target, inOrder, (bead) => bead.target);
  const kept: Bead[] = [];
  /** By bead, its place among those that are kept. */
  const place = new Int32Array(inOrder.length).fill(-1);
  inOrder.forEach((bead, at) => {
    const own = { source: held(source, bead.source, at), target: held(target, bead.target, at) };
    if (own.source.length === 0 && own.target.length === 0) return;
    place[at] = kept.length;
    kept.push(own.source === bead.source && own.target === bead.target ? bead : { ...bead, ...own });
  });
  const gaps = { source: alone(source, place), target: alone(target, place) };
  if (gaps.source.size === 0 && gaps.target.size === 0) return kept;
  return withOwnBeads(alignment, kept, gaps);
}

function sideOf(
  paragraphs: readonly Paragraph[],
  beads: readonly Bead[],
  idsOf: (bead: Bead) => readonly string[],
): Side {
  const places = new Map(paragraphs.map((paragraph, at) => [paragraph.id, at]));
  const holder = new Int32Array(paragraphs.length).fill(-1);
  const named = beads.map((bead, at) =>
    idsOf(bead).map((id) => {
      const found = places.get(id) ?? -1;
      const other = beads[holder[found] ?? -1];
      if (found !== -1 && (other === undefined || (other !== bead && beats(bead, other)))) holder[found] = at;
      return found;
    }),
  );
  return { paragraphs, named, holder };
}

function beats(a: Bead, b: Bead): boolean {
  if (a.status !== b.status) return a.status === 'confirmed';
  if (a.modified !== b.modified) return a.modified > b.modified;
  return a.id < b.id;
}

/** The paragraphs that a bead keeps, in text order: the same array when that is how they stand already. */
function held({ paragraphs, named, holder }: Side, ids: string[], bead: number): string[] {
  const places = named[bead] ?? [];
  if (places.every((at, turn) => holder[at] === bead && (turn === 0 || (places[turn - 1] ?? -1) < at))) return ids;
  return [...new Set(places)]
    .filter((at) => holder[at] === bead)
    .toSorted((a, b) => a - b)
    .flatMap((at) => paragraphs[at]?.id ?? []);
}

/** The paragraphs in no bead, by the place of the kept bead after which they belong; -1 is the start. */
function alone({ paragraphs, holder }: Side, place: Int32Array): Map<number, string[]> {
  const gaps = new Map<number, string[]>();
  let after = -1;
  paragraphs.forEach(({ id }, at) => {
    const bead = holder[at] ?? -1;
    if (bead !== -1) {
      after = place[bead] ?? -1;
      return;
    }
    const gap = gaps.get(after);
    if (gap === undefined) gaps.set(after, [id]);
    else gap.push(id);
  });
  return gaps;
}

function withOwnBeads(
  alignment: string,
  kept: readonly Bead[],
  gaps: Record<keyof Sides, Map<number, string[]>>,
): Bead[] {
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

function ownBead(alignment: string, side: keyof Sides, paragraph: string, taken: Set<string>): Bead {
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
