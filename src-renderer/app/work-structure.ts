import type { Bead } from '#core/records/bead.ts';
import { byOrder } from '#core/records/order.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { OutlineParagraph } from '#main/api/shapes.ts';
import type { OpenWork, Place } from './work-store.ts';

type Structure = Pick<OpenWork, 'outline' | 'alignments' | 'places' | 'texts'>;

/** By list of beads, the index of each by id: lists are values. */
const indexes = new WeakMap<readonly Bead[], ReadonlyMap<string, number>>();

/** The place of each bead in a list, by id. */
export function beadIndex(beads: readonly Bead[]): ReadonlyMap<string, number> {
  let index = indexes.get(beads);
  if (index === undefined) {
    index = new Map(beads.map(({ id }, at) => [id, at]));
    indexes.set(beads, index);
  }
  return index;
}

/**
 * The work with paragraphs added or taken away and beads changed, as the library would answer it: what a person does leaves
 * every paragraph in exactly one bead, so nothing has to be restored. `null` where that does not hold (something else changed
 * in between), or where the place of a paragraph cannot be told from the texts that are here: then the work is to be read again.
 *
 * @param paragraphs those that are new, and those that went (`deleted`)
 */
export function restructured(
  work: Structure,
  paragraphs: readonly Paragraph[],
  beads: readonly Bead[],
): Pick<OpenWork, 'outline' | 'alignments' | 'places'> | null {
  const text = withParagraphs(work, paragraphs);
  if (text === null) return null;
  const alignments: Record<string, readonly Bead[]> = { ...work.alignments };
  const touched = new Set(beads.map(({ alignment }) => alignment));
  // A paragraph that came or went stands in a bead of every alignment of its edition.
  for (const name of Object.keys(alignments)) {
    if (paragraphs.some(({ edition }) => name.split('~').includes(edition))) touched.add(name);
  }
  for (const name of touched) {
    const next = withBeads(
      name,
      work.alignments[name] ?? [],
      beads.filter(({ alignment }) => alignment === name),
      paragraphs.filter(({ edition }) => name.split('~').includes(edition)),
      text,
    );
    if (next === null) return null;
    alignments[name] = next;
  }
  return { ...text, alignments };
}

function withParagraphs(
  { outline, places, texts }: Structure,
  paragraphs: readonly Paragraph[],
): Pick<OpenWork, 'outline' | 'places'> | null {
  if (paragraphs.length === 0) return { outline, places };
  const next: Record<string, readonly OutlineParagraph[]> = { ...outline };
  const known = new Map(texts);
  for (const paragraph of paragraphs) known.set(paragraph.id, paragraph);
  for (const paragraph of paragraphs) {
    const list = next[paragraph.edition];
    if (list === undefined) return null;
    const changed = paragraph.deleted ? list.filter(([id]) => id !== paragraph.id) : inserted(list, paragraph, known);
    if (changed === null) return null;
    next[paragraph.edition] = changed;
  }
  return { outline: next, places: placesOf(next) };
}

/** Where every paragraph stands. */
export function placesOf(outline: OpenWork['outline']): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const [edition, paragraphs] of Object.entries(outline)) {
    for (const [index, [paragraph]] of paragraphs.entries()) places.set(paragraph, { edition, index });
  }
  return places;
}

/** An edition's outline with one more paragraph; `null` where its neighbours are not here. */
function inserted(
  list: readonly OutlineParagraph[],
  { id, section, type, text, order }: Paragraph,
  texts: ReadonlyMap<string, Paragraph>,
): OutlineParagraph[] | null {
  const start = list.findIndex(([, one]) => one === section);
  if (start === -1) return null;
  const after = list.findIndex(([, one], at) => at > start && one !== section);
  const end = after === -1 ? list.length : after;
  const own = { id, order };
  const isBefore = (at: number): boolean | null => {
    const other = texts.get(list[at]?.[0] ?? '');
    return other === undefined ? null : byOrder(other, own) < 0;
  };
  for (let at = start; at <= end; at += 1) {
    const followsOne = at === start || isBefore(at - 1) === true;
    if (followsOne && (at === end || isBefore(at) === false)) {
      return list.toSpliced(at, 0, [id, section, type, text.length]);
    }
  }
  return null;
}

/** An alignment's beads with some of them changed; `null` where a paragraph would then stand in none, or in two. */
function withBeads(
  alignment: string,
  list: readonly Bead[],
  changed: readonly Bead[],
  paragraphs: readonly Paragraph[],
  { outline, places }: Pick<OpenWork, 'outline' | 'places'>,
): readonly Bead[] | null {
  const editions = alignment.split('~');
  const index = beadIndex(list);
  const expected = new Set<string>();
  if (list.length === 0) {
    for (const edition of editions) for (const [id] of outline[edition] ?? []) expected.add(id);
  }
  for (const { id } of changed) {
    const old = list[index.get(id) ?? -1];
    for (const paragraph of [...(old?.source ?? []), ...(old?.target ?? [])]) expected.add(paragraph);
  }
  for (const paragraph of paragraphs) {
    if (!paragraph.deleted) expected.add(paragraph.id);
    // It stood in a bead that did not change, which would keep it.
    else if (!expected.delete(paragraph.id) && list.length > 0) return null;
  }
  const result = merged(list, index, changed);
  if (result.length === 0 && expected.size > 0) return null;
  for (const bead of changed) {
    if (bead.deleted) continue;
    for (const [side, ids] of [bead.source, bead.target].entries()) {
      let last = -1;
      for (const id of ids) {
        const place = places.get(id);
        if (place === undefined || place.edition !== editions[side] || place.index <= last) return null;
        if (!expected.delete(id)) return null;
        last = place.index;
      }
    }
  }
  return expected.size === 0 ? result : null;
}

function merged(list: readonly Bead[], index: ReadonlyMap<string, number>, changed: readonly Bead[]): readonly Bead[] {
  const now = new Map(changed.map((bead) => [bead.id, bead]));
  const isMoved = changed.some((bead) => bead.deleted !== true && list[index.get(bead.id) ?? -1]?.order !== bead.order);
  const kept = list.flatMap((bead) => {
    const next = now.get(bead.id) ?? bead;
    return next.deleted ? [] : [next];
  });
  if (!isMoved) return kept;
  const more = changed.filter((bead) => bead.deleted !== true && !index.has(bead.id));
  return [...kept, ...more].toSorted(byOrder);
}
