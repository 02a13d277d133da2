import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Card, CardSubject } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import { subjectKey } from '#core/review/queue.ts';
import type { CardContent } from '#main/api/review-shapes.ts';
import { answer, api, type ApiFailure } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';

interface Contents {
  /** By what they follow from: the subject, the term as it stands, the language of translations. */
  known: ReadonlyMap<string, CardContent>;
  failure: ApiFailure | null;
}

/** What cards show besides the entries of the glossary, as far as it was asked for. */
export const contents = createStore<Contents>(() => ({ known: new Map(), failure: null }));

/** Contents asked for at once; the library answers no more than 200. */
const atOnce = 40;
const asked = new Set<string>();

/** A highlight's sentence is asked for anew by each view of the reviews: its text may have changed meanwhile. */
export function forgetContents(): void {
  asked.clear();
  contents.setState({ known: new Map(), failure: null });
}

/** The content of a card; `null` until it was read. */
export function contentOf(card: Card, known: Contents['known']): CardContent | null {
  return known.get(keyOf(card.subject)) ?? null;
}

/** Has the word or the highlight of a card gone, as far as is known? */
export function isGone({ subject }: Card, known: Contents['known'], terms: ReadonlyMap<string, Term>): boolean {
  if (subject.type === 'term') return !terms.has(subject.term);
  return known.get(keyOf(subject))?.gone === true;
}

/** Reads the contents of these cards that are not known yet, some at a time. */
async function readContents(cards: readonly Card[]): Promise<void> {
  const subjects = new Map(cards.map(({ subject }) => [keyOf(subject), subject]));
  const missing = [...subjects].filter(([key]) => !asked.has(key)).slice(0, atOnce);
  if (missing.length === 0) return;
  for (const [key] of missing) asked.add(key);
  try {
    const found = await answer(
      api.review.contents.$post({
        json: { subjects: missing.map(([, subject]) => subject), languages: [currentLanguage()] },
      }),
    );
    contents.setState(({ known }) => {
      const next = new Map(known);
      for (const [at, [key]] of missing.entries()) {
        const content = found[at];
        if (content !== undefined) next.set(key, content);
      }
      return { known: next, failure: null };
    });
    await readContents(cards);
  } catch (failure) {
    for (const [key] of missing) asked.delete(key);
    contents.setState({ failure: failure as ApiFailure });
  }
}

/** The content of a card, read when it is not known; with it those of the cards that come `next`. */
export function useContent(card: Card, next: readonly Card[]): CardContent | null {
  const known = useStore(contents, (state) => state.known);
  const key = keyOf(card.subject);
  useEffect(() => {
    // What is asked comes before what will be.
    void readContents(contents.getState().known.has(key) ? next : [card, ...next]);
  }, [card, key, next]);
  return known.get(key) ?? null;
}

/** Reads the contents of these cards, some at a time. */
export function useContents(cards: readonly Card[]): void {
  useEffect(() => {
    void readContents(cards);
  }, [cards]);
}

function keyOf(subject: CardSubject): string {
  const term = subject.type === 'term' ? library.getState().terms.get(subject.term) : undefined;
  return `${subjectKey(subject)} ${currentLanguage()} ${term?.headword ?? ''}`;
}
