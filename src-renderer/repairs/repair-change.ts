import { applyRepairs } from '#core/language/repairs/find-repairs.ts';
import type { Repair } from '#core/language/repairs/repair.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { editChange } from '#renderer/reader/edit-change.ts';

/** What repairs make of a text. */
export interface Repaired {
  change: Change;
  /** How many were made; the others are for a text that is another one by now. */
  made: number;
}

/**
 * The change that repairs make to paragraphs and to what is annotated in them: one change, whatever the number of paragraphs, so
 * that it is one step of undo. Marks and annotations keep their words.
 *
 * @param repairs by paragraph, in order, not overlapping
 */
export function repairChange(
  paragraphs: readonly Paragraph[],
  repairs: ReadonlyMap<string, readonly Repair[]>,
  annotations: readonly Annotation[],
): Repaired {
  const texts: [Paragraph, Paragraph][] = [];
  const changed = new Map<string, { from: Annotation; to: Annotation }>();
  let made = 0;
  const byParagraph = Map.groupBy(
    annotations.flatMap((annotation) =>
      [...new Set(annotation.targets.map(({ paragraph }) => paragraph))].map((paragraph) => ({
        paragraph,
        annotation,
      })),
    ),
    ({ paragraph }) => paragraph,
  );
  for (const paragraph of paragraphs) {
    const asked = repairs.get(paragraph.id) ?? [];
    const here = asked.filter(({ start, end, found }) => paragraph.text.slice(start, end) === found);
    if (here.length === 0) continue;
    made += here.length;
    const moved = (offset: number): number => movedBy(here, offset);
    const marks = paragraph.marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }));
    // An annotation on several paragraphs is changed by each of them in turn.
    const standing = (byParagraph.get(paragraph.id) ?? []).map(
      ({ annotation }) => changed.get(annotation.id)?.to ?? annotation,
    );
    const change = editChange(
      paragraph,
      { text: applyRepairs(paragraph.text, here), marks },
      standing,
      ([start, end]) => [moved(start), moved(end)],
    );
    for (const [from, to] of change?.updated ?? []) {
      if (from.kind === 'paragraph' && to.kind === 'paragraph') texts.push([from, to]);
      if (from.kind === 'annotation' && to.kind === 'annotation') {
        changed.set(to.id, { from: changed.get(to.id)?.from ?? from, to });
      }
    }
  }
  const moved = [...changed.values()].map(({ from, to }): [Annotation, Annotation] => [from, to]);
  return { change: { added: [], updated: [...texts, ...moved], removed: [] }, made };
}

/** Where an offset comes to stand; one inside a word that changes its length stays as near to its place as it can. */
function movedBy(repairs: readonly Repair[], offset: number): number {
  let shift = 0;
  for (const { start, end, proposed } of repairs) {
    if (end <= offset) shift += proposed.length - (end - start);
    else if (start < offset) return start + shift + Math.min(offset - start, proposed.length);
    else break;
  }
  return offset + shift;
}
