/** Code units that are shown before the first range, where it stands far on. */
const mostBefore = 60;

/** A text whose beginning is left out, and what of it is marked. */
export interface Excerpt {
  text: string;
  /** In order, not overlapping, in UTF-16 code units. */
  ranges: readonly (readonly [number, number])[];
}

/** A text from shortly before its first range on, beginning with a whole word; whole where that stands near its beginning. */
export function fromFirst({ text, ranges }: Excerpt): Excerpt {
  const first = ranges[0]?.[0] ?? 0;
  if (first <= mostBefore * 1.5) return { text, ranges };
  const cut = text.lastIndexOf(' ', first - mostBefore) + 1;
  if (cut === 0) return { text, ranges };
  const moved = 1 - cut;
  return { text: `…${text.slice(cut)}`, ranges: ranges.map(([start, end]) => [start + moved, end + moved]) };
}

/**
 * A text with its ranges underlined.
 *
 * @param show how a piece of it is shown, as in another script
 */
export function Highlighted({ text, ranges, show = (piece) => piece }: Excerpt & { show?: (piece: string) => string }) {
  return [
    ...ranges.map(([start, end], index) => (
      <span key={start}>
        {show(text.slice(ranges[index - 1]?.[1] ?? 0, start))}
        <u>{show(text.slice(start, end))}</u>
      </span>
    )),
    show(text.slice(ranges.at(-1)?.[1] ?? 0)),
  ];
}
