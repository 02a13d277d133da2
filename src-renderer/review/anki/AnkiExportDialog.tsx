import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { AnkiPreview } from '#main/api/anki-shapes.ts';
import { answer, api, type ApiFailure } from '#renderer/app/client.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';
import { route } from '#renderer/app/route.ts';
import { saveFile } from '#renderer/app/save-file.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { useLatest } from '#renderer/app/use-latest.ts';
import { useMakingFile } from '#renderer/app/use-making-file.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { knownLanguages } from '#renderer/glossary/languages.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import styles from './Anki.module.css';
import { CardPreview } from './CardPreview.tsx';
import { exportedName, sourceFrom, sourceOf, translationLanguages, type ExportChoice } from './export-choice.ts';
import { Tick } from './Tick.tsx';

/** Gives words and highlights to Anki, after a look at the cards they become. */
export function AnkiExportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('anki');
  const format = useFormat();
  const works = useStore(library, ({ state }) => state?.works) ?? [];
  const terms = useStore(library, (state) => state.terms);
  const [choice, setChoice] = useState<ExportChoice>(() => {
    const now = route.getState();
    return {
      ...(now.view === 'work' ? sourceFrom(`work ${now.work}`) : { of: 'all' as const, work: null }),
      words: true,
      clozes: true,
      highlights: false,
      language: format.language === 'kk' ? 'en' : format.language,
    };
  });
  const [into, setInto] = useState<'apkg' | 'tsv'>('apkg');
  const [scheduling, setScheduling] = useState(true);
  const { preview, failure } = usePreview(choice);
  const { isRunning, run, stop } = useExport(onClose);
  const close = (): void => {
    stop();
    onClose();
  };
  const change = (part: Partial<ExportChoice>): void => {
    setChoice({ ...choice, ...part });
  };
  const count =
    preview === null
      ? 0
      : (choice.words ? preview.words : 0) +
        (choice.clozes ? preview.clozes : 0) +
        (choice.highlights ? preview.highlights : 0);
  const languages = translationLanguages(format.language, works, knownLanguages(terms.values()).glosses);
  const isEmpty = preview !== null && preview.words + preview.clozes + preview.highlights === 0;
  const none = isEmpty
    ? choice.of === 'cards'
      ? t('preview.noCards')
      : t('preview.nothing')
    : preview === null && failure === null
      ? t('preview.waiting')
      : t('preview.none');
  const footer = (
    <>
      <Button onPress={close}>{t('cancel')}</Button>
      <Button
        variant="primary"
        isDisabled={count === 0 || isRunning}
        onPress={() => {
          void run({ ...choice, format: into, scheduling: scheduling && into === 'apkg' });
        }}
      >
        {isRunning ? t('export.running') : t('export.do', { count, formatted: format.number(count) })}
      </Button>
    </>
  );
  return (
    <Dialog isOpen wide title={t('export.title')} onClose={close} footer={footer} dismissable={!isRunning}>
      <div className={styles.halves}>
        <div className={styles.form}>
          <Choice
            label={t('export.from')}
            value={sourceOf(choice)}
            options={[
              { id: 'cards', text: t('export.fromCards') },
              { id: 'all', text: t('export.fromAll') },
              ...works.map(({ work, editions }) => ({
                id: `work ${work.id}`,
                text: workTitle(work, editions, format.language),
              })),
            ]}
            onChange={(value) => {
              change(sourceFrom(value));
            }}
          />
          <fieldset className={styles.group}>
            <legend>{t('export.notes')}</legend>
            <Tick
              label={t('export.words')}
              count={preview?.words ?? null}
              checked={choice.words}
              onChange={(words) => {
                change({ words });
              }}
            />
            <Tick
              label={t('export.clozes')}
              count={preview?.clozes ?? null}
              checked={choice.clozes}
              onChange={(clozes) => {
                change({ clozes });
              }}
            />
            <Tick
              label={t('export.highlights')}
              count={preview?.highlights ?? null}
              checked={choice.highlights}
              onChange={(highlights) => {
                change({ highlights });
              }}
            />
          </fieldset>
          <Choice
            label={t('export.language')}
            value={choice.language}
            options={languages.map((tag) => ({ id: tag, text: autonym(tag) }))}
            onChange={(language) => {
              change({ language });
            }}
          />
          <SegmentedControl
            wide
            label={t('export.format')}
            value={into}
            segments={[
              { id: 'apkg', label: t('export.apkg') },
              { id: 'tsv', label: t('export.tsv') },
            ]}
            onChange={setInto}
          />
          {into === 'apkg' && (
            <Tick label={t('export.scheduling')} count={null} checked={scheduling} onChange={setScheduling} />
          )}
          <p className={styles.hint}>{into === 'apkg' ? t('export.again') : t('export.textHint')}</p>
          {failure !== null && (
            <p role="alert" className={styles.failed}>
              {t('export.failed')}
            </p>
          )}
        </div>
        <CardPreview key={JSON.stringify(choice)} notes={preview?.notes ?? []} language={choice.language} none={none} />
      </div>
    </Dialog>
  );
}

/** What a choice would give; while the answer is on its way, what the last one gave. */
function usePreview(choice: ExportChoice): { preview: AnkiPreview | null; failure: ApiFailure | null } {
  const ask = useCallback(
    (signal: AbortSignal) => answer(api.anki.preview.$post({ json: choice }, { init: { signal } })),
    [choice],
  );
  const { answer: preview, failure } = useLatest<AnkiPreview>(ask);
  return { preview, failure };
}

type Asked = ExportChoice & { format: 'apkg' | 'tsv'; scheduling: boolean };

/** Makes the file and gives it to the reader; it can be stopped. */
function useExport(done: () => void) {
  const { isRunning, run: make, stop } = useMakingFile(done);
  const run = (asked: Asked): Promise<void> =>
    make(async (signal) => {
      const response = await api.anki.export.$post({ json: asked }, { init: { signal } });
      if (!response.ok) await answer(Promise.resolve(response));
      saveFile(await response.blob(), exportedName(asked.format, new Date()));
      notify({ kind: 'done', message: 'anki:done.exported', undoable: false });
    });
  return { isRunning, run, stop };
}
