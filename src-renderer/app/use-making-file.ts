import { useRef, useState } from 'react';
import { ApiFailure } from './client.ts';
import { notify } from './notices.ts';

/**
 * Runs what makes a file and gives it to the reader; it can be stopped. A failure is told as a notice.
 *
 * @param done told once the file is made
 */
export function useMakingFile(done: () => void) {
  const [isRunning, setRunning] = useState(false);
  const abort = useRef<AbortController | null>(null);
  const run = async (make: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const controller = new AbortController();
    abort.current = controller;
    setRunning(true);
    try {
      await make(controller.signal);
      done();
    } catch (cause) {
      if (controller.signal.aborted) return;
      setRunning(false);
      const failure = cause instanceof ApiFailure ? cause : new ApiFailure('unreachable', String(cause), null);
      notify({ kind: 'failure', failure });
    }
  };
  return { isRunning, run, stop: () => abort.current?.abort() };
}
