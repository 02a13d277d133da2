import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import type { Concordance } from '#main/api/concordance-shapes.ts';
import { answer, api } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { useReading } from '#renderer/app/reading.ts';
import { saving } from '#renderer/app/saving.ts';
import { openedWork } from '#renderer/app/work-store.ts';

/** What of a concordance is wanted: `rendering` left out, all of it. */
export interface Wanted {
  rendering?: string | null;
  /** How many lines, at most 200. */
  count: number;
}

/** Where a term stands in the open work, as it is stored; `null` until it is known. What is shown stays while more comes. */
export function useConcordance(term: Term, { rendering, count }: Wanted): Concordance | null {
  const work = useStore(openedWork, (state) => state.current?.id);
  // The library answers for what it has: what was just written is there once it is saved.
  const saved = useStore(saving, ({ pending, at }) => (pending === 0 ? (at ?? '') : null));
  const stored = useStore(library, (state) => state.terms.has(term.id));
  const beside = useBesideEdition(term.language);
  const [known, setKnown] = useState<{ of: string; found: Concordance } | null>(null);
  const of = `${work ?? ''} ${term.id}`;
  useEffect(() => {
    if (work === undefined || saved === null || !stored) return;
    let over = false;
    const json = {
      term: term.id,
      from: 0,
      count,
      ...(beside === null ? {} : { beside }),
      ...(rendering === undefined ? {} : { rendering }),
    };
    answer(api.works[':work'].concordance.$post({ param: { work }, json })).then(
      (found) => {
        if (!over) setKnown({ of, found });
      },
      // Without its places the card still says what the word means.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [work, saved, stored, term.id, beside, rendering, count, of]);
  return known?.of === of ? known.found : null;
}

/** The pane whose text stands beside that of a headword's language; `null` when both panes are in it. */
function useBesideEdition(tag: string): string | null {
  const editions = useStore(openedWork, (state) => state.current?.editions);
  const panes = useReading()?.editions;
  const primary = (of: string): string => of.split('-', 1)[0] ?? of;
  const other = (panes ?? []).find((id) => {
    const edition = editions?.find((one) => one.id === id);
    return edition !== undefined && primary(edition.language) !== primary(tag);
  });
  return other ?? null;
}

/** The language of what stands beside a headword's language; `null` when nothing does. */
export function useBesideLanguage(tag: string): string | null {
  const beside = useBesideEdition(tag);
  const editions = useStore(openedWork, (state) => state.current?.editions);
  return editions?.find(({ id }) => id === beside)?.language ?? null;
}
