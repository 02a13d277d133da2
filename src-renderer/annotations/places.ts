import type { OpenWork } from '#renderer/app/work-store.ts';

type Text = Pick<OpenWork, 'work' | 'outline' | 'alignments'>;

/** Far less than between two paragraphs of the original, however many stand there. */
const step = 1e-6;

const known = new WeakMap<Text['alignments'], { outline: Text['outline']; places: ReadonlyMap<string, number> }>();

/**
 * The place of every paragraph of all editions in one reading order: those of the original by their number, those of a
 * translation right after the first paragraph of the original that they are aligned with.
 */
export function readingPlaces(open: Text): ReadonlyMap<string, number> {
  const before = known.get(open.alignments);
  if (before?.outline === open.outline) return before.places;
  const places = new Map<string, number>();
  const { original } = open.work;
  for (const [index, [id]] of (open.outline[original] ?? []).entries()) places.set(id, index);
  for (const beads of Object.values(open.alignments)) {
    let last = -1;
    let place = 0;
    for (const { source, target } of beads) {
      const numbers = source.flatMap((id) => places.get(id) ?? []);
      const first = numbers[0] ?? last;
      for (const id of target) {
        if (places.has(id)) continue;
        // Text without an original stands after what stands before it.
        place = Math.max(first + 0.5, place + step);
        places.set(id, place);
      }
      last = Math.max(last, ...numbers);
    }
  }
  for (const paragraphs of Object.values(open.outline)) {
    for (const [index, [id]] of paragraphs.entries()) if (!places.has(id)) places.set(id, index + 0.5);
  }
  known.set(open.alignments, { outline: open.outline, places });
  return places;
}
