import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { textOrder } from '#core/annotation/order.ts';
import type { Annotation } from '#core/records/annotation.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { schemeNow } from '#renderer/reader/use-scripts.ts';
import { readingPlaces } from '../places.ts';
import { filtered, type NoteFilter } from './filter.ts';
import { lostNotes, watchLost } from './lost.ts';

/** A row of the panel's list. */
export type Row =
  | { kind: 'note'; annotation: Annotation; lost: boolean }
  /** Over those whose text is gone. */
  | { kind: 'lost'; count: number };

export interface Notes {
  rows: readonly Row[];
  /** How many the filter lets through, and how many there are. */
  shown: number;
  all: number;
}

const none: ReadonlyMap<string, Annotation> = new Map();

/**
 * The open work's annotations in the order of the text as the filter lets them through, those whose text is gone at the end.
 *
 * @param pinned stays in the list whatever the filter says: its note is being written
 */
export function useNotes(filter: NoteFilter, pinned: string | null): Notes {
  useEffect(watchLost, []);
  const annotations = useDeferredValue(useStore(openedWork, (state) => state.current?.annotations ?? none));
  const work = useStore(openedWork, (state) => state.current?.work);
  const outline = useStore(openedWork, (state) => state.current?.outline);
  const alignments = useStore(openedWork, (state) => state.current?.alignments);
  const lost = useStore(lostNotes, (state) => state.ids);
  const sought = useDeferredValue(filter);

  const ordered = useMemo(() => {
    if (work === undefined || outline === undefined || alignments === undefined) return [];
    const places = readingPlaces({ work, outline, alignments });
    return textOrder([...annotations.values()], (paragraph) => places.get(paragraph) ?? null);
  }, [annotations, work, outline, alignments]);

  return useMemo(() => {
    const through = new Set(filtered(ordered, sought, schemeNow));
    const shown = ordered.filter((annotation) => through.has(annotation) || annotation.id === pinned);
    const found = shown.filter(({ id }) => !lost.has(id));
    const gone = shown.filter(({ id }) => lost.has(id));
    const rows: Row[] = found.map((annotation) => ({ kind: 'note', annotation, lost: false }));
    if (gone.length > 0) {
      rows.push({ kind: 'lost', count: gone.length });
      rows.push(...gone.map((annotation): Row => ({ kind: 'note', annotation, lost: true })));
    }
    return { rows, shown: through.size, all: annotations.size };
  }, [ordered, sought, pinned, lost, annotations]);
}
