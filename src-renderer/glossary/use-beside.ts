import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { besidePlace, otherEdition, type BesidePair } from './beside-sentence.ts';
import type { TextPlace } from './glossary-state.ts';

/** What stands beside a place in the other pane; `null` until it is known, and where it cannot be told. */
export function useBeside(place: TextPlace, extent: 'sentence' | 'paragraph'): BesidePair | null {
  const work = useStore(openedWork, (state) => state.current?.id);
  const panes = useReading()?.editions;
  const { paragraph, start, end } = place;
  const asked = `${paragraph} ${String(start)} ${extent} ${(panes ?? []).join(' ')}`;
  const [known, setKnown] = useState<{ asked: string; pair: BesidePair | null } | null>(null);
  useEffect(() => {
    const other = otherEdition(paragraph, panes ?? []);
    if (work === undefined || other === null) return;
    let over = false;
    besidePlace({ paragraph, start, end }, other, extent).then(
      (pair) => {
        if (!over) setKnown({ asked, pair });
      },
      // Without it the card still says what the word means.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [work, panes, paragraph, start, end, extent, asked]);
  return known?.asked === asked ? known.pair : null;
}
