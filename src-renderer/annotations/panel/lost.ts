import { createStore } from 'zustand/vanilla';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { answer, api } from '#renderer/app/client.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { homeTargets } from '../changes.ts';

/** Annotations whose words stand nowhere in the text any more. */
export const lostNotes = createStore<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }));

/** The API's limit for one call. */
const textsPerCall = 500;
const wait = 250;

/** What was found with texts that the view does not keep: it holds as long as the annotation is the same. */
const verdicts = new WeakMap<Annotation, boolean>();

/**
 * Is an annotation lost? Yes when none of the words it was made on can be found; `null` when a text is needed to tell that is
 * not here.
 *
 * @param stands is the paragraph still in the text?
 */
export function isLost(
  annotation: Annotation,
  stands: (paragraph: string) => boolean,
  textOf: (paragraph: string) => string | null,
): boolean | null {
  let unknown = false;
  for (const target of homeTargets(annotation)) {
    if (!stands(target.paragraph)) continue;
    const text = textOf(target.paragraph);
    if (text === null) unknown = true;
    else if (resolve(target, text) !== null) return false;
  }
  return unknown ? null : true;
}

/** Keeps `lostNotes` up to date until the returned function is called; reads texts that are not here, some at a time. */
export function watchLost(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let ended = false;
  const soon = (): void => {
    if (timer !== null || ended) return;
    timer = setTimeout(() => {
      timer = null;
      const open = openedWork.getState().current;
      if (open !== null) void check(open).then((again) => (again ? soon() : undefined));
    }, wait);
  };
  const end = openedWork.subscribe(({ current }, { current: before }) => {
    if (current?.annotations !== before?.annotations || current?.texts !== before?.texts) soon();
  });
  soon();
  return () => {
    ended = true;
    end();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Checks what can be told from the texts here, then some of what cannot. Gives whether there is more to do. */
async function check(open: OpenWork): Promise<boolean> {
  const stands = (paragraph: string): boolean => open.places.has(paragraph);
  const lost = new Set<string>();
  const unknown: Annotation[] = [];
  for (const annotation of open.annotations.values()) {
    const verdict = isLost(annotation, stands, (id) => open.texts.get(id)?.text ?? null) ?? verdicts.get(annotation);
    if (verdict === undefined) unknown.push(annotation);
    else if (verdict) lost.add(annotation.id);
  }
  const known = lostNotes.getState().ids;
  if (lost.size !== known.size || [...lost].some((id) => !known.has(id))) lostNotes.setState({ ids: lost });
  if (unknown.length === 0) return false;
  const wanted = new Set(unknown.flatMap((annotation) => homeTargets(annotation).map(({ paragraph }) => paragraph)));
  const ids = [...wanted].filter(stands).slice(0, textsPerCall);
  let paragraphs: Paragraph[];
  try {
    paragraphs = await answer(api.works[':work'].paragraphs.$post({ param: { work: open.id }, json: { ids } }));
  } catch {
    // Nothing is shown as lost that was not found to be; the next change tries again.
    return false;
  }
  const texts = new Map(paragraphs.map(({ id, text }) => [id, text]));
  let told = false;
  for (const annotation of unknown) {
    const verdict = isLost(annotation, stands, (id) => open.texts.get(id)?.text ?? texts.get(id) ?? null);
    if (verdict === null) continue;
    verdicts.set(annotation, verdict);
    told = true;
  }
  return told;
}
