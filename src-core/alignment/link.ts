import type { Bead } from '#core/records/bead.ts';

/**
 * What stands beside what when two editions are shown: a bead, or what follows from several beads. `source` is the left
 * pane's side, `target` the right pane's.
 */
export type Link = Pick<Bead, 'id' | 'source' | 'target' | 'status' | 'confidence'>;

/** Finds the link of a paragraph of either side. */
export type LinkIndex = ReadonlyMap<string, { link: Link; side: 'source' | 'target'; index: number }>;

/** Indexes links by the ids of their paragraphs; `index` is the link's place in `links`. */
export function linkIndex(links: readonly Link[]): LinkIndex {
  const found = new Map<string, { link: Link; side: 'source' | 'target'; index: number }>();
  links.forEach((link, index) => {
    for (const id of link.source) found.set(id, { link, side: 'source', index });
    for (const id of link.target) found.set(id, { link, side: 'target', index });
  });
  return found;
}

/** The paragraphs aligned with `paragraph`, on the other side; empty when it has none. */
export function alignedWith(paragraph: string, links: LinkIndex): readonly string[] {
  const found = links.get(paragraph);
  if (found === undefined) return [];
  return found.side === 'source' ? found.link.target : found.link.source;
}
