/** Consecutive units taken together, for a first coarse look: block `k` is the units `edges[k]` up to `edges[k + 1]`. */
export interface Blocks {
  readonly edges: Int32Array;
  /** The block of each unit, by its number less `edges[0]`. */
  readonly of: Int32Array;
  readonly count: number;
}

/** Cuts units `from` up to `to` into blocks of about equal length; `count` of them, or one a unit where there are no more. */
export function makeBlocks(lengths: Float64Array, from: number, to: number, count: number): Blocks {
  const units = to - from;
  const edges = new Int32Array(Math.min(count, units) + 1);
  const of = new Int32Array(units);
  const blocks = edges.length - 1;
  let total = 0;
  for (let unit = from; unit < to; unit++) total += lengths[unit] ?? 0;
  let before = 0;
  let block = 0;
  edges[0] = from;
  for (let unit = from; unit < to; unit++) {
    const share = before + (lengths[unit] ?? 0) / 2;
    const wanted = blocks === units ? unit - from : Math.min(blocks - 1, Math.floor((share / total) * blocks));
    while (block < wanted) edges[++block] = unit;
    of[unit - from] = block;
    before += lengths[unit] ?? 0;
  }
  while (block < blocks) edges[++block] = to;
  return { edges, of, count: blocks };
}
