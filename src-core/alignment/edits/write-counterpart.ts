import type { Bead } from '#core/records/bead.ts';
import { noChange, type Change } from '#core/records/change.ts';
import { ordersBetween } from '#core/records/order.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { placedAfter } from './division.ts';
import { replaceBeads, together } from './replace.ts';
import { editionsOf, findBead, type EditState, type SideName } from './state.ts';

/**
 * Writes what one side of a bead lacks: a new paragraph, after what stands before it on that side, of the type of what it stands
 * beside. The bead is confirmed then; in the other alignments of the edition the paragraph stands alone. `null` where the bead
 * has both sides, for a text of nothing, and for an edition without any paragraph.
 *
 * @throws RangeError for the original when nobody asked, and where the neighbours' texts are not here
 */
export function writeCounterpart(
  state: EditState,
  alignment: string,
  bead: string,
  text: string,
  { original = false }: { original?: boolean } = {},
): Change | null {
  const { beads, index, bead: whole } = findBead(state, alignment, bead);
  const side: SideName = whole.source.length === 0 ? 'source' : 'target';
  if (whole[side].length > 0 || text.trim() === '') return null;
  const [source, target] = editionsOf(alignment);
  const edition = side === 'source' ? source : target;
  if (edition === state.original && !original) {
    throw new RangeError(`the edition ${edition} is the original, which is written to only when asked for`);
  }
  const before = lastBefore(beads, index, side);
  const placed = before === null ? placedFirst(state, edition) : placedBehind(state, before);
  if (placed === null) return null;
  const beside = state.paragraph((side === 'source' ? whole.target : whole.source)[0] ?? '');
  const made: Paragraph = {
    ...placed.made,
    type: beside?.type ?? 'text',
    ...(beside?.level === undefined ? {} : { level: beside.level }),
    text: text.trim(),
  };
  const after: EditState = {
    ...state,
    paragraph: (id) => (id === made.id ? made : state.paragraph(id)),
  };
  const inBeads = [...state.alignments.keys()]
    .filter((name) => editionsOf(name).includes(edition))
    .map((name) => {
      if (name === alignment) {
        return replaceBeads(after, name, index, index + 1, [
          { keeps: whole, from: [whole], source: whole.source, target: whole.target, [side]: [made.id], made: true },
        ]);
      }
      return alone(after, name, made, before);
    });
  return together({ ...noChange, added: [made], updated: placed.moved.map(([from, to]) => [from, to]) }, ...inBeads);
}

/** The last paragraph of a side before a bead. */
function lastBefore(beads: readonly Bead[], index: number, side: SideName): string | null {
  return (
    beads
      .slice(0, index)
      .findLast((bead) => bead[side].length > 0)
      ?.[side].at(-1) ?? null
  );
}

interface Placed {
  readonly made: Paragraph;
  readonly moved: readonly (readonly [from: Paragraph, to: Paragraph])[];
}

function placedBehind(state: EditState, before: string): Placed {
  const whole = state.paragraph(before);
  if (whole === null) throw new RangeError(`the paragraph ${before} is not here`);
  const { second, moved } = placedAfter(state, whole, blank(state, whole));
  return { made: second, moved };
}

function placedFirst(state: EditState, edition: string): Placed | null {
  const first = state.at(edition, 0);
  if (first === null) return null;
  const next = state.paragraph(first);
  if (next === null) throw new RangeError(`the paragraph ${first} is not here`);
  const [order] = ordersBetween(null, next.order, 1);
  if (order === undefined || order >= next.order) return null;
  return { made: { ...blank(state, next), order }, moved: [] };
}

function blank(state: EditState, { edition, section }: Paragraph): Paragraph {
  return {
    id: state.newId(),
    kind: 'paragraph',
    modified: '',
    edition,
    section,
    order: '',
    type: 'text',
    text: '',
    marks: [],
  };
}

/** In another alignment the paragraph stands in a bead of its own, after the bead of what stands before it. */
function alone(state: EditState, alignment: string, { id, edition }: Paragraph, before: string | null): Change {
  const side: SideName = editionsOf(alignment)[0] === edition ? 'source' : 'target';
  const beads = state.alignments.get(alignment) ?? [];
  const at = before === null ? 0 : beads.findIndex((bead) => bead[side].includes(before)) + 1;
  const none: { source: string[]; target: string[] } = { source: [], target: [] };
  return replaceBeads(state, alignment, at, at, [{ keeps: null, from: [], ...none, [side]: [id], made: false }]);
}
