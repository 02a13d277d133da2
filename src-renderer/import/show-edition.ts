import { updateReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';

/** Milliseconds that an edition that was just stored takes at most to be shown. */
const patience = 10_000;

/** Shows an edition that was just added beside the original, once the open work has it: its records come by events. */
export function showEdition(work: string, edition: string): void {
  const show = (): boolean => {
    const { current } = openedWork.getState();
    if (current?.id !== work || !current.editions.some(({ id }) => id === edition)) return false;
    updateReading({ editions: [current.work.original, edition] });
    return true;
  };
  if (show()) return;
  const stop = openedWork.subscribe(() => {
    if (!show()) return;
    stop();
    clearTimeout(late);
  });
  const late = setTimeout(stop, patience);
}
