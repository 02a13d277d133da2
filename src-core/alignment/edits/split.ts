import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import { replaceBeads } from './replace.ts';
import { sentencePool } from './sentences.ts';
import { findBead, type EditState, type SideName } from './state.ts';

/** How many paragraphs of either side stand in the first part of a bead that is cut in two. */
export interface Cut {
  readonly source: number;
  readonly target: number;
}

/**
 * A bead becomes two; the first keeps its id. Without `cut` it is cut where `likelyCut` says. `null` where it cannot be cut: it
 * has one paragraph, or one on either side (which are cut at a sentence: `splitAtSentence`).
 *
 * @throws RangeError for a cut that leaves a part without paragraphs
 */
export function splitBead(state: EditState, alignment: string, bead: string, cut?: Cut): Change | null {
  const { index, bead: whole } = findBead(state, alignment, bead);
  const at = cut ?? likelyCut(state, whole);
  if (at === null) return null;
  if (!cuts(whole).some(({ source, target }) => source === at.source && target === at.target)) {
    throw new RangeError(`the bead ${bead} cannot be cut at ${at.source}, ${at.target}`);
  }
  const first = { source: whole.source.slice(0, at.source), target: whole.target.slice(0, at.target) };
  const second = { source: whole.source.slice(at.source), target: whole.target.slice(at.target) };
  return replaceBeads(state, alignment, index, index + 1, [
    { keeps: whole, from: [whole], ...first, made: true },
    { keeps: null, from: [whole], ...second, made: true },
  ]);
}

/** A bead becomes two, the second of which begins with `paragraph`; the other side is cut where it is likeliest. */
export function splitBefore(state: EditState, alignment: string, bead: string, paragraph: string): Change | null {
  const { bead: whole } = findBead(state, alignment, bead);
  for (const side of ['source', 'target'] as const) {
    const before = whole[side].indexOf(paragraph);
    if (before === -1) continue;
    const cut = likelyCut(state, whole, { side, before });
    return cut === null ? null : splitBead(state, alignment, bead, cut);
  }
  throw new RangeError(`the bead ${bead} has no paragraph ${paragraph}`);
}

/**
 * Where a bead would best be cut: where the fewest sentence links are torn, and the parts have like shares of either side's
 * length. Where both sides have several paragraphs, both parts get some of either. `null` where nothing can be cut.
 *
 * @param given the side on which the cut is known, and how many of its paragraphs stand before it
 */
export function likelyCut(state: EditState, bead: Bead, given?: { side: SideName; before: number }): Cut | null {
  const possible = cuts(bead).filter((cut) => given === undefined || cut[given.side] === given.before);
  const full = possible.filter(
    ({ source, target }) => source > 0 && target > 0 && source < bead.source.length && target < bead.target.length,
  );
  const torn = tornBy(state, bead);
  const shares = { source: sharesOf(state, bead.source), target: sharesOf(state, bead.target) };
  let best: { cut: Cut; cost: number } | null = null;
  for (const cut of full.length > 0 ? full : possible) {
    const cost = torn(cut) + Math.abs((shares.source[cut.source] ?? 0) - (shares.target[cut.target] ?? 0));
    if (best === null || cost < best.cost) best = { cut, cost };
  }
  return best?.cut ?? null;
}

/** All cuts that leave paragraphs in both parts, and tear apart more than a source from a target. */
function cuts({ source, target }: Bead): Cut[] {
  const found: Cut[] = [];
  for (let left = 0; left <= source.length; left += 1) {
    for (let right = 0; right <= target.length; right += 1) {
      const first = left + right;
      if (first > 0 && first < source.length + target.length) found.push({ source: left, target: right });
    }
  }
  // With one paragraph on either side only unlinking is left, which is another edit.
  return source.length <= 1 && target.length <= 1 ? [] : found;
}

/** How many sentence links a cut tears, each counted by its confidence: one that is sure outweighs any length. */
function tornBy(state: EditState, bead: Bead): (cut: Cut) => number {
  const { links } = sentencePool(state, [bead]);
  return (cut) => {
    const first = new Set([...bead.source.slice(0, cut.source), ...bead.target.slice(0, cut.target)]);
    const isTorn = links.filter((link) => {
      const inFirst = [...link.source, ...link.target].filter(({ paragraph }) => first.has(paragraph)).length;
      return inFirst > 0 && inFirst < link.source.length + link.target.length;
    });
    return isTorn.reduce((sum, { confidence }) => sum + confidence, 0);
  };
}

/** By number of paragraphs, the share of the length that they have. */
function sharesOf(state: EditState, ids: readonly string[]): number[] {
  // A text that is not here counts like one of a line.
  const lengths = ids.map((id) => Math.max(1, state.paragraph(id)?.text.length ?? 80));
  const all = lengths.reduce((sum, length) => sum + length, 0);
  let before = 0;
  return [0, ...lengths.map((length) => (before += length) / all)];
}
