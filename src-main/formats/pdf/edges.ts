import type { Line } from './page-text.ts';

/** A column with fewer lines does not show where its edges are. */
const leastLines = 10;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu;

/**
 * Lines with the edges of their columns as pages of the same side have them: the last page of a chapter may have only short
 * lines. Lines from right to left are measured from the other side, so that what follows need not know of it.
 */
export function withEdges(pages: readonly (readonly Line[])[]): Line[][] {
  const known = new Map<string, [lefts: number[], rights: number[]]>();
  const keyOf = (page: number, part: number): string => `${String(page % 2)} ${String(part)}`;
  const groups = pages.map((lines) => Map.groupBy(lines, ({ part }) => part));
  groups.forEach((parts, page) => {
    for (const [part, lines] of parts) {
      const edges = lines[0]?.column;
      if (lines.length < leastLines || edges === undefined) continue;
      const [lefts, rights] = known.get(keyOf(page, part)) ?? [[], []];
      known.set(keyOf(page, part), [
        [...lefts, edges[0]],
        [...rights, edges[1]],
      ]);
    }
  });
  const usual = new Map([...known].map(([key, [lefts, rights]]) => [key, [median(lefts), median(rights)] as const]));
  const isTurned =
    pages.flat().filter(({ text }) => (text.match(rightToLeft)?.length ?? 0) * 2 > text.length).length * 2 >
    pages.flat().length;
  return pages.map((lines, page) =>
    lines.map((line) => {
      const many = (groups[page]?.get(line.part)?.length ?? 0) >= leastLines;
      const there = usual.get(keyOf(page, line.part));
      // Unless it stands outside of them.
      const column = many || there === undefined || line.x < there[0] - 2 * line.size ? line.column : there;
      if (!isTurned) return { ...line, column };
      const [left, right] = column;
      return { ...line, column, x: left + right - line.end, end: left + right - line.x };
    }),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
