import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { ApiFailure } from './client.ts';
import { flushReading } from './reading.ts';
import { readingPlace } from './reading-place.ts';
import { route } from './route.ts';
import { shell } from './shell-state.ts';
import { closeWork, openedWork, openWork } from './work-store.ts';

/**
 * Opens a work as long as a view of it is mounted. Where another view of the same work comes after it, as the workbench after the
 * reader, the work stays open and is not read again.
 */
export function useOpenWork(work: string): { isOpen: boolean; deleted: boolean; failure: ApiFailure | null } {
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const isOpen = useStore(openedWork, ({ current }) => current?.id === work);
  const deleted = useStore(openedWork, ({ current }) => current?.id === work && current.work.deleted === true);
  useEffect(() => {
    let left = false;
    if (openedWork.getState().current?.id !== work) {
      openWork(work).catch((cause: unknown) => {
        if (!left) setFailure(cause as ApiFailure);
      });
    }
    return () => {
      left = true;
      flushReading();
      const next = route.getState();
      const staysOpen = (next.view === 'work' || next.view === 'alignment') && next.work === work;
      if (!staysOpen) closeWork();
      readingPlace.setState({ section: null, share: 0 });
      shell.setState({ narrow: { contents: false, side: null } });
    };
  }, [work]);
  return { isOpen, deleted, failure };
}
