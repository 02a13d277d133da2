import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import type { Hits } from '#main/api/shapes.ts';
import { answer, api } from '#renderer/app/client.ts';
import { openedWork } from '#renderer/app/work-store.ts';

/** Where a term's headword stands in the open work, in its editions in the headword's language. */
export function occurrencesOf(work: string, headword: string, editions: readonly string[]): Promise<Hits> {
  return answer(api.works[':work'].occurrences.$post({ param: { work }, json: { headword, editions: [...editions] } }));
}

/** Asks where a term stands in the open work; `null` until it is known, and when it cannot be told. */
export function useOccurrences(term: Term): Hits | null {
  const work = useStore(openedWork, (state) => state.current?.id);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const [known, setKnown] = useState<{ of: string; hits: Hits } | null>(null);
  const { headword, language } = term;
  const asked = `${language} ${headword}`;
  useEffect(() => {
    const own = (editions ?? []).filter((edition) => edition.language === language).map(({ id }) => id);
    if (work === undefined || own.length === 0) return;
    let over = false;
    occurrencesOf(work, headword, own).then(
      (found) => {
        if (!over) setKnown({ of: asked, hits: found });
      },
      // Without the count the card still says what the word means.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [work, editions, headword, language, asked]);
  return known?.of === asked ? known.hits : null;
}
