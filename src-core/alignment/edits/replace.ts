import type { Bead } from '#core/records/bead.ts';
import { noChange, type Change } from '#core/records/change.ts';
import { sameContent } from '#core/records/join.ts';
import { ordersBetween } from '#core/records/order.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { linksWithin, sentencePool, type SentencePool } from './sentences.ts';
import { beadsOf, inTextOrder, type EditState } from './state.ts';

/** A bead as an edit wants it, before it has its place and its sentence links. */
export interface Draft {
  /** The bead whose id, place and unknown fields it keeps; `null` for a new one. */
  readonly keeps: Bead | null;
  /** The beads that its paragraphs come from. */
  readonly from: readonly Bead[];
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** A person put just these paragraphs together; otherwise it is what was left. */
  readonly made: boolean;
}

/** A bead that stays as it is. */
export function unchanged(bead: Bead): Draft {
  return { keeps: bead, from: [bead], source: bead.source, target: bead.target, made: false };
}

/**
 * The change that puts drafts in the place of the beads `from` up to `to` of an alignment. Drafts without paragraphs are left
 * out. Sentence links are taken from `pool`, by default those of the beads replaced.
 */
export function replaceBeads(
  state: EditState,
  alignment: string,
  from: number,
  to: number,
  drafts: readonly Draft[],
  pool: SentencePool = sentencePool(state, beadsOf(state, alignment).slice(from, to)),
): Change {
  const beads = beadsOf(state, alignment);
  const wanted = drafts
    .filter(({ source, target }) => source.length + target.length > 0)
    .map((draft) => finished(state, alignment, draft, pool));
  return differenceOf(beads, inPlace(beads, from, to, wanted));
}

function finished(state: EditState, alignment: string, draft: Draft, pool: SentencePool): Bead {
  const { keeps } = draft;
  const source = inTextOrder(state, draft.source);
  const target = inTextOrder(state, draft.target);
  const isWhole = keeps !== null && draft.from.length === 1 && !draft.made;
  if (isWhole && sameIds(keeps.source, source) && sameIds(keeps.target, target)) return keeps;
  const { sentences: _sentences, intended: _intended, ...rest } = keeps ?? newBead(state, alignment);
  const sentences = linksWithin(state, alignment, pool, source, target);
  return {
    ...rest,
    source,
    target,
    ...statusOf(draft),
    ...(sentences === null ? {} : { sentences }),
  };
}

function newBead(state: EditState, alignment: string): Bead {
  return {
    id: state.newId(),
    kind: 'bead',
    modified: '',
    alignment,
    order: '',
    source: [],
    target: [],
    status: 'auto',
    confidence: 0,
  };
}

/** Rules E4 to E6 of `docs/spec/alignment.md`. */
function statusOf({ source, target, from, made }: Draft): Pick<Bead, 'status' | 'confidence' | 'intended'> {
  if (source.length > 0 && target.length > 0) {
    if (made) return { status: 'confirmed', confidence: 1 };
    const status = from.every((bead) => bead.status === 'confirmed') ? 'confirmed' : 'auto';
    return { status, confidence: Math.min(1, ...from.map((bead) => bead.confidence)) };
  }
  if (from.length > 0 && from.every((bead) => bead.intended === true)) {
    return { status: 'confirmed', confidence: 1, intended: true };
  }
  const wasOneSided = from.every((bead) => bead.source.length === 0 || bead.target.length === 0);
  if (!wasOneSided || from.length === 0) return { status: 'auto', confidence: 0 };
  const status = from.every((bead) => bead.status === 'confirmed') ? 'confirmed' : 'auto';
  return { status, confidence: Math.min(1, ...from.map((bead) => bead.confidence)) };
}

/** All beads with the wanted ones in place of those `from` up to `to`, in orders that rise. */
function inPlace(beads: readonly Bead[], from: number, to: number, wanted: readonly Bead[]): Bead[] {
  const before = beads[from - 1]?.order ?? null;
  // Nothing fits between beads of the same order: those that follow get new ones as well.
  const free = beads.findIndex(({ order }, at) => at >= to && order !== before);
  const end = free === -1 ? beads.length : free;
  const placed = withOrders([...wanted, ...beads.slice(to, end)], before, beads[end]?.order ?? null);
  if (placed !== null) return [...beads.slice(0, from), ...placed, ...beads.slice(end)];
  // Orders that are no fractional indexes: all get new ones.
  return orderedAnew([...beads.slice(0, from), ...wanted, ...beads.slice(to)]);
}

/** A list with new orders throughout. */
export function orderedAnew<Placed extends { readonly order: string }>(list: readonly Placed[]): Placed[] {
  const orders = ordersBetween(null, null, list.length);
  return list.map((one, at) => ({ ...one, order: orders[at] ?? '' }));
}

/** Beads with orders that rise between two others'; one that has such an order keeps it. `null` where there are none. */
export function withOrders<Placed extends { readonly order: string }>(
  list: readonly Placed[],
  before: string | null,
  after: string | null,
): Placed[] | null {
  let last = before;
  const kept = list.map(({ order }) => {
    if (order === '' || (last !== null && order <= last) || (after !== null && order >= after)) return null;
    last = order;
    return order;
  });
  const orders: string[] = [];
  for (let at = 0; at < kept.length;) {
    const own = kept[at];
    if (own !== null && own !== undefined) {
      orders.push(own);
      at += 1;
      continue;
    }
    let end = at;
    while (end < kept.length && kept[end] === null) end += 1;
    orders.push(...ordersBetween(orders.at(-1) ?? before, kept[end] ?? after, end - at));
    at = end;
  }
  const all = [...(before === null ? [] : [before]), ...orders, ...(after === null ? [] : [after])];
  if (!all.every((order, at) => at === 0 || (all[at - 1] ?? '') < order)) return null;
  return list.map((one, at) => (one.order === orders[at] ? one : { ...one, order: orders[at] ?? '' }));
}

/** The change that makes `now` of `before`. Records that say the same are not in it. */
export function differenceOf(before: readonly AnyRecord[], now: readonly AnyRecord[]): Change {
  const old = new Map(before.map((record) => [record.id, record]));
  const added: AnyRecord[] = [];
  const updated: [AnyRecord, AnyRecord][] = [];
  for (const record of now) {
    const known = old.get(record.id);
    old.delete(record.id);
    if (known === undefined) added.push(record);
    else if (known !== record && !sameContent(known, record)) updated.push([known, record]);
  }
  return { added, updated, removed: [...old.values()] };
}

/** Several changes of different records as one. */
export function together(...changes: readonly Change[]): Change {
  return changes.reduce(
    (all, change) => ({
      added: [...all.added, ...change.added],
      updated: [...all.updated, ...change.updated],
      removed: [...all.removed, ...change.removed],
    }),
    noChange,
  );
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, at) => id === b[at]);
}
