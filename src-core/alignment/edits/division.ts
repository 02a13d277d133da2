import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { orderedAnew, withOrders } from './replace.ts';
import type { EditState } from './state.ts';

/** A paragraph that becomes two. */
export interface Division {
  readonly whole: Paragraph;
  /** Keeps the id. */
  readonly first: Paragraph;
  readonly second: Paragraph;
  /** Where the second one's text begins in the old text, in UTF-16 code units. */
  readonly begins: number;
  /** Paragraphs that need another order, so that the second one has a place. */
  readonly moved: readonly (readonly [from: Paragraph, to: Paragraph])[];
}

/**
 * Cuts a paragraph at `offset` (UTF-16 code units); white space at the cut goes.
 *
 * @throws RangeError where a part would be empty, for a paragraph that is not here, and for a cut inside a surrogate pair
 */
export function dividedAt(state: EditState, paragraph: string, offset: number): Division {
  const whole = state.paragraph(paragraph);
  if (whole === null) throw new RangeError(`the paragraph ${paragraph} is not here`);
  const { text } = whole;
  const head = text.slice(0, offset).trimEnd();
  const tail = text.slice(offset).trimStart();
  if (!Number.isInteger(offset) || head.trim() === '' || tail === '' || offset < 0) {
    throw new RangeError(`the paragraph ${paragraph} of ${text.length} code units cannot be cut at ${offset}`);
  }
  if ((text.codePointAt(offset - 1) ?? 0) > 0xffff) {
    throw new RangeError(`${offset} in the paragraph ${paragraph} is inside a surrogate pair`);
  }
  const begins = text.length - tail.length;
  const made: Paragraph = {
    ...whole,
    id: state.newId(),
    modified: '',
    order: '',
    text: tail,
    marks: within(whole.marks, begins, text.length),
  };
  const { second, moved } = placedAfter(state, whole, made);
  const order = moved.find(([from]) => from === whole)?.[1].order ?? whole.order;
  const first: Paragraph = { ...whole, order, text: head, marks: within(whole.marks, 0, head.length) };
  return { whole, first, second, begins, moved: moved.filter(([from]) => from !== whole) };
}

/**
 * The change that divides paragraphs, without beads. What points into them follows: annotations, their counterparts, places
 * that are not a term, waivers. A target that spans a cut becomes two.
 */
export function divisionChange(state: EditState, divisions: readonly Division[]): Change {
  return {
    added: divisions.map(({ second }) => second),
    updated: [
      ...divisions.flatMap(({ whole, first, moved }): [AnyRecord, AnyRecord][] => [
        [whole, first],
        ...moved.map(([from, to]): [AnyRecord, AnyRecord] => [from, to]),
      ]),
      ...followers(state, divisions),
    ],
    removed: [],
  };
}

/** The part of a paragraph's old text that is now a paragraph's whole text. */
interface Part {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
}

function within(marks: readonly Mark[], start: number, end: number): Mark[] {
  return marks.flatMap((mark): Mark[] => {
    const from = Math.max(start, mark.start);
    const to = Math.min(end, mark.end);
    return from < to ? [{ ...mark, start: from - start, end: to - start }] : [];
  });
}

/**
 * The new paragraph in an order after the old one. Where nothing fits between it and the next of its section, those that
 * follow get new orders; where orders are no fractional indexes, all of the section.
 */
export function placedAfter(state: EditState, whole: Paragraph, made: Paragraph): Pick<Division, 'second' | 'moved'> {
  const { section, order } = whole;
  const next = neighbour(state, whole, 1);
  const [fits] = withOrders([made], order, next?.section === section ? next.order : null) ?? [];
  if (fits !== undefined) return { second: fits, moved: [] };
  const ahead = sameSection(state, whole, -1).toReversed();
  const behind = sameSection(state, whole, 1);
  const after = withOrders([made, ...behind], order, null);
  const old = after === null ? [...ahead, whole, made, ...behind] : [made, ...behind];
  const anew = after ?? orderedAnew(old);
  const second = anew[old.indexOf(made)];
  if (second === undefined) throw new RangeError(`nothing can stand after the paragraph ${whole.id} of order ${order}`);
  const moved = old.flatMap((from, at): [Paragraph, Paragraph][] => {
    const to = anew[at];
    return from === made || to === undefined || from.order === to.order ? [] : [[from, to]];
  });
  return { second, moved };
}

/** The paragraphs of a section after (1) or before (-1) one of them, the nearest first. */
function sameSection(state: EditState, from: Paragraph, step: 1 | -1): Paragraph[] {
  const found: Paragraph[] = [];
  let next = neighbour(state, from, step);
  while (next !== null && next.section === from.section) {
    found.push(next);
    next = neighbour(state, next, step);
  }
  return found;
}

/** @throws RangeError when it is not here */
function neighbour(state: EditState, { id }: Paragraph, step: 1 | -1): Paragraph | null {
  const place = state.place(id);
  const other = place === null ? null : state.at(place.edition, place.index + step);
  if (other === null) return null;
  const found = state.paragraph(other);
  if (found === null) throw new RangeError(`the paragraph ${other} is not here`);
  return found;
}

/** Annotations, mismatches and waivers of paragraphs that were divided, `[from, to]`. */
function followers(state: EditState, divisions: readonly Division[]): [AnyRecord, AnyRecord][] {
  const byWhole = new Map(divisions.map((division) => [division.whole.id, division]));
  const found: [AnyRecord, AnyRecord][] = [];
  for (const annotation of state.annotations) {
    if (!annotation.targets.some(({ paragraph }) => byWhole.has(paragraph))) continue;
    const targets = annotation.targets.flatMap((target) => inParts(target, byWhole.get(target.paragraph)));
    found.push([annotation, { ...annotation, targets }]);
  }
  for (const mismatch of state.mismatches) {
    if (!byWhole.has(mismatch.target.paragraph)) continue;
    // The place of one word: cut in two it is no word any more.
    const [target, torn] = inParts(mismatch.target, byWhole.get(mismatch.target.paragraph));
    if (target !== undefined && torn === undefined) found.push([mismatch, { ...mismatch, target }]);
  }
  for (const waiver of state.waivers) {
    if (![...waiver.source, ...waiver.target].some((id) => byWhole.has(id))) continue;
    const both = (ids: readonly string[]): string[] =>
      ids.flatMap((id) => [id, byWhole.get(id)?.second.id ?? []].flat());
    found.push([waiver, { ...waiver, source: both(waiver.source), target: both(waiver.target) }]);
  }
  return found;
}

/** A target in the parts that its text stands in. One that is lost, or stands on white space only that went, stays as it is. */
function inParts(target: Target, division: Division | undefined): Target[] {
  if (division === undefined) return [target];
  const { whole, first, second, begins } = division;
  const place = resolve(target, whole.text);
  if (place === null) return [target];
  const parts: Part[] = [
    { paragraph: first, start: 0, end: first.text.length },
    { paragraph: second, start: begins, end: whole.text.length },
  ];
  const found = parts.flatMap(({ paragraph, start, end }): Target[] => {
    const from = Math.max(start, place.start);
    const to = Math.min(end, place.end);
    return from < to ? [{ ...target, ...describe(paragraph, from - start, to - start) }] : [];
  });
  return found.length === 0 ? [target] : found;
}
