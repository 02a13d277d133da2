import { linkIndex, type Link } from '#core/alignment/link.ts';
import type { Arrangement } from './arrangement.ts';
import type { Side } from './column.ts';

const known = new WeakMap<Arrangement, Record<Side, Arrangement>>();

/** One side of an arrangement by itself, for a pane that scrolls by itself: the same links and spreads, with the other side empty. */
export function oneSide(full: Arrangement, side: Side): Arrangement {
  let sides = known.get(full);
  if (sides === undefined) {
    sides = { source: without(full, 'target'), target: without(full, 'source') };
    known.set(full, sides);
  }
  return sides[side];
}

function without(full: Arrangement, side: Side): Arrangement {
  const links = full.links.map((link): Link => ({ ...link, [side]: [] }));
  const titles = [...full.titles].map(([link, { left, right }]) => {
    const title = side === 'target' ? { left, right: null } : { left: null, right };
    return [link, title] as const;
  });
  return { ...full, full, links, index: linkIndex(links), titles: new Map(titles) };
}
