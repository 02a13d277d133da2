import type { CardSentence } from '#main/api/review-shapes.ts';
import { readingNow, updateReading } from '#renderer/app/reading.ts';
import { go } from '#renderer/app/route.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls } from '#renderer/reader/reader-state.ts';

/** How long a jump waits for the work to open, in milliseconds. */
const patience = 20_000;

/** Shows a card's sentence where it stands in the text. The session goes on when the reader comes back. */
export async function jumpToSentence({ work, edition, place }: CardSentence): Promise<void> {
  go({ view: 'work', work });
  if (!(await opened(work))) return;
  const shown = readingNow()?.editions;
  if (shown !== undefined && !shown.includes(edition)) updateReading({ editions: [edition, shown[1]] });
  readerControls.current?.reveal(place, { focus: true });
}

/** Waits until a work and its reading view are open. Gives whether they came. */
async function opened(work: string): Promise<boolean> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    const { current } = openedWork.getState();
    if (current?.id === work && (readerControls.current?.place() ?? null) !== null) return true;
  }
  return false;
}
