import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { PhraseReading } from '#core/language/analyse.ts';
import { rankReadings } from '#core/language/transducer/rank.ts';
import type { Lookup } from '#main/api/dictionary-shapes.ts';
import { dictionaries } from './dictionaries-state.ts';
import { keptLookup, lookUp } from './lookups.ts';

/** What is known of a form: `lookup` is `null` while it is being asked, and when it failed. */
export interface LookupState {
  lookup: Lookup | null;
  failed: boolean;
}

/** Asks the dictionaries for a form, and anew when they change. A call that is not wanted any more is cancelled. */
export function useLookup(form: string, language: string): LookupState {
  const revision = useStore(dictionaries, (state) => state.revision);
  const wanted = `${String(revision)} ${language} ${form}`;
  const [asked, setAsked] = useState<LookupState & { wanted: string }>({ wanted: '', lookup: null, failed: false });
  useEffect(() => {
    const stop = new AbortController();
    lookUp(language, form, stop.signal).then(
      (lookup) => {
        setAsked({ wanted, lookup, failed: false });
      },
      () => {
        if (!stop.signal.aborted) setAsked({ wanted, lookup: null, failed: true });
      },
    );
    return () => {
      stop.abort();
    };
  }, [wanted, form, language]);
  if (asked.wanted === wanted) return asked;
  return { lookup: keptLookup(language, form), failed: false };
}

/**
 * The readings of a form, ranked by the analyser that the reader brought for the language; as they are without one, and until
 * it has answered.
 */
export function useReadingRanks(
  readings: readonly PhraseReading[],
  form: string,
  language: string,
): readonly PhraseReading[] {
  const { lookup } = useLookup(form, language);
  return useMemo(() => rankReadings(readings, lookup?.analyses ?? []), [readings, lookup]);
}
