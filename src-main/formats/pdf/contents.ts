import type { Line } from './page-text.ts';

/** So many lines of a page lead to other pages where it is a table of contents. */
const leastLines = 3;
const leaders = /(?:[.·…‥_\u2024]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})$/iu;
const number = /\s(?:\d{1,4}|[ivxlc]{1,7})$/iu;
const title =
  /^(?:мазмұны|мазмұн|оглавление|содержание|contents|table of contents|inhalt|inhaltsverzeichnis|mazmuny)[.:]?$/iu;

/**
 * The lines without printed tables of contents, and how many those were: their numbers of pages mean nothing here, and the
 * sections that they name are shown beside the text.
 */
export function withoutContents(pages: readonly (readonly Line[])[]): { pages: Line[][]; dropped: number } {
  let dropped = 0;
  let goesOn = false;
  const kept = pages.map((lines) => {
    const isTitled = lines.some(({ text }) => title.test(text.trim()));
    const found = lines.filter((line) => leaders.test(line.text) || (line.cells.length > 0 && number.test(line.text)));
    const dotted = found.filter(({ text }) => leaders.test(text)).length;
    const isContents =
      found.length >= leastLines && (isTitled || dotted >= leastLines || (goesOn && found.length > lines.length / 2));
    goesOn = isContents;
    if (!isContents) return [...lines];
    const left = new Set(found);
    const rest = lines.filter((line) => !left.has(line) && !title.test(line.text.trim()));
    dropped += lines.length - rest.length;
    return rest;
  });
  return { pages: kept, dropped };
}
