import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import { holderOf } from './move.ts';
import { replaceBeads, unchanged, type Draft } from './replace.ts';
import { beadsOf, findBead, inTextOrder, type EditState } from './state.ts';

/** A bead's paragraphs stand each alone, the source's before the target's. `null` for one that is a single paragraph. */
export function unlink(state: EditState, alignment: string, bead: string): Change | null {
  const { index, bead: whole } = findBead(state, alignment, bead);
  const single = [
    ...whole.source.map((id) => ({ source: [id], target: [] })),
    ...whole.target.map((id) => ({ source: [], target: [id] })),
  ];
  if (single.length < 2) return null;
  const drafts = single.map((side, at) => ({
    keeps: at === 0 ? whole : null,
    from: [whole],
    ...side,
    made: false,
  }));
  return replaceBeads(state, alignment, index, index + 1, drafts);
}

/**
 * Any paragraphs of either side become one bead, which stands where the first of the source stood (of the target, when none
 * of the source is chosen). What is left of a bead keeps its order: what stood before the chosen ones stays before them, the
 * rest comes after. `null` when they are a bead already.
 *
 * @throws RangeError for no paragraph, and for one that stands in no bead of the alignment
 */
export function linkSelection(state: EditState, alignment: string, paragraphs: Iterable<string>): Change | null {
  const beads = beadsOf(state, alignment);
  const chosen = new Set(paragraphs);
  const holders = new Map([...chosen].map((id) => [id, holderOf(state, alignment, id)]));
  const on = (side: 'source' | 'target'): string[] =>
    inTextOrder(
      state,
      [...chosen].filter((id) => holders.get(id)?.side === side),
    );
  const source = on('source');
  const target = on('target');
  const anchor = holders.get(source[0] ?? target[0] ?? '')?.index;
  if (anchor === undefined) throw new RangeError('no paragraphs to link');
  const touched = [...new Set([...holders.values()].map(({ index }) => index))].toSorted((a, b) => a - b);
  const emptied = touched.filter((index) => isCovered(beads[index], chosen));
  if (touched.length === 1 && emptied.length === 1) return null;
  const first = touched[0] ?? anchor;
  const last = touched.at(-1) ?? anchor;
  const from = touched.flatMap((index) => beads[index] ?? []);
  const keeps = emptied.includes(anchor) ? (beads[anchor] ?? null) : null;
  const linked: Draft = { keeps, from, source, target, made: true };
  const drafts = beads.slice(first, last + 1).flatMap((bead, at): Draft[] => {
    const index = first + at;
    if (!touched.includes(index)) return [unchanged(bead)];
    const [before, after] = leftOf(bead, chosen);
    return index === anchor ? [...before, linked, ...after] : [...before, ...after];
  });
  return replaceBeads(state, alignment, first, last + 1, drafts);
}

function isCovered(bead: Bead | undefined, chosen: ReadonlySet<string>): boolean {
  return bead !== undefined && [...bead.source, ...bead.target].every((id) => chosen.has(id));
}

/** What is left of a bead: what stands before all that is taken from it, and the rest. The first of them keeps its id. */
function leftOf(bead: Bead, chosen: ReadonlySet<string>): [before: Draft[], after: Draft[]] {
  const part = (side: 'source' | 'target'): [string[], string[]] => {
    const taken = bead[side].findIndex((id) => chosen.has(id));
    const rest = bead[side].filter((id) => !chosen.has(id));
    return taken === -1 ? [rest, []] : [rest.slice(0, taken), rest.slice(taken)];
  };
  const [sourceBefore, sourceAfter] = part('source');
  const [targetBefore, targetAfter] = part('target');
  const takesSource = bead.source.some((id) => chosen.has(id));
  const takesTarget = bead.target.some((id) => chosen.has(id));
  // A side from which nothing is taken stays with what is left of the other side.
  const isLater = (!takesSource && targetBefore.length === 0) || (!takesTarget && sourceBefore.length === 0);
  const before = isLater
    ? { source: takesSource ? sourceBefore : [], target: takesTarget ? targetBefore : [] }
    : { source: sourceBefore, target: targetBefore };
  const after = isLater
    ? { source: takesSource ? sourceAfter : sourceBefore, target: takesTarget ? targetAfter : targetBefore }
    : { source: sourceAfter, target: targetAfter };
  const drafts = [before, after].map((sides) => ({ from: [bead], ...sides, made: false }));
  const hasFirst = before.source.length + before.target.length > 0;
  const hasSecond = after.source.length + after.target.length > 0;
  const [first, second] = drafts;
  return [
    hasFirst && first !== undefined ? [{ ...first, keeps: bead }] : [],
    hasSecond && second !== undefined ? [{ ...second, keeps: hasFirst ? null : bead }] : [],
  ];
}

/** A bead and the next exchange their target sides, so that their links cross. `null` after the last, and where both have none. */
export function swapWithNext(state: EditState, alignment: string, bead: string): Change | null {
  const { beads, index, bead: first } = findBead(state, alignment, bead);
  const second = beads[index + 1];
  if (second === undefined || first.target.length + second.target.length === 0) return null;
  const from = [first, second];
  return replaceBeads(state, alignment, index, index + 2, [
    { keeps: first, from, source: first.source, target: second.target, made: true },
    { keeps: second, from, source: second.source, target: first.target, made: true },
  ]);
}
