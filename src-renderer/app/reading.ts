import { useMemo } from 'react';
import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Reading } from '#core/records/preference.ts';
import type { Edition } from '#core/records/work.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';
import type { Language } from '#renderer/i18n/language.ts';
import { commit } from './commit.ts';
import { library } from './library-store.ts';
import { readingPlace } from './reading-place.ts';
import { saving } from './saving.ts';
import { openedWork, type OpenWork } from './work-store.ts';

/** What a view can change of how the open work is read. */
export type ReadingPatch = Partial<
  Pick<
    Reading,
    | 'mode'
    | 'editions'
    | 'position'
    | 'panels'
    | 'marksHidden'
    | 'newWords'
    | 'scripts'
    | 'repairsHidden'
    | 'unlocked'
    | 'sentencesUnlit'
  >
>;
/** How the open work is read, without the place: it changes too often to draw by. */
export type ReadingView = Pick<Reading, 'mode' | 'editions' | 'panels'> & {
  marksHidden: boolean;
  newWords: boolean;
  scripts: NonNullable<Reading['scripts']>;
  repairsHidden: NonNullable<Reading['repairsHidden']>;
  /** Side by side, the panes scroll each by itself. */
  unlocked: boolean;
  sentencesUnlit: boolean;
};

export const defaultWidths = { contents: 248, side: 320 } as const;
/** Windows narrower than this show the contents only when asked, so that the text has room. */
const roomForContents = 1100;
/** A change is on its way to the disk after this many milliseconds at most. */
const wait = 800;
/** Every edition in its own script; always the same object, because views draw by it. */
const ownScripts: NonNullable<Reading['scripts']> = {};
const none: string[] = [];

/** What was changed and is not committed yet. */
const draft = createStore<{ work: string | null; patch: ReadingPatch }>(() => ({ work: null, patch: {} }));
let timer: ReturnType<typeof setTimeout> | null = null;

/**
 * Changes how the open work is read: shown at once, written soon, not part of undo. Without an open work it does
 * nothing; in a library that takes no changes it holds as long as the work is open.
 */
export function updateReading(change: ReadingPatch): void {
  const { current } = openedWork.getState();
  if (current === null) return;
  // With the place goes how far into the text it is, so that the library can tell without reading the work.
  const { position } = change;
  const { share } = readingPlace.getState();
  const place = position === undefined || position === null ? {} : { position: { ...position, share } };
  const patch = { ...change, ...place };
  draft.setState((state) =>
    state.work === current.id ? { patch: { ...state.patch, ...patch } } : { work: current.id, patch },
  );
  timer ??= setTimeout(flushReading, wait);
}

/** Writes what was changed and not written yet. To be called before the work or the window closes. */
export function flushReading(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const { current } = openedWork.getState();
  const { state } = library.getState();
  const { work, patch } = draft.getState();
  if (current === null || state === null || work !== current.id || Object.keys(patch).length === 0) return;
  if (state.readOnly !== null) return;
  if (saving.getState().status === 'failed') {
    // Places pile up while the disk refuses: the last one is enough.
    timer = setTimeout(flushReading, wait);
    return;
  }
  const next: Reading = { ...currentReading(current, state.device), at: new Date().toISOString() };
  commit(
    work,
    current.reading === null
      ? { added: [next], updated: [], removed: [] }
      : { added: [], updated: [[current.reading, next]], removed: [] },
    null,
  );
  draft.setState({ work: null, patch: {} });
}

/** How far into the work its reader is, 0 to 1; `null` at its beginning and where that was not kept. */
export function shareRead({ position }: Reading): number | null {
  const share = position?.share ?? 0;
  return share < 0.01 ? null : share;
}

/** Flushes when the window is hidden or goes away. Gives the function that ends it. */
export function flushReadingWhenLeaving(target: Window): () => void {
  const hidden = (): void => {
    if (target.document.visibilityState === 'hidden') flushReading();
  };
  target.addEventListener('pagehide', flushReading);
  target.document.addEventListener('visibilitychange', hidden);
  return () => {
    target.removeEventListener('pagehide', flushReading);
    target.document.removeEventListener('visibilitychange', hidden);
  };
}

