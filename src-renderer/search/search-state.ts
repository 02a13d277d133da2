import { createStore } from 'zustand/vanilla';
import type { Term } from '#core/records/term.ts';
import type { Hit, Hits } from '#main/api/shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';
import { askForSide } from '#renderer/app/panels.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import { schemeNow } from '#renderer/reader/use-scripts.ts';

type HitPlace = Pick<Hit, 'paragraph' | 'start'>;

/** Which editions are searched: those in the panes, or all of the work. */
export type SearchScope = 'shown' | 'all';

export interface SearchView {
  /** As typed. */
  query: string;
  /** All occurrences of this term's headword instead of a query; `null` when searching by words. */
  term: Term | null;
  scope: SearchScope;
  status: 'idle' | 'searching' | 'done' | 'failed';
  failure: ApiFailure | null;
  /** What was found last; it stays while the next search runs. */
  hits: Hits | null;
  /** The hit that was jumped to, by its place in `hits`. */
  current: number | null;
}

const initial: SearchView = {
  query: '',
  term: null,
  scope: 'shown',
  status: 'idle',
  failure: null,
  hits: null,
  current: null,
};

export const searchView = createStore<SearchView>(() => initial);

/** A search begins this many milliseconds after the last key. */
const wait = 120;
let timer: ReturnType<typeof setTimeout> | null = null;
let running: AbortController | null = null;
/** The hit that becomes the current one once it is found. */
let wanted: HitPlace | null = null;

/** Searches for what is typed, soon. */
export function searchFor(query: string): void {
  searchView.setState({ query, term: null });
  searchSoon(wait);
}

export function searchIn(scope: SearchScope): void {
  searchView.setState({ scope });
  searchSoon(0);
}

/** Lists all occurrences of a term's headword in the editions in its language; the one at `place` is the current one. */
export function showOccurrences(term: Term, place: HitPlace): void {
  // Else what is selected would be searched for.
  readerControls.current?.clearSelection();
  searchView.setState({ term, query: '', hits: null, current: null });
  wanted = place;
  askForSide('search');
  searchSoon(0);
}

/** Searches again, because the text or what is shown changed. */
export function searchAgain(): void {
  searchSoon(wait);
}

/** Forgets the search; for another work. */
export function resetSearch(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  running?.abort();
  running = null;
  searchView.setState(initial, true);
}

function searchSoon(after: number): void {
  if (timer !== null) clearTimeout(timer);
  running?.abort();
  running = null;
  const { query, term } = searchView.getState();
  if (term === null && query.trim() === '') {
    searchView.setState({ status: 'idle', failure: null, hits: null, current: null });
    return;
  }
  searchView.setState({ status: 'searching' });
  timer = setTimeout(() => {
    timer = null;
    void search();
  }, after);
}

async function search(): Promise<void> {
  const work = openedWork.getState().current?.id;
  if (work === undefined) return;
  const control = new AbortController();
  running = control;
  const { query, term } = searchView.getState();
  try {
    const hits = await (term === null
      ? answer(
          api.works[':work'].search.$get(
            { param: { work }, query: { q: query, editions: editionsToSearch().join(','), ...scriptsShown() } },
            { init: { signal: control.signal } },
          ),
        )
      : answer(
          api.works[':work'].occurrences.$post(
            { param: { work }, json: { headword: term.headword, term: term.id, editions: editionsToSearch() } },
            { init: { signal: control.signal } },
          ),
        ));
    if (running !== control) return;
    // The hit that was jumped to stays the current one where it is found again.
    const { hits: before, current } = searchView.getState();
    const place = wanted ?? (current === null ? null : (before?.hits[current] ?? null));
    wanted = null;
    searchView.setState({ status: 'done', failure: null, hits, current: placeIn(hits, place) });
  } catch (cause) {
    if (running !== control) return;
    const failure = cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
    searchView.setState({ status: 'failed', failure, hits: null, current: null });
  }
}

/** The ids of the editions that are searched, in the work's order. */
export function editionsToSearch(): string[] {
  const { term, scope } = searchView.getState();
  const editions = openedWork.getState().current?.editions ?? [];
  const shown: readonly string[] = readingNow()?.editions ?? [];
  return editions
    .filter(({ id, language }) => (term === null ? scope === 'all' || shown.includes(id) : language === term.language))
    .map(({ id }) => id);
}

/** The scripts in which editions are shown, as the API wants them: a query may be typed in the script that is read. */
function scriptsShown(): { scripts?: string } {
  const scripts = editionsToSearch().flatMap((id) => {
    const scheme = schemeNow(id);
    return scheme === null ? [] : [`${scheme}=${id}`];
  });
  return scripts.length === 0 ? {} : { scripts: scripts.join(',') };
}

function placeIn({ hits }: Hits, place: HitPlace | null): number | null {
  const at = hits.findIndex(({ paragraph, start }) => paragraph === place?.paragraph && start === place.start);
  return at < 0 ? null : at;
}

/** Jumps to a hit, by its place in the list. One of an edition that is not shown brings it into the right pane. */
export function goToHit(at: number, options: { focus?: boolean } = {}): void {
  const hit = searchView.getState().hits?.hits[at];
  if (hit === undefined) return;
  searchView.setState({ current: at });
  const shown = readingNow()?.editions;
  if (shown === undefined || shown.includes(hit.edition)) {
    readerControls.current?.reveal(hit, options);
    return;
  }
  updateReading({ editions: [shown[0], hit.edition] });
  // Once the reading view has set the other edition beside the text.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => readerControls.current?.reveal(hit, options));
  });
}

/** Jumps to the next hit (1) or the one before (-1), around the ends; first of all to the one nearest to where one reads. */
export function stepHit(by: 1 | -1): void {
  const { hits, current } = searchView.getState();
  if (hits === null || hits.hits.length === 0) return;
  const count = hits.hits.length;
  goToHit(current === null ? nearest(hits.hits, by) : (current + by + count) % count);
}

/** The first hit at or after the place that is being read, or the last before it. */
function nearest(hits: readonly Hit[], by: 1 | -1): number {
  const { current } = openedWork.getState();
  const place = readerControls.current?.place();
  const here = current?.places.get(place?.paragraph ?? '');
  const shareOf = (edition: string, index: number): number =>
    index / Math.max(1, current?.outline[edition]?.length ?? 1);
  const from = here === undefined ? 0 : shareOf(here.edition, here.index);
  const isAfter = ({ paragraph }: Hit): boolean => {
    const at = current?.places.get(paragraph);
    if (at === undefined || here === undefined) return true;
    return at.edition === here.edition ? at.index >= here.index : shareOf(at.edition, at.index) >= from;
  };
  const first = hits.findIndex(isAfter);
  if (by === 1) return Math.max(0, first);
  return first > 0 ? first - 1 : hits.length - 1;
}
