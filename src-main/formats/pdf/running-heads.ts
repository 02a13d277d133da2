import type { Line } from './page-text.ts';

/** Lines at the upper and at the lower edge of a page that may be running heads and feet. */
const edge = 2;
/** The same at the edge of so many pages is one. */
const leastPages = 3;

/** The lines of all pages without running heads, feet and page numbers, and how many those were. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): { pages: Line[][]; dropped: number } {
  const seen = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edges(lines).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  let dropped = 0;
  const kept = pages.map((lines) => {
    const atEdge = new Set(edges(lines));
    return lines.filter((line) => {
      const isHead =
        atEdge.has(line) && ((seen.get(keyOf(line)) ?? 0) >= leastPages || (pages.length > 1 && isNumber(line.text)));
      if (isHead) dropped += 1;
      return !isHead;
    });
  });
  return { pages: kept, dropped };
}

function edges(lines: readonly Line[]): Line[] {
  const byHeight = lines.toSorted((a, b) => a.y - b.y);
  return [...new Set([...byHeight.slice(0, edge), ...byHeight.slice(-edge)])];
}

/** What stays the same from page to page: the words, without numbers; at the same height. */
function keyOf({ text, y }: Line): string {
  return `${String(Math.round(y / 12))} ${text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase()}`;
}

function isNumber(text: string): boolean {
  return /^[\s\p{Pd}[(]*(?:\d{1,4}|[ivxlc]{1,7})[\s\p{Pd}\])]*$/iu.test(text);
}
