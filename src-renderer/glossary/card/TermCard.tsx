import { useStore } from 'zustand';
import { library } from '#renderer/app/library-store.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { readOnlyReason } from '#renderer/annotations/edit.ts';
import { useLanguageScripts } from '#renderer/reader/use-scripts.ts';
import { openTool, type TextPlace } from '../glossary-state.ts';
import { LevelControl } from '../LevelControl.tsx';
import { marksOf, tagOf } from '../marks-layer.ts';
import { textOf } from '../meant-word.ts';
import { setLevel } from '../set-level.ts';
import { Actions } from './Actions.tsx';
import { Analysis } from './Analysis.tsx';
import { CardParts } from './CardParts.tsx';
import { Head } from './Head.tsx';
import { Meaning } from './Meaning.tsx';
import { readingsAt, type TermReading } from './readings.ts';
import styles from './TermCard.module.css';
import { Which } from './Which.tsx';
import { useState } from 'react';
import { useConcordance, type Wanted } from './use-concordance.ts';
import { cardPart } from './card-state.ts';

/** What the glossary says of a word: of the term that marks it, or of another that it may be, to which the reader turned. */
export function TermCard({ terms, place, shown }: { terms: readonly string[]; place: TextPlace; shown?: string }) {
  const known = useStore(library, (state) => state.terms);
  useStore(library, (state) => state.rejections);
  useStore(openedWork, (state) => state.current?.mismatches);
  const paragraph = textOf(place.paragraph);
  const readings = readingsAt({ terms, place }, paragraph, paragraph === null ? [] : marksOf(paragraph), known);
  const reading = readings.find(({ term }) => term.id === shown) ?? readings[0];
  if (reading === undefined) return null;
  return (
    <>
      {readings.length > 1 && (
        <Which
          readings={readings}
          shown={reading.term.id}
          onShow={(id) => {
            openTool({ kind: 'card', terms, place, shown: id });
          }}
        />
      )}
      <Entry key={reading.term.id} reading={reading} />
    </>
  );
}

/** Lines of the concordance that come at once. */
const atOnce = 40;

function Entry({ reading: { term, place } }: { reading: TermReading }) {
  const part = useStore(cardPart, ({ open }) => open);
  const [wanted, setWanted] = useState<Wanted>({ count: atOnce });
  const script = useLanguageScripts()(term.language);
  const found = useConcordance(term, part === 'places' ? wanted : { count: 0 });
  const paragraph = textOf(place.paragraph);
  const form = paragraph?.text.slice(place.start, place.end) ?? '';
  // On a rendering the card says nothing of how its form is built.
  const isHeadword = paragraph !== null && primary(tagOf(paragraph) ?? '') === primary(term.language);
  const go = (to: TextPlace): void => {
    openTool({ kind: 'card', terms: [term.id], place: to, shown: term.id });
  };
  return (
    <article className={styles.entry} aria-label={script.text(term.headword)}>
      <Head term={term} total={found?.total ?? null} />
      {isHeadword && <Analysis key={form} term={term} form={form} />}
      <Meaning term={term} place={place} />
      <div className={styles.levels}>
        <LevelControl
          value={term.level ?? null}
          isDisabled={readOnlyReason() !== null}
          onChange={(level) => {
            setLevel([term], level);
          }}
        />
      </div>
      <CardParts
        term={term}
        form={isHeadword ? form : null}
        place={place}
        found={found}
        wanted={wanted}
        onWanted={setWanted}
        atOnce={atOnce}
        onGo={go}
      />
      <Actions term={term} place={place} form={form} isHeadword={isHeadword} found={found} onGo={go} />
    </article>
  );
}

function primary(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
