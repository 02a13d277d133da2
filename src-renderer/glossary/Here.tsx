import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { glossIndex, matches } from '#core/glossary/match.ts';
import { language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { useReading } from '#renderer/app/reading.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import type { TextPlace } from './glossary-state.ts';
import { offersFor, type Offer } from './offers.ts';
import styles from './TermCard.module.css';

/** What the other side says where the term stands, with the term's gloss underlined. */
export function Here({ term, place }: { term: Term; place: TextPlace }) {
  const { t } = useTranslation('glossary');
  const offer = useOfferAt(place);
  if (offer === null) return null;
  return (
    <div>
      <dt>{t('card.here')}</dt>
      <dd lang={offer.language} className={styles.here}>
        {underlined(offer.sentence, term, offer.language)}
      </dd>
    </div>
  );
}

/** The sentence beside a place in the edition that is shown on the other side; `null` until it is known. */
function useOfferAt(place: TextPlace): Offer | null {
  const work = useStore(openedWork, (state) => state.current?.id);
  const pair = useReading()?.editions;
  const [offer, setOffer] = useState<Offer | null>(null);
  const { paragraph, start, end } = place;
  useEffect(() => {
    const edition = openedWork.getState().current?.places.get(paragraph)?.edition;
    if (work === undefined || edition === undefined) return;
    let over = false;
    offersFor({ edition, paragraph, start, end }, pair ?? []).then(
      (offers) => {
        if (!over) setOffer(offers[0] ?? null);
      },
      // Without the sentence the card still says what the word means.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [work, pair, paragraph, start, end]);
  return offer;
}

/** Code units of the sentence that are shown before the first rendering, where it stands far on. */
const mostBefore = 60;

function underlined(sentence: string, term: Term, tag: string) {
  const found = matches(sentence, glossIndex([term], language(tag)));
  const first = found[0]?.start ?? 0;
  const cut = first > mostBefore * 1.5 ? sentence.lastIndexOf(' ', first - mostBefore) + 1 : 0;
  return [
    cut > 0 ? '…' : '',
    ...found.map(({ start, end }, index) => (
      <span key={start}>
        {sentence.slice(found[index - 1]?.end ?? cut, start)}
        <u>{sentence.slice(start, end)}</u>
      </span>
    )),
    sentence.slice(found.at(-1)?.end ?? 0),
  ];
}
