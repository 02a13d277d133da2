import type { Annotation } from '#core/records/annotation.ts';

interface Place {
  paragraph: number;
  start: number;
  end: number;
}

/**
 * Annotations in the order of the text: by the earliest of their targets that has a place, the longer first. `placeOf`
 * gives a paragraph's place in reading order, `null` for one that is not shown; annotations without a place come last, by
 * the time they were made.
 */
export function textOrder(
  annotations: readonly Annotation[],
  placeOf: (paragraph: string) => number | null,
): Annotation[] {
  return annotations
    .map((annotation) => ({ annotation, place: firstPlace(annotation, placeOf) }))
    .toSorted((a, b) => comparePlaces(a.place, b.place) || compareAge(a.annotation, b.annotation))
    .map(({ annotation }) => annotation);
}

function firstPlace(annotation: Annotation, placeOf: (paragraph: string) => number | null): Place | null {
  let first: Place | null = null;
  for (const { paragraph: id, start, end } of annotation.targets) {
    const paragraph = placeOf(id);
    if (paragraph === null) continue;
    const place = { paragraph, start, end };
    if (first === null || comparePlaces(place, first) < 0) first = place;
  }
  return first;
}

function comparePlaces(a: Place | null, b: Place | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.paragraph - b.paragraph || a.start - b.start || b.end - a.end;
}

function compareAge(a: Annotation, b: Annotation): number {
  const [left, right] = a.created === b.created ? [a.id, b.id] : [a.created, b.created];
  return left < right ? -1 : left > right ? 1 : 0;
}
