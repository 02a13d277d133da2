import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cardFaces, type Card } from '#core/records/review.ts';
import type { TermLevel } from '#core/records/term.ts';
import { usePalette } from '#renderer/annotations/palette/use-palette.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { library } from '#renderer/app/library-store.ts';
import { readingPlace } from '#renderer/app/reading-place.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { levelOptions } from '#renderer/glossary/manage/levels.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './AddCards.module.css';
import { adding, closeAddCards } from './adding.ts';
import { chosenOf, planOf, useCandidates, type Plan, type Where } from './candidates.ts';
import { faceNames } from './faces.ts';
import { held } from './held.ts';
import { canReview, keepCards, keepStudy } from './keep.ts';
import { readReview } from './load.ts';
import { Ticks } from './Ticks.tsx';
import { useStudy } from './use-review.ts';

/** Over any view: the form in which cards are made, while it is asked for. */
export function AddCards() {
  const asked = useStore(adding, (state) => state.asked);
  return asked === null ? null : <AddForm terms={asked.terms} />;
}

const everywhere = '';
const anything = '';
const learning: readonly TermLevel[] = ['new', '1', '2', '3', '4', '5'];

function AddForm({ terms: given }: { terms: readonly string[] | null }) {
  const { t } = useTranslation('review');
  const open = useStore(openedWork, ({ current }) => current?.id ?? null);
  const works = useStore(library, ({ state }) => state?.works) ?? [];
  const terms = useStore(library, (state) => state.terms);
  const { cards, isRead } = useStore(held);
  const study = useStudy();
  const [of, setOf] = useState<Where['of']>('terms');
  const [work, setWork] = useState(given === null ? (open ?? everywhere) : everywhere);
  const [section] = useState(() => (open === null ? null : readingPlace.getState().section));
  const [inSection, setInSection] = useState(false);
  const [levels, setLevels] = useState<ReadonlySet<TermLevel>>(new Set(learning));
  const [colour, setColour] = useState(anything);
  const [tag, setTag] = useState(anything);
  const [faces, setFaces] = useState<ReadonlySet<Card['face']>>(new Set(study.faces));
  const [at] = useState(() => Date.now());
  useEffect(() => {
    void readReview();
  }, []);

  const highlightsOf = work === everywhere ? (works[0]?.work.id ?? everywhere) : work;
  const { found, failure } = useCandidates(
    of === 'highlights' && highlightsOf !== everywhere
      ? { of, work: highlightsOf }
      : { of: 'terms', work: work === everywhere ? null : work, section: inSection && work === open ? section : null },
  );
  const plan = useMemo(() => {
    if (found === null || !isRead) return null;
    const filter = {
      levels,
      terms: given === null ? null : new Set(given),
      colour: colour === anything ? null : colour,
      tag: tag === anything ? null : tag,
    };
    const chosen = chosenOf(found, filter, terms);
    return planOf(
      chosen,
      cardFaces.filter((face) => faces.has(face)),
      cards,
      at,
    );
  }, [found, isRead, levels, given, colour, tag, terms, faces, cards, at]);

  const save = (): void => {
    if (plan === null) return;
    keepCards(plan.cards);
    // The faces chosen last are those offered next.
    if (faces.size > 0) keepStudy({ faces: cardFaces.filter((face) => faces.has(face)) }, null);
    closeAddCards();
  };
  return (
    <Dialog
      title={t('add.title')}
      isOpen
      onClose={closeAddCards}
      footer={
        <>
          <Button onPress={closeAddCards}>{t('add.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={plan === null || plan.cards.length === 0 || !canReview()}
            onPress={save}
          >
            {t('add.save', { count: plan?.cards.length ?? 0 })}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {given === null && (
          <>
            <SegmentedControl
              wide
              label={t('add.of')}
              value={of}
              segments={[
                { id: 'terms', label: t('add.terms') },
                { id: 'highlights', label: t('add.highlights') },
              ]}
              onChange={setOf}
            />
            <WorkChoice of={of} value={of === 'highlights' ? highlightsOf : work} onChange={setWork} />
          </>
        )}
        {given === null && of === 'terms' && (
          <>
            {section !== null && work === open && (
              <SegmentedControl
                wide
                label={t('add.part')}
                value={inSection ? 'section' : 'work'}
                segments={[
                  { id: 'work', label: t('add.work') },
                  { id: 'section', label: t('add.section') },
                ]}
                onChange={(part) => {
                  setInSection(part === 'section');
                }}
              />
            )}
            <Ticks label={t('add.levels')} options={levelOptions<TermLevel>(t)} chosen={levels} onChange={setLevels} />
          </>
        )}
        {of === 'highlights' && (
          <HighlightChoice
            colour={colour}
            tag={tag}
            tags={[...new Set((found ?? []).flatMap(({ tags }) => tags))]}
            onColour={setColour}
            onTag={setTag}
          />
        )}
        <Ticks
          label={t('add.faces')}
          options={cardFaces.map((id) => ({ id, text: faceNames(t)[id] }))}
          chosen={faces}
          onChange={setFaces}
        />
        <Preview plan={plan} failure={failure === null ? null : tellFailure(failure, t).what} />
      </div>
    </Dialog>
  );
}

function WorkChoice({ of, value, onChange }: { of: Where['of']; value: string; onChange: (work: string) => void }) {
  const { t } = useTranslation('review');
  const { language } = useFormat();
  const works = useStore(library, ({ state }) => state?.works) ?? [];
  const options = works.map(({ work, editions }) => ({ id: work.id, text: workTitle(work, editions, language) }));
  return (
    <Choice
      label={t('add.where')}
      value={value}
      options={of === 'terms' ? [{ id: everywhere, text: t('add.everywhere') }, ...options] : options}
      onChange={onChange}
    />
  );
}

function HighlightChoice({
  colour,
  tag,
  tags,
  onColour,
  onTag,
}: {
  colour: string;
  tag: string;
  tags: readonly string[];
  onColour: (colour: string) => void;
  onTag: (tag: string) => void;
}) {
  const { t } = useTranslation('review');
  const palette = usePalette();
  return (
    <div className={styles.pair}>
      <Choice
        label={t('add.colour')}
        value={colour}
        options={[
          { id: anything, text: t('add.anyColour') },
          ...palette.offered.map((one) => ({ id: one.id, text: palette.name(one) })),
        ]}
        onChange={onColour}
      />
      <Choice
        label={t('add.tag')}
        value={tag}
        options={[{ id: anything, text: t('add.anyTag') }, ...tags.map((one) => ({ id: one, text: one }))]}
        onChange={onTag}
      />
    </div>
  );
}

/** So many of what was chosen are named. */
const named = 12;

/** What would be made, before it is. */
function Preview({ plan, failure }: { plan: Plan | null; failure: string | null }) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  if (failure !== null) return <p role="alert">{failure}</p>;
  if (plan === null) {
    return (
      <p role="status" className={styles.preview}>
        {t('add.counting')}
      </p>
    );
  }
  const { chosen, cards, there, impossible } = plan;
  return (
    <div role="status" className={styles.preview}>
      <p className={styles.count}>{t('add.count', { count: cards.length, formatted: number(cards.length) })}</p>
      {there > 0 && <p>{t('add.there', { count: there, formatted: number(there) })}</p>}
      {impossible > 0 && <p>{t('add.impossible', { count: impossible, formatted: number(impossible) })}</p>}
      {chosen.length === 0 ? (
        <p>{t('add.nothing')}</p>
      ) : (
        <p className={styles.names}>
          {chosen
            .slice(0, named)
            .map(({ label }) => label)
            .join('\u{a0}· ')}
          {chosen.length > named &&
            ` ${t('add.more', { count: chosen.length - named, formatted: number(chosen.length - named) })}`}
        </p>
      )}
    </div>
  );
}
