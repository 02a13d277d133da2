import type { TermPlace } from '#core/glossary/overlaps.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import type { TextPlace } from '../glossary-state.ts';
import type { TermMark } from '../marks.ts';

/** A term that the words at a place may be, and which of them. */
export interface TermReading {
  term: Term;
  place: TextPlace;
}

/**
 * What a place of the text may be read as: the terms that mark it, then those that the mark overlaps. Where the place is not
 * marked (any more), the terms it was opened with.
 */
export function readingsAt(
  opened: { terms: readonly string[]; place: TextPlace },
  paragraph: Paragraph | null,
  marks: readonly TermMark[],
  terms: ReadonlyMap<string, Term>,
): TermReading[] {
  const { place } = opened;
  const mark = marks.find(({ start, end }) => start <= place.start && place.end <= end);
  const places: readonly TermPlace[] =
    mark === undefined || paragraph === null
      ? [{ start: place.start, end: place.end, terms: opened.terms }]
      : [mark, ...mark.others];
  const found = new Map<string, TermReading>();
  for (const { start, end, terms: ids } of places) {
    for (const id of ids) {
      const term = terms.get(id);
      if (term !== undefined && !found.has(id)) {
        found.set(id, { term, place: { paragraph: place.paragraph, start, end } });
      }
    }
  }
  return [...found.values()];
}
