import { useEffect, useState } from 'react';
import type { Card } from '#core/records/review.ts';
import type { Term, TermLevel } from '#core/records/term.ts';
import { cardId, canShow, newCards } from '#core/review/make.ts';
import type { CardCandidate } from '#main/api/review-shapes.ts';
import { answer, api, ApiFailure } from '#renderer/app/client.ts';

/** Where words or highlights are looked for. */
export type Where = { of: 'terms'; work: string | null; section: string | null } | { of: 'highlights'; work: string };

/** Which of them cards are made of. */
export interface Filter {
  levels: ReadonlySet<TermLevel>;
  /** Ids of terms; `null`: any. */
  terms: ReadonlySet<string> | null;
  /** `null`: any. */
  colour: string | null;
  tag: string | null;
}

/** Cards that would be made, and why others would not. */
export interface Plan {
  chosen: readonly CardCandidate[];
  cards: Card[];
  /** Cards that are there already. */
  there: number;
  /** Cards that nothing could be shown on. */
  impossible: number;
}

/** What cards can be made of, in text order; `null` until it is known. */
export function useCandidates(where: Where): { found: readonly CardCandidate[] | null; failure: ApiFailure | null } {
  const [state, setState] = useState<{
    key: string;
    found: readonly CardCandidate[] | null;
    failure: ApiFailure | null;
  }>({
    key: '',
    found: null,
    failure: null,
  });
  const key = JSON.stringify(where);
  useEffect(() => {
    const stop = new AbortController();
    answer(api.review.candidates.$post({ json: JSON.parse(key) as Where }, { init: { signal: stop.signal } })).then(
      (found) => {
        setState({ key, found, failure: null });
      },
      (cause: unknown) => {
        const failure = cause instanceof ApiFailure ? cause : new ApiFailure('internal', String(cause), null);
        if (!stop.signal.aborted) setState({ key, found: null, failure });
      },
    );
    return () => {
      stop.abort();
    };
  }, [key]);
  return state.key === key ? state : { found: null, failure: null };
}

/** The candidates that a filter lets through. A term without a level counts as new. */
export function chosenOf(
  found: readonly CardCandidate[],
  { levels, terms: only, colour, tag }: Filter,
  terms: ReadonlyMap<string, Term>,
): CardCandidate[] {
  return found.filter(({ subject, colour: own, tags }) => {
    if (subject.type === 'highlight') {
      return (colour === null || own === colour) && (tag === null || tags.includes(tag));
    }
    const term = terms.get(subject.term);
    if (term === undefined) return false;
    return only === null ? levels.has(term.level ?? 'new') : only.has(term.id);
  });
}

/** What would be made of candidates. @param at milliseconds since 1970 */
export function planOf(
  chosen: readonly CardCandidate[],
  faces: readonly Card['face'][],
  cards: ReadonlyMap<string, Card>,
  at: number,
): Plan {
  let there = 0;
  let impossible = 0;
  for (const candidate of chosen) {
    for (const face of faces) {
      if (cards.has(cardId(candidate.subject, face))) there += 1;
      else if (!canShow(candidate, face)) impossible += 1;
    }
  }
  return { chosen, cards: newCards(chosen, faces, (id) => cards.has(id), at), there, impossible };
}
