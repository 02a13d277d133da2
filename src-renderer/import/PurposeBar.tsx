import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { tellFailure } from '#renderer/app/failures.ts';
import { library } from '#renderer/app/library-store.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { languageChoices } from '#renderer/dictionaries/languages.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { present } from '#renderer/library/listing.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { setAside } from './bringing.ts';
import { importing, isOnTheWay, type Purpose } from './import-state.ts';
import styles from './Import.module.css';
import { addTranslations, alignAndOpen, cancelMaking, compare, takeVersion } from './making.ts';
import { ChooseFiles, PasteButton } from './StartView.tsx';
import { useVersion } from './use-version.ts';

const purposes = ['work', 'translation', 'version'] as const satisfies Purpose[];

/** What becomes of the texts, and the button that does it. */
export function PurposeBar() {
  const { t } = useTranslation('import');
  const isEmpty = useStore(importing, ({ files }) => files.length === 0);
  const purpose = useStore(importing, (state) => state.purpose);
  const making = useStore(importing, (state) => state.making);
  const failure = useStore(importing, (state) => state.failure);
  const isCompared = useStore(importing, (state) => state.purpose === 'version' && state.update !== null);
  const works = useStore(library, ({ state }) => present(state?.works ?? []).length);
  const { t: say } = useTranslation('app');
  const account = failure === null ? null : tellFailure(failure, say);
  const main = useRef<HTMLButtonElement>(null);
  const wasMaking = useRef(false);
  useEffect(() => {
    // The button that was pressed has gone meanwhile, and the focus with it.
    if (wasMaking.current && making === null && document.activeElement === document.body) main.current?.focus();
    wasMaking.current = making !== null;
  }, [making]);
  if (isEmpty) return <footer className={styles.bar} aria-label={t('bar.label')} />;
  return (
    <footer className={styles.bar} aria-label={t('bar.label')}>
      {account !== null && (
        <p role="alert" className={styles.failed}>
          {account.what} {account.next}
        </p>
      )}
      {making === null ? (
        <>
          <div className={styles.barGroup}>
            {works > 0 && (
              <SegmentedControl
                label={t('purpose.label')}
                value={purpose}
                segments={purposes.map((id) => ({ id, label: t(`purpose.${id}`) }))}
                onChange={(id) => {
                  importing.setState({ purpose: id, update: null });
                }}
              />
            )}
            {purpose === 'work' ? <WriteChoice /> : <WorkChoice />}
          </div>
          <div className={styles.barGroup}>
            <Button onPress={setAside}>{t('bar.cancel')}</Button>
            {!isCompared && (
              <>
                <PasteButton />
                <ChooseFiles />
              </>
            )}
            <Go main={main} />
          </div>
        </>
      ) : (
        <Making share={making.share} />
      )}
    </footer>
  );
}

function Making({ share }: { share: number }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const isComparison = useStore(importing, ({ purpose }) => purpose === 'version');
  const what = isComparison ? t('bar.comparing') : t('bar.making');
  return (
    <div className={styles.onTheWay}>
      <span>{what}</span>
      <progress className={styles.progress} value={share} aria-label={what} />
      <span className={styles.soft}>{format.percent(share)}</span>
      <Button variant="outline" autoFocus onPress={cancelMaking}>
        {t('bar.stop')}
      </Button>
    </div>
  );
}

/** The language in which a translation is written beside a single text. */
function WriteChoice() {
  const { t } = useTranslation('import');
  const write = useStore(importing, (state) => state.write);
  const isAlone = useStore(importing, ({ drafts }) => drafts.length === 1);
  if (!isAlone) return null;
  return (
    <Choice
      label={t('write.label')}
      value={write ?? ''}
      options={[{ id: '', text: t('write.none') }, ...languageChoices(['en', 'kk', 'ru', write])]}
      onChange={(id) => {
        importing.setState({ write: id === '' ? null : id });
      }}
    />
  );
}

/** The work that texts are for, and the edition that is updated. */
function WorkChoice() {
  const { t } = useTranslation('import');
  const { language } = useFormat();
  const purpose = useStore(importing, (state) => state.purpose);
  const work = useStore(importing, (state) => state.work);
  const { edition } = useVersion();
  const works = present(useStore(library, ({ state }) => state?.works) ?? []);
  const entry = works.find((one) => one.work.id === work);
  return (
    <>
      <Choice
        label={t('purpose.of')}
        value={entry === undefined ? '' : entry.work.id}
        options={[
          ...(entry === undefined ? [{ id: '', text: t('purpose.choose') }] : []),
          ...works.map((one) => ({ id: one.work.id, text: workTitle(one.work, one.editions, language) })),
        ]}
        onChange={(id) => {
          importing.setState({ work: id, edition: null, update: null });
        }}
      />
      {purpose === 'version' && entry !== undefined && (
        <Choice
          label={t('purpose.edition')}
          value={edition ?? ''}
          options={[
            ...(edition === null ? [{ id: '', text: t('purpose.choose') }] : []),
            ...entry.editions.map((one) => ({
              id: one.id,
              text: [autonym(one.language), one.title].filter((part) => part !== '').join(': '),
            })),
          ]}
          onChange={(id) => {
            importing.setState({ edition: id, update: null });
          }}
        />
      )}
    </>
  );
}

function Go({ main }: { main: RefObject<HTMLButtonElement | null> }) {
  const { t } = useTranslation('import');
  const purpose = useStore(importing, (state) => state.purpose);
  const update = useStore(importing, (state) => state.update);
  const count = useStore(importing, ({ drafts }) => drafts.length);
  const version = useVersion();
  const isChosen = version.edition !== null && version.draft !== null;
  const ready = useStore(importing, ({ drafts, files, work }) => {
    const isWaiting = files.some(isOnTheWay);
    const isSaid = drafts.every(({ language, title }) => language !== 'und' && title.trim() !== '');
    if (drafts.length === 0 || isWaiting || !isSaid) return false;
    if (purpose === 'work') return true;
    return work !== null && (purpose === 'translation' || isChosen);
  });
  if (purpose === 'version' && update !== null) {
    return (
      <>
        <Button
          variant="outline"
          onPress={() => {
            importing.setState({ update: null });
          }}
        >
          {t('bar.back')}
        </Button>
        <Button ref={main} variant="primary" onPress={takeVersion}>
          {t('bar.take')}
        </Button>
      </>
    );
  }
  const labels = {
    work: count > 1 ? t('bar.align') : t('bar.open'),
    translation: t('bar.add'),
    version: t('bar.compare'),
  };
  const actions = { work: alignAndOpen, translation: addTranslations, version: compare };
  return (
    <Button
      ref={main}
      variant="primary"
      isDisabled={!ready}
      onPress={() => {
        void actions[purpose]();
      }}
    >
      {labels[purpose]}
    </Button>
  );
}
