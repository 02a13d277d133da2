import { useEffect, useState } from 'react';
import type { ApiFailure } from './client.ts';

/** What was answered last, and why the last question was not. */
export interface Latest<Answer> {
  answer: Answer | null;
  failure: ApiFailure | null;
}

/**
 * The answer to a question that changes; while the next one is on its way, what the last one gave. An answer to a question that
 * is no longer asked is dropped.
 *
 * @param ask asks, and throws an ApiFailure; a new function is a new question, `null` asks nothing
 */
export function useLatest<Answer>(ask: ((signal: AbortSignal) => Promise<Answer>) | null): Latest<Answer> {
  const [state, setState] = useState<Latest<Answer>>({ answer: null, failure: null });
  useEffect(() => {
    if (ask === null) return undefined;
    const abort = new AbortController();
    ask(abort.signal).then(
      (answer) => {
        if (!abort.signal.aborted) setState({ answer, failure: null });
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) setState({ answer: null, failure: cause as ApiFailure });
      },
    );
    return () => {
      abort.abort();
    };
  }, [ask]);
  return state;
}
