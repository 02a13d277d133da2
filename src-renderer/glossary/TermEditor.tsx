import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { useReadOnlyReason } from '#renderer/annotations/use-read-only.ts';
import { library } from '#renderer/app/library-store.ts';
import { useReading } from '#renderer/app/reading.ts';
import { draftOf, sameHeadword, type TermDraft } from './draft.ts';
import { addTerm, editTerm } from './keep.ts';
import { askedGlosses, useGlossaryLanguages } from './languages.ts';
import { offersFor, type Offer, type OfferPlace } from './offers.ts';
import { withLikely, withTyped } from './prefill.ts';
import { Refused } from './Refused.tsx';
import { TermForm } from './TermForm.tsx';

/** Writes a new entry (`term` is `null`) or an existing one. What is typed is its own until it is kept. */
export function TermEditor({
  start,
  term,
  target,
  over,
  onEditSame,
  onSaved,
  onCancel,
}: {
  start: TermDraft;
  term: Term | null;
  /** The words of the text it is written for: glosses are offered from the sentence beside them. */
  target: OfferPlace | null;
  /** Terms that these words are marked as already: a form of a headword is not a new one. */
  over: readonly string[];
  /** Goes on with an entry that has the same headword; `draft` is that entry with what was typed here added. */
  onEditSame: (term: Term, draft: TermDraft) => void;
  /** With the id of the entry. */
  onSaved: (id: string) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(start);
  const terms = useStore(library, (state) => state.terms);
  const languages = useGlossaryLanguages();
  const refusal = useReadOnlyReason();
  const { headword, language } = draft;
  const same = useMemo(
    () => [
      ...new Set([
        ...over.map((id) => terms.get(id)).filter((one) => one !== undefined),
        ...sameHeadword(terms.values(), { headword, language }, term?.id ?? null),
      ]),
    ],
    [terms, over, headword, language, term],
  );
  const offers = useOffers(target, (found) => {
    // An entry that is there was thought about: only a new one is filled in.
    if (term === null) setDraft((now) => withLikely(now, found));
  });
  const save = (): void => {
    if (term === null) {
      onSaved(addTerm(draft));
      return;
    }
    editTerm(terms.get(term.id) ?? term, draft);
    onSaved(term.id);
  };
  return (
    <TermForm
      more={term === null ? null : <Refused term={term} />}
      draft={draft}
      onChange={setDraft}
      isNew={term === null}
      languages={languages.headwords}
      glossLanguages={askedGlosses(languages.shown, draft.language, draft.glosses)}
      noteLanguage={languages.own}
      offers={offers}
      same={same}
      onEditSame={(other) => {
        onEditSame(other, withTyped(draftOf(other), draft));
      }}
      refusal={refusal}
      onSave={save}
      onCancel={onCancel}
    />
  );
}

/** What the other side says where the selection stands; `onFound` is told once. */
function useOffers(target: OfferPlace | null, onFound: (offers: readonly Offer[]) => void): readonly Offer[] {
  const pair = useReading()?.editions;
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  const tell = useRef(onFound);
  useEffect(() => {
    if (target === null) return;
    let over = false;
    offersFor(target, pair ?? []).then(
      (found) => {
        if (over) return;
        setOffers(found);
        tell.current(found);
      },
      // Without the sentence the fields are still there to type in.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [target, pair]);
  return offers;
}
