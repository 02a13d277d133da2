import type { Link } from './link.ts';

/** A paragraph's place in the grid. */
export interface Cell {
  paragraph: string;
  /** The place of its link in the list given. */
  link: number;
  /** The first row, from 1 as in CSS. */
  row: number;
  span: number;
}

/** Where one side has nothing beside the other: an omission, or text without an original. */
export interface Gap {
  side: 'source' | 'target';
  link: number;
  row: number;
  span: number;
}

export interface Layout {
  rows: number;
  source: Cell[];
  target: Cell[];
  gaps: Gap[];
}

/**
 * The grid rows of links side by side. The paragraphs of a link start on the same rows one by one; the last of the side
 * with fewer spans the rows that are left. Rules L1 to L4 of `docs/spec/alignment.md`.
 */
export function layout(links: readonly Link[]): Layout {
  const made: Layout = { rows: 0, source: [], target: [], gaps: [] };
  links.forEach((link, index) => {
    const rows = Math.max(link.source.length, link.target.length);
    const first = made.rows + 1;
    for (const side of ['source', 'target'] as const) {
      const paragraphs = link[side];
      paragraphs.forEach((paragraph, at) => {
        const span = at === paragraphs.length - 1 ? rows - at : 1;
        made[side].push({ paragraph, link: index, row: first + at, span });
      });
      if (paragraphs.length === 0 && rows > 0) made.gaps.push({ side, link: index, row: first, span: rows });
    }
    made.rows += rows;
  });
  return made;
}

/** The paragraphs of links one below the other: of each link the source's, then the target's. */
export function stackedOrder(links: readonly Link[]): { paragraph: string; side: 'source' | 'target'; link: number }[] {
  return links.flatMap((link, index) => [
    ...link.source.map((paragraph) => ({ paragraph, side: 'source' as const, link: index })),
    ...link.target.map((paragraph) => ({ paragraph, side: 'target' as const, link: index })),
  ]);
}
