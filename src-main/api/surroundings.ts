import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { WorkRecords } from '#core/records/state.ts';

/**
 * The paragraphs of all editions around one paragraph: about `beads` beads of every alignment that leads there, and as many
 * paragraphs of an edition that none leads to. They are what a view shows first.
 *
 * @param around a paragraph's id; where it is `null` or gone, the start of the text
 */
export function surroundings(state: WorkRecords, around: string | null, beads: number): Paragraph[] {
  const anchors = anchorsOf(state, around);
  const chosen = new Set<string>();
  const reached = new Set<string>();
  for (const [name, list] of state.alignments) {
    const [source, target] = sides(name);
    const anchor = anchors.get(source) ?? anchors.get(target) ?? null;
    const at = anchor === null ? 0 : Math.max(0, indexOfBead(list, anchor));
    for (const bead of windowAround(list, at, beads)) for (const id of [...bead.source, ...bead.target]) chosen.add(id);
    reached.add(source).add(target);
  }
  const found: Paragraph[] = [];
  for (const [edition, paragraphs] of state.paragraphs) {
    const anchor = anchors.get(edition);
    const at = anchor === undefined ? 0 : paragraphs.findIndex(({ id }) => id === anchor);
    const alone = reached.has(edition) ? [] : windowAround(paragraphs, at, beads);
    found.push(...alone, ...paragraphs.filter(({ id }) => chosen.has(id)));
  }
  return found;
}

/** By edition, the paragraph that stands where `around` stands, as far as alignments tell. */
function anchorsOf(state: WorkRecords, around: string | null): Map<string, string> {
  const anchors = new Map<string, string>();
  if (around === null) return anchors;
  for (const [edition, paragraphs] of state.paragraphs) {
    if (paragraphs.some(({ id }) => id === around)) anchors.set(edition, around);
  }
  for (let known = 0; known < anchors.size;) {
    known = anchors.size;
    for (const [name, beads] of state.alignments) {
      const [source, target] = sides(name);
      const fromSource = anchors.get(source);
      const fromTarget = anchors.get(target);
      if (fromSource !== undefined && fromTarget === undefined) carry(anchors, target, beads, fromSource, 'target');
      if (fromTarget !== undefined && fromSource === undefined) carry(anchors, source, beads, fromTarget, 'source');
    }
  }
  return anchors;
}

function carry(
  anchors: Map<string, string>,
  edition: string,
  beads: readonly Bead[],
  from: string,
  side: 'source' | 'target',
): void {
  const at = indexOfBead(beads, from);
  if (at < 0) return;
  const after = beads.slice(at).find((bead) => bead[side].length > 0)?.[side][0];
  const found =
    after ??
    beads
      .slice(0, at)
      .findLast((bead) => bead[side].length > 0)
      ?.[side].at(-1);
  if (found !== undefined) anchors.set(edition, found);
}

function indexOfBead(beads: readonly Bead[], paragraph: string): number {
  return beads.findIndex((bead) => bead.source.includes(paragraph) || bead.target.includes(paragraph));
}

function windowAround<T>(items: readonly T[], at: number, size: number): readonly T[] {
  const start = Math.max(0, Math.min(at - Math.floor(size / 2), items.length - size));
  return items.slice(start, start + size);
}

/** The two editions of an alignment, from its name `<source>~<target>`. */
function sides(alignment: string): [source: string, target: string] {
  const [source = '', target = ''] = alignment.split('~');
  return [source, target];
}
