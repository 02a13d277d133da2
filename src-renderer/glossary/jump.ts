import type { Term } from '#core/records/term.ts';
import { answer, api } from '#renderer/app/client.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';
import type { TextPlace } from './glossary-state.ts';
import { stepFrom } from './steps.ts';

/** Where the last jump went, so that the next one goes on from there. */
let last: { term: string; place: TextPlace } | null = null;

/** Shows the next place where a term stands: after the last one jumped to, else after the place that is being read. */
export async function jumpToNext(term: Term): Promise<void> {
  const work = openedWork.getState().current;
  if (work === null) return;
  const asked = api.works[':work'].concordance.$post({ param: { work: work.id }, json: { term: term.id, count: 0 } });
  const { places } = await answer(asked);
  const next = last?.term === term.id ? stepFrom(places, last.place, 1) : firstFromHere(places);
  if (next === null) return;
  last = { term: term.id, place: next };
  readerControls.current?.reveal(last.place);
}

function firstFromHere<T extends TextPlace>(hits: readonly T[]): T | null {
  const places = openedWork.getState().current?.places;
  const here = places?.get(readerControls.current?.place()?.paragraph ?? '');
  const after = hits.find(({ paragraph }) => {
    const at = places?.get(paragraph);
    return here !== undefined && at !== undefined && at.edition === here.edition && at.index >= here.index;
  });
  return after ?? hits[0] ?? null;
}
