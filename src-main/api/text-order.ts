import type { Paragraph } from '#core/records/paragraph.ts';
import type { WorkRecords } from '#core/records/state.ts';

/**
 * The paragraphs of some editions as one text: those that stand beside each other follow each other, in the work's order of
 * editions. So the first hits of a search are the first in the text, and not all on one side.
 */
export function inTextOrder(state: WorkRecords, editions: readonly string[]): readonly Paragraph[] {
  const key = editions.join('\n');
  let known = orders.get(state.paragraphs);
  if (known === undefined) orders.set(state.paragraphs, (known = new Map<string, readonly Paragraph[]>()));
  let order = known.get(key);
  if (order === undefined) known.set(key, (order = merge(state, editions)));
  return order;
}

/** By the records' text, which is a value: a change of a text makes another map. */
const orders = new WeakMap<WorkRecords['paragraphs'], Map<string, readonly Paragraph[]>>();

function merge(state: WorkRecords, editions: readonly string[]): readonly Paragraph[] {
  const original = state.work?.original ?? '';
  const placed = editions.flatMap((edition) => {
    const paragraphs = state.paragraphs.get(edition) ?? [];
    const places = edition === original ? null : placesBeside(state, original, edition);
    let last = 0;
    return paragraphs.map((paragraph, at) => {
      last = places === null ? at : (places.get(paragraph.id) ?? last);
      return { paragraph, place: last };
    });
  });
  // The sort is stable: what shares a place keeps the order of editions and of the text.
  return placed.toSorted((one, other) => one.place - other.place).map(({ paragraph }) => paragraph);
}

/** By paragraph of `edition`, the index in the original of the paragraph that it stands beside. */
function placesBeside(state: WorkRecords, original: string, edition: string): Map<string, number> {
  const index = new Map((state.paragraphs.get(original) ?? []).map(({ id }, at) => [id, at]));
  const places = new Map<string, number>();
  let last = 0;
  for (const bead of state.alignments.get(`${original}~${edition}`) ?? []) {
    last = index.get(bead.source[0] ?? '') ?? last;
    for (const id of bead.target) places.set(id, last);
  }
  return places;
}
