import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { answer, api } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import { saving } from '#renderer/app/saving.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { originalSection } from './beside.ts';

/** After a change of the glossary the words are counted again this many milliseconds later. */
const wait = 250;

/**
 * How often each term stands in the open work, or in the section of the original that is being read; by the term's id,
 * those that do not occur left out. `null` until it is known.
 */
export function useTermCounts(part: 'section' | 'work'): ReadonlyMap<string, number> | null {
  const work = useStore(openedWork, (state) => state.current?.id);
  const terms = useStore(library, (state) => state.terms);
  const rejections = useStore(library, (state) => state.rejections);
  const outline = useStore(openedWork, (state) => state.current?.outline);
  // The library counts what it has: a new term is there once it is saved.
  const isSaved = useStore(saving, ({ pending }) => pending === 0);
  const section = useOriginalSection();
  const asked = part === 'work' ? null : section;
  const [counts, setCounts] = useState<{ asked: string | null; found: ReadonlyMap<string, number> } | null>(null);
  /** What was counted last: a reading position or a note that is saved changes no count. */
  const counted = useRef<readonly unknown[]>([]);
  const isFirst = counts?.asked !== asked;
  useEffect(() => {
    if (work === undefined || (part === 'section' && asked === null) || !(isSaved || isFirst)) return;
    const subject = [work, asked, terms, rejections, outline];
    if (subject.every((one, at) => counted.current[at] === one)) return;
    let over = false;
    const timer = setTimeout(
      () => {
        const query = asked === null ? {} : { section: asked };
        answer(api.works[':work'].terms.$get({ param: { work }, query })).then(
          ({ counts: found }) => {
            if (over) return;
            if (isSaved) counted.current = subject;
            setCounts({ asked, found: new Map(Object.entries(found)) });
          },
          // The list stays as it was; what failed is said where changes are saved.
          () => undefined,
        );
      },
      counts === null ? 0 : wait,
    );
    return () => {
      over = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `counts` decides only how long to wait.
  }, [work, part, asked, terms, rejections, outline, isSaved, isFirst]);
  return counts === null || isFirst ? null : counts.found;
}

/** The section of the original that is being read, also where its translation stands in the left pane. */
function useOriginalSection(): string | null {
  const section = useStore(readingPlace, (place) => place.section);
  const current = useStore(openedWork, (state) => state.current);
  const { outline, work, alignments, places } = current ?? {};
  return useMemo(() => {
    if (outline === undefined || work === undefined || alignments === undefined || places === undefined) return null;
    return originalSection(section, { outline, work, alignments, places });
  }, [section, outline, work, alignments, places]);
}
