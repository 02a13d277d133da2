import { app } from 'electron';

/**
 * Lets the program end only once `close` is done, or after `limit` milliseconds: what was answered is on disk by then
 * anyway, and a disk that does not come back must not keep the program for ever.
 *
 * It waits in `will-quit`, when the windows are gone and have sent their last changes.
 */
export function closeBeforeQuit(close: () => Promise<void>, limit: number, report: (error: Error) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void finish(close, limit, report).then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

async function finish(close: () => Promise<void>, limit: number, report: (error: Error) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`the library did not close within ${String(limit)} ms`));
    }, limit);
  });
  try {
    await Promise.race([close(), late]);
  } catch (error) {
    report(error instanceof Error ? error : new Error(String(error)));
  } finally {
    clearTimeout(timer);
  }
}
