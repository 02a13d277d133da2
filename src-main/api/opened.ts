import type { Edition, Work } from '#core/records/work.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Library } from '#main/library/library.ts';
import { ApiError } from './failure.ts';

/** The records of a work that is there. */
export type PresentWork = WorkRecords & { readonly work: Work };

/**
 * The records of a work.
 *
 * @throws LibraryError not-found when there never was one; ApiError not-found when it is deleted
 */
export async function presentWork(library: Library, id: string): Promise<PresentWork> {
  const state = (await library.work(id)).state();
  if (state.work === null) throw new ApiError('not-found', `the work ${id} is deleted`, id);
  return { ...state, work: state.work };
}

/**
 * The editions with these ids, in the work's order; all of them for `undefined`.
 *
 * @throws ApiError bad-request when the work has no such edition
 */
export function chosenEditions(state: WorkRecords, ids: readonly string[] | undefined): readonly Edition[] {
  if (ids === undefined) return state.editions;
  const unknown = ids.find((id) => !state.editions.some((edition) => edition.id === id));
  if (unknown !== undefined) throw new ApiError('bad-request', `the work has no edition ${unknown}`, 'editions');
  return state.editions.filter(({ id }) => ids.includes(id));
}
