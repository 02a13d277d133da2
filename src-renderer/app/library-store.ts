import { createStore } from 'zustand/vanilla';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { LibraryState, WorkSummary } from '#main/api/shapes.ts';
import { answer, api, ApiFailure } from './client.ts';

export interface LibraryView {
  status: 'loading' | 'ready' | 'failed';
  failure: ApiFailure | null;
  state: LibraryState | null;
  /** By id, tombstones left out. */
  terms: ReadonlyMap<string, Term>;
  /** By work, as they come in. */
  summaries: ReadonlyMap<string, WorkSummary>;
}

/** The library as the view knows it. */
export const library = createStore<LibraryView>(() => ({
  status: 'loading',
  failure: null,
  state: null,
  terms: new Map(),
  summaries: new Map(),
}));

/** Reads the library; what is shown stays until the answer is there. */
export async function loadLibrary(): Promise<void> {
  try {
    const state = await answer(api.library.$get());
    library.setState({
      status: 'ready',
      failure: null,
      state,
      terms: new Map(state.terms.map((term) => [term.id, term])),
    });
  } catch (cause) {
    library.setState({ status: 'failed', failure: cause as ApiFailure });
  }
}

/** Reads how long a work is and how much of it is aligned and annotated. */
export async function loadSummary(work: string): Promise<void> {
  const summary = await answer(api.works[':work'].summary.$get({ param: { work } }));
  library.setState(({ summaries }) => ({ summaries: new Map(summaries).set(work, summary) }));
}

/** The library's own record or a work's, as shown now. */
export function libraryRecord(id: string): AnyRecord | null {
  const { state, terms } = library.getState();
  if (state === null) return null;
  return (
    terms.get(id) ??
    [
      state.display,
      state.palette,
      ...state.works.flatMap(({ work, editions, reading }) => [work, ...editions, reading]),
    ].find((record) => record?.id === id) ??
    null
  );
}

/** Shows records in place of those with the same ids: terms, display, palette, and of a work `scope` what its list entry shows. */
export function showInLibrary(records: readonly AnyRecord[], scope: string | null): void {
  const { state } = library.getState();
  if (state === null) return;
  let { terms } = library.getState();
  let next = state;
  for (const record of records) {
    switch (record.kind) {
      case 'term': {
        const changed = new Map(terms);
        if (record.deleted) changed.delete(record.id);
        else changed.set(record.id, record);
        terms = changed;
        break;
      }
      case 'display':
        next = { ...next, display: record.deleted ? null : record };
        break;
      case 'palette':
        next = { ...next, palette: record.deleted ? null : record };
        break;
      case 'work':
        next = {
          ...next,
          works: next.works.map((entry) => (entry.work.id === record.id ? { ...entry, work: record } : entry)),
        };
        break;
      case 'edition':
        next = {
          ...next,
          works: next.works.map((entry) =>
            entry.work.id === scope
              ? { ...entry, editions: entry.editions.map((one) => (one.id === record.id ? record : one)) }
              : entry,
          ),
        };
        break;
      case 'reading':
        next = {
          ...next,
          works: next.works.map((entry) =>
            entry.work.id === scope && record.device === next.device ? { ...entry, reading: record } : entry,
          ),
        };
        break;
      default:
        break;
    }
  }
  library.setState({ state: next, terms });
}
