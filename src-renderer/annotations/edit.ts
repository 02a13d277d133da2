import { offeredColours } from '#core/annotation/colours.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Change } from '#core/records/change.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import {
  adding,
  changing,
  homeEdition,
  linked,
  moved,
  newAnnotation,
  removing,
  sameExtent,
  unlinked,
} from './changes.ts';
import { annotationOf, annotationsOn, annotationTools, currentPalette } from './store.ts';
import { withTag } from './tags.ts';

/** Why nothing can be changed now, as a translation key with its values; `null` when all can be. */
export function readOnlyReason(): { key: string; values: Record<string, string | number> } | null {
  const reason = library.getState().state?.readOnly ?? null;
  if (reason === null) return null;
  if (reason.reason === 'newer') {
    return { key: 'readOnly.newer', values: { version: reason.version, file: reason.file } };
  }
  const { program, pid, host } = reason.holder;
  return { key: 'readOnly.held', values: { program, pid, host } };
}

/** Does `change` to the open work under an undo label of this namespace; says why where it cannot. */
function perform(change: Change | null, label: string): boolean {
  const work = openedWork.getState().current;
  if (work === null || change === null) return false;
  const reason = readOnlyReason();
  if (reason !== null) {
    notify({ kind: 'done', message: `annotations:${reason.key}`, values: reason.values, undoable: false });
    return false;
  }
  commit(work.id, change, `annotations:undo.${label}`);
  return true;
}

/** The colour that H uses: the last one used that is still offered, else the first. */
export function currentColour(): string {
  const offered = offeredColours(currentPalette());
  const { lastColour } = annotationTools.getState();
  return offered.find(({ id }) => id === lastColour)?.id ?? offered[0]?.id ?? 'question';
}

/**
 * Highlights what is selected. Where just these words are highlighted already, that highlight gets the colour instead.
 * Gives its id, or `null` when nothing is selected or nothing can be changed.
 */
export function highlightSelection(colour: string = currentColour()): string | null {
  const { selection } = readerView.getState();
  const first = selection?.targets[0];
  if (selection === null || first === undefined) return null;
  const same = sameExtent(annotationsOn(first.paragraph), selection.targets);
  if (same !== null) {
    if (readOnlyReason() === null) annotationTools.setState({ lastColour: colour });
    recolour([same.id], colour);
    return same.id;
  }
  const made = newAnnotation({
    id: crypto.randomUUID(),
    created: new Date().toISOString(),
    colour,
    targets: selection.targets,
  });
  if (!perform(adding([made]), 'highlight')) return null;
  annotationTools.setState({ lastColour: colour });
  return made.id;
}

export function recolour(ids: readonly string[], colour: string): void {
  const change = changing(found(ids), () => ({ colour }));
  if (perform(change, 'colour')) annotationTools.setState({ lastColour: colour });
}

/**
 * Stores the text of a note (Markdown) where it differs. An annotation that was deleted elsewhere while its note was written
 * lives again, so that what was typed is not lost.
 */
export function writeNote(annotation: Annotation, body: string): void {
  const text = body.trimEnd();
  if (text === annotation.body) return;
  perform(
    changing([annotationOf(annotation.id) ?? annotation], () => ({ body: text })),
    'note',
  );
}

export function addTag(ids: readonly string[], tag: string): void {
  perform(
    changing(found(ids), ({ tags }) => ({ tags: withTag(tags, tag) })),
    'tag',
  );
}

export function removeTag(id: string, tag: string): void {
  perform(
    changing(found([id]), ({ tags }) => ({ tags: tags.filter((one) => one !== tag) })),
    'untag',
  );
}

/** Puts an annotation on other words of its own side. */
export function moveTo(id: string, targets: readonly Target[]): boolean {
  return perform(
    changing(found([id]), (annotation) => ({ targets: moved(annotation, targets) })),
    'extent',
  );
}

/** Makes `targets`, which stand on the other side, the counterpart; in place of one linked there before. */
export function linkCounterpart(id: string, targets: readonly Target[]): boolean {
  const annotation = annotationOf(id);
  const next = annotation === null ? null : linked(annotation, targets);
  if (annotation === null || next === null) return false;
  return perform(
    changing([annotation], () => ({ targets: next })),
    'link',
  );
}

export function unlinkCounterpart(id: string, edition: string): void {
  const annotation = annotationOf(id);
  if (annotation === null || edition === homeEdition(annotation)) return;
  perform(
    changing([annotation], () => ({ targets: unlinked(annotation, edition) })),
    'unlink',
  );
}

/** Deletes annotations and offers the way back. */
export function remove(ids: readonly string[]): void {
  const gone = found(ids);
  if (gone.length === 0 || !perform(removing(gone), gone.length === 1 ? 'delete' : 'deleteMany')) return;
  const { chosen, lit } = readerView.getState();
  readerView.setState({
    chosen: chosen !== null && ids.includes(chosen) ? null : chosen,
    lit: new Set([...lit].filter((id) => !ids.includes(id))),
  });
  notify({ kind: 'done', message: 'annotations:deleted', values: { count: gone.length }, undoable: true });
}

function found(ids: readonly string[]): Annotation[] {
  return ids.flatMap((id) => annotationOf(id) ?? []);
}
