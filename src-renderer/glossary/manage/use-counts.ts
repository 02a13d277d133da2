import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { answer, api } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { saving } from '#renderer/app/saving.ts';
import { workTitle } from '#renderer/app/titles.ts';
import type { WorkEntry } from '#main/api/shapes.ts';

/** A text of the library in which words can be counted. */
export interface CountedWork {
  id: string;
  title: string;
}

/** The works of the library, the one that was read last first. `language` is that of the interface. */
export function useCountableWorks(language: string): readonly CountedWork[] {
  const works = useStore(library, ({ state }) => state?.works);
  return useMemo(
    () =>
      (works ?? [])
        .filter(({ work }) => work.deleted !== true)
        .toSorted((a, b) => (lastRead(b) < lastRead(a) ? -1 : lastRead(b) > lastRead(a) ? 1 : 0))
        .map(({ work, editions }) => ({ id: work.id, title: workTitle(work, editions, language) })),
    [works, language],
  );
}

function lastRead({ reading }: WorkEntry): string {
  return reading?.at ?? '';
}

/** After a change of the glossary the words are counted again this many milliseconds later. */
const wait = 400;

/** How often each term stands in a work, by its id; those that do not occur are left out. `null` until it is known. */
export function useCounts(work: string | null): ReadonlyMap<string, number> | null {
  const terms = useStore(library, (state) => state.terms);
  // The library counts what it has: a new term is there once it is saved.
  const isSaved = useStore(saving, ({ pending }) => pending === 0);
  const [counted, setCounted] = useState<{ work: string; counts: ReadonlyMap<string, number> } | null>(null);
  const known = counted !== null && counted.work === work;
  useEffect(() => {
    if (work === null || !isSaved) return;
    let over = false;
    const count = async (): Promise<void> => {
      const { counts } = await answer(api.works[':work'].terms.$get({ param: { work }, query: {} }));
      if (!over) setCounted({ work, counts: new Map(Object.entries(counts)) });
    };
    // What failed is said where changes are saved; the column stays empty.
    const timer = setTimeout(() => void count().catch(() => undefined), known ? wait : 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `known` decides only how long to wait.
  }, [work, terms, isSaved]);
  return known ? counted.counts : null;
}
