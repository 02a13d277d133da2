import { useMemo, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { countedIn } from '#core/glossary/coverage.ts';
import type { Edition } from '#core/records/work.ts';
import { run } from '#renderer/app/commands.ts';
import { openedWork, type OpenWork } from '#renderer/app/work-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './Coverage.module.css';
import { closeCoverage, coverageView, type CoverageTab, type Part } from './coverage-state.ts';
import { Figures } from './Figures.tsx';
import { goToPlace, goToSection } from './go-to.ts';
import { LearnList } from './LearnList.tsx';
import { LevelTable } from './LevelTable.tsx';
import { SectionShares } from './SectionShares.tsx';
import { useCoverage, type CoverageAnswer, type CoverageQuestion } from './use-coverage.ts';

/** How much of the open work the reader knows, and what to learn first; nothing while it is closed. */
export function CoverageDialog() {
  const isOpen = useStore(coverageView, ({ open }) => open);
  const work = useStore(openedWork, ({ current }) => current);
  return isOpen && work !== null ? <Opened work={work} /> : null;
}

function Opened({ work }: { work: OpenWork }) {
  const { t } = useTranslation('coverage');
  const { part, edition: chosen, page } = useStore(coverageView);
  const id = chosen ?? work.work.original;
  const edition = work.editions.find((one) => one.id === id) ?? work.editions[0];
  const section = useMemo(() => sectionInSight(work, id, page), [work, id, page]);
  const question = edition === undefined ? null : questionOf(part, edition.id, section, page);
  const answer = useCoverage(question);
  const undoKeys = (event: KeyboardEvent): void => {
    // A dialog keeps the keys of the text from working behind it; what is done here can be undone here.
    if (event.code !== 'KeyZ' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    run(event.shiftKey ? 'redo' : 'undo');
  };
  return (
    <Dialog title={t('title')} isOpen onClose={closeCoverage} wide>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The keys of everything inside. */}
      <div className={styles.coverage} onKeyDown={undoKeys}>
        <div className={styles.choices}>
          <SegmentedControl<Part>
            label={t('part.label')}
            value={part}
            segments={[
              { id: 'work', label: t('part.work') },
              { id: 'section', label: t('part.section') },
              { id: 'page', label: t('part.page') },
            ]}
            onChange={(to) => {
              coverageView.setState({ part: to });
            }}
          />
          {work.editions.length > 1 && (
            <SegmentedControl
              label={t('edition')}
              value={id}
              segments={work.editions.map((one) => ({ id: one.id, label: editionName(one, work.editions) }))}
              onChange={(to) => {
                coverageView.setState({ edition: to });
              }}
            />
          )}
        </div>
        {edition !== undefined && <Answered answer={answer} edition={edition} work={work} />}
      </div>
    </Dialog>
  );
}

function Answered({ answer, edition, work }: { answer: CoverageAnswer; edition: Edition; work: OpenWork }) {
  const { t } = useTranslation('coverage');
  const { percent } = useFormat();
  const { coverage, isOfAnother, share, failure, again } = answer;
  if (failure !== null) {
    return (
      <Banner kind="failed" title={t('failed')} actions={<Button onPress={again}>{t('again')}</Button>}>
        <p>{failure.message}</p>
      </Banner>
    );
  }
  if (coverage === null || (isOfAnother && share !== null)) {
    if (share === null) return <Waiting>{t('waiting')}</Waiting>;
    return (
      <div className={styles.progress}>
        <progress value={share} aria-label={t('waiting')} />
        <span>{t('progress', { share: percent(share) })}</span>
      </div>
    );
  }
  if (countedIn(coverage.words) + coverage.words.ignored === 0) {
    return <EmptyState title={t('empty.title')}>{t('empty.why')}</EmptyState>;
  }
  return (
    // What was answered before stays in its place, so that nothing jumps, but is not offered as the answer.
    <div className={styles.answer} aria-busy={isOfAnother} inert={isOfAnother}>
      <Figures coverage={coverage} />
      <Tabs answer={coverage} edition={edition} work={work} />
    </div>
  );
}

function Tabs({
  answer,
  edition,
  work,
}: {
  answer: NonNullable<CoverageAnswer['coverage']>;
  edition: Edition;
  work: OpenWork;
}) {
  const { t } = useTranslation('coverage');
  const tab = useStore(coverageView, (state) => state.tab);
  return (
    <>
      <SegmentedControl<CoverageTab>
        wide
        label={t('tab.label')}
        value={tab}
        segments={[
          { id: 'learn', label: t('tab.learn') },
          { id: 'sections', label: t('tab.sections') },
          { id: 'levels', label: t('tab.levels') },
        ]}
        onChange={(to) => {
          coverageView.setState({ tab: to });
        }}
      />
      {tab === 'levels' && <LevelTable coverage={answer} />}
      {tab === 'sections' && (
        <SectionShares
          coverage={answer}
          sections={work.sections}
          language={edition.language}
          onGo={(section) => {
            goToSection(edition.id, section);
          }}
        />
      )}
      {tab === 'learn' &&
        (answer.learnFirst.length === 0 ? (
          <EmptyState title={t('empty.allKnown')}>{t('empty.allKnownWhy')}</EmptyState>
        ) : (
          <LearnList
            coverage={answer}
            language={edition.language}
            onGo={(word) => {
              goToPlace(edition.id, word.first);
            }}
          />
        ))}
    </>
  );
}

function questionOf(
  part: Part,
  edition: string,
  section: string | null,
  page: readonly string[],
): CoverageQuestion | null {
  if (part === 'page') return { edition, paragraphs: [...page] };
  if (part === 'section') return section === null ? { edition, paragraphs: [] } : { edition, section };
  return { edition };
}

/** The section of an edition in which the first of its paragraphs in sight stands; `null` when none is in sight. */
function sectionInSight({ places, outline }: OpenWork, edition: string, page: readonly string[]): string | null {
  const first = page.map((id) => places.get(id)).find((place) => place?.edition === edition);
  return first === undefined ? null : (outline[edition]?.[first.index]?.[1] ?? null);
}

/** By its language; where others have the same, with its title. */
function editionName(edition: Edition, editions: readonly Edition[]): string {
  const name = autonym(edition.language);
  return editions.some((one) => one.id !== edition.id && one.language === edition.language)
    ? `${name}: ${edition.title}`
    : name;
}
