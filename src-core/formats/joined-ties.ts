/** Blocks of two texts that are said to stand beside each other. */
export interface TiedBlocks {
  readonly blocks: readonly [source: readonly number[], target: readonly number[]];
}

/** Ties that make one bead. */
export interface TieGroup<Tie> {
  /** In the order in which they were met. */
  readonly ties: readonly Tie[];
  /** In the order of the texts. */
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** Ties that share a block of either side belong together; groups stand in the order in which they were first met. */
export function groupedTies<Tie extends TiedBlocks>(ties: readonly Tie[]): TieGroup<Tie>[] {
  // A disjoint-set forest: a file may tie a million blocks to one, in any order.
  const parents = ties.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let one = at; one !== root;) {
      const next = parents[one] ?? root;
      parents[one] = root;
      one = next;
    }
    return root;
  };
  const holders = [new Map<number, number>(), new Map<number, number>()] as const;
  ties.forEach(({ blocks }, at) => {
    blocks.forEach((side, number) => {
      for (const block of side) {
        const holder = holders[number]?.get(block);
        if (holder === undefined) holders[number]?.set(block, at);
        else {
          // The earlier one leads, so that a group stands where it was first met.
          const [a, b] = [rootOf(holder), rootOf(at)];
          parents[Math.max(a, b)] = Math.min(a, b);
        }
      }
    });
  });
  const groups = Map.groupBy(ties.keys(), rootOf);
  return [...groups]
    .toSorted(([a], [b]) => a - b)
    .map(([, numbers]) => {
      const own = numbers.flatMap((at) => ties[at] ?? []);
      const side = (number: 0 | 1): number[] =>
        [...new Set(own.flatMap(({ blocks }) => blocks[number]))].toSorted((a, b) => a - b);
      return { ties: own, source: side(0), target: side(1) };
    });
}