/** How the open work is read now, the place included; `null` without one. Not to draw by: see `useReading`. */
export function readingNow(): Reading | null {
  const { current } = openedWork.getState();
  const { state } = library.getState();
  return current === null || state === null ? null : currentReading(current, state.device);
}

/**
 * How the open work is read: mode, editions, panels. Changes at once with `updateReading`; the view shows side by side as
 * stacked where two columns have no room. `null` without an open work.
 */
export function useReading(): ReadingView | null {
  const current = useStore(openedWork, (state) => state.current);
  const reading = useStore(openedWork, (state) => state.current?.reading ?? null);
  const drafted = useStore(draft, (state) => (state.work === current?.id ? state.patch : null));
  const mode = drafted?.mode ?? reading?.mode;
  const editions = drafted?.editions ?? reading?.editions;
  const panels = drafted?.panels ?? reading?.panels;
  const marksHidden = drafted?.marksHidden ?? reading?.marksHidden ?? false;
  const newWords = drafted?.newWords ?? reading?.newWords ?? false;
  const scripts = drafted?.scripts ?? reading?.scripts ?? ownScripts;
  const repairsHidden = drafted?.repairsHidden ?? reading?.repairsHidden ?? none;
  const unlocked = drafted?.unlocked ?? reading?.unlocked ?? false;
  const sentencesUnlit = drafted?.sentencesUnlit ?? reading?.sentencesUnlit ?? false;
  const language = currentLanguage();
  const all = current?.editions;
  const original = current?.work.original;
  return useMemo(() => {
    if (all === undefined || original === undefined) return null;
    const first = firstReading(all, original, language, window.innerWidth);
    return {
      mode: mode ?? first.mode,
      editions: known(editions, all) ?? first.editions,
      panels: panels ?? first.panels,
      marksHidden,
      newWords,
      scripts,
      repairsHidden,
      unlocked,
      sentencesUnlit,
    };
  }, [
    all,
    original,
    language,
    mode,
    editions,
    panels,
    marksHidden,
    newWords,
    scripts,
    repairsHidden,
    unlocked,
    sentencesUnlit,
  ]);
}

/** How a work is read when it is opened for the first time: the original beside its translation. */
export function firstReading(
  editions: readonly Edition[],
  original: string,
  language: Language,
  windowWidth: number,
): ReadingView & { position: null } {
  const left = editions.find(({ id }) => id === original) ?? editions[0];
  const others = editions.filter((edition) => edition !== left);
  const right = others.find((edition) => primary(edition.language) === language) ?? others[0] ?? left;
  return {
    mode: 'side',
    editions: [left?.id ?? original, right?.id ?? original],
    position: null,
    marksHidden: false,
    newWords: false,
    scripts: ownScripts,
    repairsHidden: none,
    unlocked: false,
    sentencesUnlit: false,
    panels: {
      contents: { open: windowWidth >= roomForContents, width: defaultWidths.contents },
      side: { open: null, width: defaultWidths.side },
    },
  };
}

function currentReading(current: OpenWork, device: string): Reading {
  const { work, patch } = draft.getState();
  const first = firstReading(current.editions, current.work.original, currentLanguage(), window.innerWidth);
  const base: Reading = current.reading ?? {
    id: `reading:${device}`,
    modified: '',
    kind: 'reading',
    device,
    at: new Date().toISOString(),
    ...first,
  };
  const merged = { ...base, ...(work === current.id ? patch : {}) };
  return { ...merged, editions: known(merged.editions, current.editions) ?? first.editions };
}

/** The pair of editions when the work (still) has both. */
function known(pair: Reading['editions'] | undefined, editions: readonly Edition[]): Reading['editions'] | null {
  return pair?.every((id) => editions.some((edition) => edition.id === id)) === true ? pair : null;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
