/** A stretch of text that something holds for: a mark, an annotation. UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text in the order in which elements of markup stand in each other. */
export type Nested<S extends Span> = string | { readonly span: S; readonly inner: readonly Nested<S>[] };

/**
 * The text `[start, end)` with spans put into each other, as elements are. Spans that only overlap are cut where the outer one
 * ends, so that one span can stand in several elements; the longer is the outer one. Empty parts are left out.
 */
export function nest<S extends Span>(text: string, spans: readonly S[], start = 0, end = text.length): Nested<S>[] {
  const inside = spans
    .map((span) => ({ span, from: Math.max(span.start, start), to: Math.min(span.end, end) }))
    .filter(({ from, to }) => from < to)
    .toSorted((a, b) => a.from - b.from || b.to - a.to);
  return within(text, inside, start, end);
}

interface Part<S> {
  readonly span: S;
  readonly from: number;
  readonly to: number;
}

function within<S extends Span>(text: string, parts: readonly Part<S>[], start: number, end: number): Nested<S>[] {
  const made: Nested<S>[] = [];
  let at = start;
  let waiting = parts;
  while (waiting.length > 0) {
    const [first, ...others] = waiting;
    if (first === undefined) break;
    if (first.from > at) made.push(text.slice(at, first.from));
    const inner: Part<S>[] = [];
    const after: Part<S>[] = [];
    for (const other of others) {
      if (other.from < first.to) inner.push({ ...other, to: Math.min(other.to, first.to) });
      if (other.to > first.to) after.push({ ...other, from: Math.max(other.from, first.to) });
    }
    made.push({ span: first.span, inner: within(text, inner, first.from, first.to) });
    at = first.to;
    waiting = after.toSorted((a, b) => a.from - b.from || b.to - a.to);
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}
