import { createStore } from 'zustand/vanilla';
import type { RepairKind } from '#core/language/repairs/repair.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { RepairPlace, Repairs } from '#main/api/repairs-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { commit } from '#renderer/app/commit.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { key } from '#renderer/i18n/key.ts';
import { repairChange } from './repair-change.ts';

export interface RepairsView {
  /** The edition whose repairs are looked at; `null` while the view is closed. */
  edition: string | null;
  status: 'looking' | 'found' | 'failed' | 'applying';
  failure: ApiFailure | null;
  found: Repairs | null;
  /** The places that are left as they are; all others are selected. */
  left: ReadonlySet<string>;
  kind: RepairKind | 'all';
}

const initial: RepairsView = {
  edition: null,
  status: 'looking',
  failure: null,
  found: null,
  left: new Set(),
  kind: 'all',
};

export const repairsView = createStore<RepairsView>(() => initial);

let running: AbortController | null = null;

/** What tells a place from all others of its edition. */
export function placeKey({ paragraph, start }: Pick<RepairPlace, 'paragraph' | 'start'>): string {
  return `${paragraph} ${String(start)}`;
}

/** The damaged words of an edition of the open work. @throws ApiFailure */
export async function findInEdition(edition: string, signal: AbortSignal): Promise<Repairs> {
  const work = openedWork.getState().current?.id ?? '';
  return answer(api.works[':work'].repairs.$get({ param: { work }, query: { edition } }, { init: { signal } }));
}

/** Opens the view on an edition and looks through its text. */
export function openRepairs(edition: string): void {
  repairsView.setState({ ...initial, edition }, true);
  void look();
}

/** Closes the view; a search that runs is given up. */
export function closeRepairs(): void {
  running?.abort();
  running = null;
  repairsView.setState(initial, true);
}

/** Looks through the text again. */
export async function look(): Promise<void> {
  const { edition } = repairsView.getState();
  if (edition === null) return;
  running?.abort();
  const control = new AbortController();
  running = control;
  repairsView.setState({ status: 'looking', failure: null });
  try {
    const found = await findInEdition(edition, control.signal);
    if (running === control) repairsView.setState({ status: 'found', found });
  } catch (cause) {
    if (running === control) repairsView.setState({ status: 'failed', failure: asFailure(cause) });
  }
}

export function showKind(kind: RepairsView['kind']): void {
  repairsView.setState({ kind });
}

/** Selects places, or leaves them as they are. */
export function select(places: readonly RepairPlace[], selected: boolean): void {
  const left = new Set(repairsView.getState().left);
  for (const place of places) {
    if (selected) left.delete(placeKey(place));
    else left.add(placeKey(place));
  }
  repairsView.setState({ left });
}

/** The places of the kind that is shown. */
export function placesShown({ found, kind }: RepairsView): readonly RepairPlace[] {
  const places = found?.places ?? [];
  return kind === 'all' ? places : places.filter((place) => place.kind === kind);
}

/** The places that would be repaired: of those shown, the selected ones. */
export function placesSelected(view: RepairsView): readonly RepairPlace[] {
  return placesShown(view).filter((place) => !view.left.has(placeKey(place)));
}

/** Repairs what is selected, as one step of undo, and closes the view, or shows what is left to be looked at. */
export async function applySelected(): Promise<void> {
  const view = repairsView.getState();
  const work = openedWork.getState().current;
  const places = placesSelected(view);
  if (work === null || view.edition === null || places.length === 0) return;
  repairsView.setState({ status: 'applying', failure: null });
  const control = new AbortController();
  running = control;
  try {
    const repairs = Map.groupBy(places, ({ paragraph }) => paragraph);
    const paragraphs = await textsOf(work.id, [...repairs.keys()], control.signal);
    if (running !== control || openedWork.getState().current?.id !== work.id) return;
    const annotations = [...(openedWork.getState().current?.annotations.values() ?? [])];
    const { change, made } = repairChange(paragraphs, repairs, annotations);
    const outdated = places.length - made;
    if (made > 0) commit(work.id, change, key('repairs:undo'));
    closeRepairs();
    const message = outdated === 0 ? 'repairs:done' : 'repairs:done-some';
    notify({ kind: 'done', message, values: { count: made, outdated }, undoable: made > 0 });
  } catch (cause) {
    if (running === control) repairsView.setState({ status: 'failed', failure: asFailure(cause) });
  }
}

/** The API's limit for one call. */
const textsPerCall = 500;
/** Greatest change, in UTF-16 code units of text: the API's limit for a body, old and new text, two bytes a letter. */
const mostText = 1_500_000;

/** The paragraphs with these ids as they stand, as many as fit into one change. @throws ApiFailure */
async function textsOf(work: string, ids: readonly string[], signal: AbortSignal): Promise<Paragraph[]> {
  const known = openedWork.getState().current?.texts;
  const found: Paragraph[] = [];
  let units = 0;
  for (let at = 0; at < ids.length && units < mostText; at += textsPerCall) {
    const part = ids.slice(at, at + textsPerCall);
    const texts = await answer(
      api.works[':work'].paragraphs.$post({ param: { work }, json: { ids: part } }, { init: { signal } }),
    );
    for (const text of texts) {
      // What is shown may not be on disk yet.
      const paragraph = known?.get(text.id) ?? text;
      units += paragraph.text.length;
      if (units < mostText) found.push(paragraph);
    }
  }
  return found;
}

function asFailure(cause: unknown): ApiFailure {
  return cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
}
