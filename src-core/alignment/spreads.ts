import type { Link } from './link.ts';

/** A run of links shown as one grid: `[start, end)` of the list of links. */
export interface Spread {
  start: number;
  end: number;
}

/** The bounds of a spread: links, and UTF-16 code units of both sides together. */
export const spreadBounds = { links: 40, text: 16_000, linksBeforeSection: 24 } as const;

/**
 * Cuts links into spreads of at most 40 links and 16,000 code units (a single longer link stands alone). Where a section
 * begins after 24 links or more, the cut is there. Rules S1 to S4 of `docs/spec/alignment.md`.
 *
 * `lengthOf` gives a paragraph's length in UTF-16 code units; `beginsSection` whether a section begins with a paragraph.
 */
export function spreads(
  links: readonly Link[],
  lengthOf: (paragraph: string) => number,
  beginsSection: (paragraph: string) => boolean,
): Spread[] {
  const cut: Spread[] = [];
  let start = 0;
  let text = 0;
  links.forEach((link, index) => {
    const paragraphs = [...link.source, ...link.target];
    const length = paragraphs.reduce((sum, paragraph) => sum + lengthOf(paragraph), 0);
    const count = index - start;
    const full = count >= spreadBounds.links || text + length > spreadBounds.text;
    const section = count >= spreadBounds.linksBeforeSection && paragraphs.some((id) => beginsSection(id));
    if (count > 0 && (full || section)) {
      cut.push({ start, end: index });
      start = index;
      text = 0;
    }
    text += length;
  });
  if (start < links.length) cut.push({ start, end: links.length });
  return cut;
}

/** The place in `cut` of the spread that holds each paragraph. */
export function spreadIndex(links: readonly Link[], cut: readonly Spread[]): Map<string, number> {
  const found = new Map<string, number>();
  cut.forEach(({ start, end }, index) => {
    for (const link of links.slice(start, end)) for (const id of [...link.source, ...link.target]) found.set(id, index);
  });
  return found;
}
