/** A place in a text that is much like what was looked for. */
export interface Approximation {
  start: number;
  end: number;
  /** How many edits it is away. */
  edits: number;
}

/** More cells than this (length of the pattern times length of the text) are not searched. */
const mostCells = 20_000_000;

/**
 * The places in `text` at most `mostEdits` edits away from `pattern`, each the best of its neighbourhood, in text order.
 * Sellers' algorithm: a Levenshtein table whose first row is free, so that a match may begin anywhere.
 */
export function approximations(text: string, pattern: string, mostEdits: number): Approximation[] {
  if (pattern === '' || pattern.length * text.length > mostCells) return [];
  // Of the column: the edits of the pattern's first `row` units ending here, and where that match begins.
  let edits = Int32Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let starts = new Int32Array(pattern.length + 1);
  const found: Approximation[] = [];
  for (let end = 1; end <= text.length; end++) {
    const unit = text.charCodeAt(end - 1);
    const nextEdits = new Int32Array(pattern.length + 1);
    const nextStarts = new Int32Array(pattern.length + 1);
    nextStarts[0] = end;
    for (let row = 1; row <= pattern.length; row++) {
      const exchange = (edits[row - 1] ?? 0) + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      const skip = (edits[row] ?? 0) + 1;
      const put = (nextEdits[row - 1] ?? 0) + 1;
      const least = Math.min(exchange, skip, put);
      nextEdits[row] = least;
      nextStarts[row] =
        least === exchange ? (starts[row - 1] ?? 0) : least === skip ? (starts[row] ?? 0) : (nextStarts[row - 1] ?? 0);
    }
    edits = nextEdits;
    starts = nextStarts;
    const cost = edits[pattern.length] ?? 0;
    if (cost <= mostEdits) keepBest(found, { start: starts[pattern.length] ?? 0, end, edits: cost });
  }
  return found;
}

/** Of matches that overlap, the one with fewer edits stays; of equals, the first. */
function keepBest(found: Approximation[], match: Approximation): void {
  const last = found.at(-1);
  if (last === undefined || match.start >= last.end) found.push(match);
  else if (match.edits < last.edits) found[found.length - 1] = match;
}
