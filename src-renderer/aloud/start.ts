import type { ApiFailure } from '#renderer/app/client.ts';
import { notify } from '#renderer/app/notices.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readerControls, readerView } from '#renderer/reader/reader-state.ts';
import { aloud, readFrom, togglePause } from './player.ts';
import { canSpeak } from './sound.ts';

/** Pauses what is read aloud or goes on with it; where nothing is, reads from the place where the reader is. */
export function readAloud(): void {
  if (aloud.getState().status !== 'off') {
    togglePause();
    return;
  }
  const place = placeHere();
  if (place === null) return;
  begin(place).catch((failure: unknown) => {
    notify({ kind: 'failure', failure: failure as ApiFailure });
  });
}

async function begin({ paragraph, start }: { paragraph: string; start: number }): Promise<void> {
  const work = openedWork.getState().current;
  const edition = work?.editions.find(({ id }) => id === work.places.get(paragraph)?.edition);
  if (edition !== undefined && (await canSpeak(edition.language))) await readFrom(paragraph, start);
}

/** Where the selection or the word cursor begins, else the paragraph with the focus, else the one at the top of the view. */
function placeHere(): { paragraph: string; start: number } | null {
  const selected = readerView.getState().selection?.targets[0];
  if (selected !== undefined) return selected;
  const focused = document.activeElement?.closest<HTMLElement>('[data-paragraph]')?.dataset.paragraph;
  const paragraph = focused ?? readerControls.current?.place()?.paragraph;
  if (paragraph !== undefined) return { paragraph, start: 0 };
  // A work that has just been opened stands at its beginning before its place was ever taken.
  const work = openedWork.getState().current;
  const first = work?.outline[work.work.original]?.[0];
  return first === undefined ? null : { paragraph: first[0], start: 0 };
}
