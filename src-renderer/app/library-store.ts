import { createStore } from 'zustand/vanilla';
import { applied } from '#core/records/apply.ts';
import type { Rejection } from '#core/records/rejection.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { LibraryState, Problem, WorkSummary } from '#main/api/shapes.ts';
import { heldRecord, showHeld } from '#renderer/review/held.ts';
import { answer, api, type ApiFailure } from './client.ts';
import { replacedIn } from './replaced-in.ts';
import { answered, unsaved, type Scope } from './saving.ts';

export interface LibraryView {
  status: 'loading' | 'ready' | 'failed';
  failure: ApiFailure | null;
  state: LibraryState | null;
  /** By id, tombstones left out. */
  terms: ReadonlyMap<string, Term>;
  /** Forms that are never a term, by id. */
  rejections: ReadonlyMap<string, Rejection>;
  /** By work, as they come in. */
  summaries: ReadonlyMap<string, WorkSummary>;
}

/** The library as the view knows it. */
export const library = createStore<LibraryView>(() => ({
  status: 'loading',
  failure: null,
  state: null,
  terms: new Map(),
  rejections: new Map(),
  summaries: new Map(),
}));

/** Reads the library; what is shown stays until the answer is there. */
export async function loadLibrary(): Promise<void> {
  try {
    const state = await readLibrary();
    library.setState({
      status: 'ready',
      failure: null,
      state,
      terms: new Map(state.terms.map((term) => [term.id, term])),
      rejections: new Map(state.rejections.map((one) => [one.id, one])),
    });
    for (const scope of [null, ...state.works.map(({ work }) => work.id)]) {
      for (const change of unsaved(scope)) {
        showInLibrary(
          applied((id) => libraryRecord(id, scope), change),
          scope,
        );
      }
    }
  } catch (cause) {
    library.setState({ status: 'failed', failure: cause as ApiFailure });
  }
}

/** The library as it is on disk; read again where a change was stored meanwhile, which the answer may not hold. */
async function readLibrary(): Promise<LibraryState> {
  for (;;) {
    const before = answered();
    const state = await answer(api.library.$get());
    if (answered() === before) return state;
  }
}

/** Reads how long a work is and how much of it is aligned and annotated. */
export async function loadSummary(work: string): Promise<void> {
  const summary = await answer(api.works[':work'].summary.$get({ param: { work } }));
  library.setState(({ summaries }) => ({ summaries: new Map(summaries).set(work, summary) }));
}

/** Adds a problem to those that the library view names. Gives whether it was not known yet. */
export function addProblem(problem: Problem): boolean {
  const { state } = library.getState();
  const isKnown = state?.problems.some(
    ({ code, file, line }) => code === problem.code && file === problem.file && line === problem.line,
  );
  if (state === null || isKnown === true) return false;
  library.setState({ state: { ...state, problems: [...state.problems, problem] } });
  return true;
}

/** A record as shown now: of the library itself (`scope` is `null`), or what the list shows of a work. */
export function libraryRecord(id: string, scope: Scope): AnyRecord | null {
  const { state, terms, rejections } = library.getState();
  if (state === null) return null;
  // Ids of editions and readings are unique within their work only.
  const entry = state.works.find(({ work }) => work.id === scope);
  const records =
    scope === null
      ? [terms.get(id), rejections.get(id), state.display, state.palette, state.study, heldRecord(id)]
      : entry === undefined
        ? []
        : [entry.work, ...entry.editions, entry.reading];
  return records.find((record) => record?.id === id) ?? null;
}

/** Shows records in place of those with the same ids: terms, display, palette, and of a work `scope` what its list entry shows. */
export function showInLibrary(records: readonly AnyRecord[], scope: Scope): void {
  const { state, terms, rejections } = library.getState();
  if (state === null) return;
  let next = state;
  for (const record of records) {
    switch (record.kind) {
      case 'study':
        next = { ...next, study: record.deleted ? null : record };
        break;
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
  showHeld(records);
  library.setState({
    state: next,
    terms: replacedIn(terms, 'term', records),
    rejections: replacedIn(rejections, 'rejection', records),
  });
}
