import { layout, stackedOrder, type Cell, type Gap } from '#core/alignment/layout.ts';
import type { Link } from '#core/alignment/link.ts';
import type { Reading } from '#core/records/preference.ts';
import type { EditorialTitle } from './arrangement.ts';

export type Mode = Reading['mode'];

/** The rows of a spread's grid: what stands in which, in CSS's counting from 1. Links are counted within the spread. */
export interface Plan {
  /** `grid-template-rows`. */
  template: string;
  source: Cell[];
  target: Cell[];
  /** The rows of each link, in order. */
  links: { row: number; span: number }[];
  titles: { row: number; title: EditorialTitle }[];
  /** Where a column has nothing beside the other; only where the columns stand side by side. */
  gaps: Gap[];
}

interface Rows {
  source: Cell[];
  target: Cell[];
  links: { row: number; span: number }[];
  gaps: Gap[];
}

/**
 * Lays out the links of a spread.
 *
 * @param titles the editorial title above a link, `null` where there is none
 * @param shown in the mode `demand`: is the translation of this link shown?
 */
export function plan(
  links: readonly Link[],
  mode: Mode,
  titles: (link: number) => EditorialTitle | null,
  shown: (link: number) => boolean,
): Plan {
  const rows =
    mode === 'side' ? sideBySide(links) : oneBelowTheOther(links, (link) => mode === 'stacked' || shown(link));
  const result: Plan = { template: '', source: [], target: [], links: [], titles: [], gaps: [] };
  const moved: number[] = [];
  const template: string[] = [];
  for (const [index, { span }] of rows.links.entries()) {
    const title = titles(index);
    if (title !== null) {
      template.push('auto');
      result.titles.push({ row: template.length, title });
    }
    const row = template.length + 1;
    moved.push(row - (rows.links[index]?.row ?? row));
    result.links.push({ row, span });
    // A paragraph that spans several rows and is longer than they are lengthens only the last: a row with a flexible
    // size takes all of what spans it and, at 0fr, nothing more. So those on the other side stand close together.
    for (let at = 1; at < span; at += 1) template.push('auto');
    template.push(span > 1 ? 'minmax(auto, 0fr)' : 'auto');
  }
  result.template = template.join(' ');
  const move = <T extends { link: number; row: number }>(cell: T): T => ({
    ...cell,
    row: cell.row + (moved[cell.link] ?? 0),
  });
  result.source = rows.source.map(move);
  result.target = rows.target.map(move);
  result.gaps = rows.gaps.map(move);
  return result;
}

function sideBySide(links: readonly Link[]): Rows {
  const { source, target, gaps } = layout(links);
  const ends = links.map((): { row: number; end: number } => ({ row: Infinity, end: 0 }));
  for (const { link, row, span } of [...source, ...target, ...gaps]) {
    const edge = ends[link];
    if (edge === undefined) continue;
    edge.row = Math.min(edge.row, row);
    edge.end = Math.max(edge.end, row + span);
  }
  return {
    source,
    target,
    gaps,
    links: ends.map(({ row, end }) => ({ row: Math.min(row, end), span: Math.max(0, end - row) })),
  };
}

function oneBelowTheOther(links: readonly Link[], shown: (link: number) => boolean): Rows {
  const rows: Rows = { source: [], target: [], gaps: [], links: links.map(() => ({ row: 0, span: 0 })) };
  let row = 0;
  for (const { paragraph, side, link } of stackedOrder(links)) {
    const place = rows.links[link];
    if (place === undefined) continue;
    const hidden = side === 'target' && !shown(link);
    // A translation without an original keeps a row while hidden: the place of the mark that shows it.
    if (hidden && (place.span > 0 || links[link]?.source.length !== 0)) continue;
    row += 1;
    if (place.span === 0) place.row = row;
    place.span += 1;
    if (!hidden) rows[side].push({ paragraph, link, row, span: 1 });
  }
  return rows;
}
