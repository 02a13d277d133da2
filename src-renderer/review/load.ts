import { createStore } from 'zustand/vanilla';
import { applied } from '#core/records/apply.ts';
import { studySettings } from '#core/review/study.ts';
import { answer, api, type ApiFailure } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { answered, unsaved } from '#renderer/app/saving.ts';
import { held, heldRecord, hold, replayFor, showHeld } from './held.ts';

/** Why reviews could not be read; `null` while all is well. */
export const loading = createStore<{ failure: ApiFailure | null }>(() => ({ failure: null }));

/** Reads cards and answers, with what is not on disk yet. What is shown stays until the answer is there. */
export async function loadReview(): Promise<void> {
  try {
    const state = await stateOnDisk();
    replayFor(studySettings(library.getState().state?.study ?? null).retention);
    hold(state.cards, state.answers);
    for (const change of unsaved(null)) showHeld(applied(heldRecord, change));
    loading.setState({ failure: null });
  } catch (cause) {
    loading.setState({ failure: cause as ApiFailure });
  }
}

/** Reviews as they are on disk; read again where a change was stored meanwhile, which the answer may not hold. */
async function stateOnDisk() {
  for (;;) {
    const before = answered();
    const state = await answer(api.review.$get());
    if (answered() === before) return state;
  }
}

/** Reads cards and answers unless they were read already. Gives whether they are there; where not, the reader is told. */
export async function readReview(): Promise<boolean> {
  if (!held.getState().isRead) await loadReview();
  const { failure } = loading.getState();
  if (failure !== null) notify({ kind: 'failure', failure });
  return held.getState().isRead;
}

/** Reads reviews again where they were read: after changes may have been missed. */
export function loadReviewAgain(): void {
  if (held.getState().isRead) void loadReview();
}

/** Follows the retention that the reader wants. Gives the function that ends it. */
export function followRetention(): () => void {
  const follow = (): void => {
    replayFor(studySettings(library.getState().state?.study ?? null).retention);
  };
  follow();
  return library.subscribe(follow);
}
