import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { queueAt, type Queue } from '#core/review/queue.ts';
import { studySettings, type StudySettings } from '#core/review/study.ts';
import { library } from '#renderer/app/library-store.ts';
import { contents, isGone } from './contents.ts';
import { held, type Held } from './held.ts';

/** How long the time that a view shows may be behind, in milliseconds: steps of a minute fall due meanwhile. */
const tick = 10_000;

/** The time now, in milliseconds since 1970, told anew every few seconds and after each answer. */
function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tell = (): void => {
      setNow(Date.now());
    };
    const timer = setInterval(tell, tick);
    const end = held.subscribe(tell);
    return () => {
      clearInterval(timer);
      end();
    };
  }, []);
  return now;
}

/** How the reader reviews. */
export function useStudy(): StudySettings {
  const study = useStore(library, ({ state }) => state?.study ?? null);
  return useMemo(() => studySettings(study), [study]);
}

/** The reviews as they stand, and what is to be done now. */
export function useReviews(): Held & { study: StudySettings; queue: Queue; now: number } {
  const review = useStore(held);
  const study = useStudy();
  const terms = useStore(library, (state) => state.terms);
  const known = useStore(contents, (state) => state.known);
  const now = useNow();
  return useMemo(() => {
    const present = [...review.cards.values()].filter((card) => !isGone(card, known, terms));
    return { ...review, study, now, queue: queueAt(present, review.log, study, now) };
  }, [review, study, terms, known, now]);
}
