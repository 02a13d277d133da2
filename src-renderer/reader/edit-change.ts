import { adjustTargets } from '#core/annotation/adjust.ts';
import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import type { TextRange } from '#core/text/range.ts';

/**
 * The change that an edit of a paragraph makes: its text and marks, and the targets of the annotations that stand in it.
 * A target goes where the edit's own steps moved it; where they took its text away (a paragraph pasted over whole), where
 * a comparison of the texts finds it again; else it is lost until its text comes back. `null` when nothing changed.
 *
 * @param moved where the steps of the edit put a range of the old text; `null` when nothing of it is left
 */
export function editChange(
  before: Paragraph,
  edited: { text: string; marks: Mark[] },
  annotations: readonly Annotation[],
  moved: (range: TextRange) => TextRange | null,
): Change | null {
  const after: Paragraph = { ...before, ...edited };
  if (before.text === after.text && JSON.stringify(before.marks) === JSON.stringify(after.marks)) return null;
  return { added: [], updated: [[before, after], ...movedTargets(before, after, annotations, moved)], removed: [] };
}

/**
 * The change of an edit that ends, where the paragraph may have become another one while it was edited (in another window, by
 * a synchroniser). The edit counts, and `replaces` says that it took the place of what came between, which undo brings back.
 * `null` when nothing was edited.
 *
 * @param before the paragraph as it was when the edit began
 * @param now as it stands
 */
export function keptEdit(
  before: Paragraph,
  now: Paragraph,
  edited: { text: string; marks: Mark[] },
  annotations: readonly Annotation[],
  moved: (range: TextRange) => TextRange | null,
): { change: Change; replaces: boolean } | null {
  const change = editChange(before, edited, annotations, moved);
  if (change === null) return null;
  const replaces = now.text !== before.text || JSON.stringify(now.marks) !== JSON.stringify(before.marks);
  if (!replaces) return { change, replaces };
  // Targets stand on the text as it is now, which the edit's own steps know nothing of.
  const over = editChange(now, edited, annotations, () => null);
  return over === null ? null : { change: over, replaces };
}

function movedTargets(
  before: Paragraph,
  after: Paragraph,
  annotations: readonly Annotation[],
  moved: (range: TextRange) => TextRange | null,
): [Annotation, Annotation][] {
  if (before.text === after.text) return [];
  const compared = new Map(adjustTargets(annotations, before, after).map(([{ id }, to]) => [id, to]));
  return annotations.flatMap((from): [Annotation, Annotation][] => {
    const targets = from.targets.map((target, index): Target => {
      if (target.paragraph !== before.id) return target;
      const place = resolve(target, before.text);
      const range = place === null ? null : moved([place.start, place.end]);
      const found = range === null ? undefined : describe(after, range[0], range[1]);
      return found === undefined ? (compared.get(from.id)?.targets[index] ?? target) : { ...target, ...found };
    });
    return JSON.stringify(targets) === JSON.stringify(from.targets) ? [] : [[from, { ...from, targets }]];
  });
}
