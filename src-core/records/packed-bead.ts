import type { Bead } from './bead.ts';

/**
 * A bead without what its alignment says of it already, for sending many: its JSON is less than half as long. The last
 * entry has the fields that this version does not know, where there are any.
 */
export type PackedBead = [
  id: string,
  order: string,
  source: string[],
  target: string[],
  status: Bead['status'],
  confidence: number,
  modified: string,
  more?: Record<string, unknown>,
];

/** The names of a bead's own fields; what else it has is unknown here. */
const own = new Set(['id', 'kind', 'modified', 'alignment', 'order', 'source', 'target', 'status', 'confidence']);

/** Packs a bead; `unpackBead` with its alignment gives it back. */
export function packBead(bead: Bead): PackedBead {
  const { id, order, source, target, status, confidence, modified } = bead;
  const packed: PackedBead = [id, order, source, target, status, confidence, modified];
  if (Object.keys(bead).length > own.size) {
    packed.push(Object.fromEntries(Object.entries(bead).filter(([name]) => !own.has(name))));
  }
  return packed;
}

/** The bead that was packed. */
export function unpackBead(alignment: string, packed: PackedBead): Bead {
  const [id, order, source, target, status, confidence, modified, more] = packed;
  return { ...more, id, kind: 'bead', modified, alignment, order, source, target, status, confidence };
}
