import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { exportName } from '#core/formats/export-name.ts';
import type { ExportGroup, ExportPreview as ExportPreviewAnswer } from '#main/api/export-shapes.ts';
import type { WorkEntry } from '#main/api/shapes.ts';
import { workTitle } from '#renderer/app/titles.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import { Editions } from './Editions.tsx';
import styles from './Export.module.css';
import { exporting, type ExportChoice } from './export-state.ts';
import { ExportOptions } from './ExportOptions.tsx';
import { Contents, ExportPreview } from './ExportPreview.tsx';
import { firstPair } from './pair.ts';
import { Purposes } from './Purposes.tsx';
import { type ExportTask, useFormats, usePreview, useSaving } from './use-export.ts';

/** Gives a work out as a file: what for, in which format, which texts, what goes along; with a look at it before. */
export function ExportDialog({ entry, onClose }: { entry: WorkEntry; onClose: () => void }) {
  const { t } = useTranslation('export');
  const { formats, failure: unasked } = useFormats();
  const { language } = useFormat();
  const choice = useStore(exporting, (state) => state.choice);
  const { work, editions } = entry;
  const title = t('title', { title: workTitle(work, editions, language) });
  const [pair, setPair] = useState(() => firstPair(entry));
  const [typed, setTyped] = useState<string | null>(null);
  const { isRunning, run, stop } = useSaving(work.id, onClose);

  // A work with one text has nothing to be written side by side.
  const offered = (formats ?? []).filter(({ group }) => pair !== null || !needsPair(group));
  const groups = [...new Set(offered.map(({ group }) => group))];
  const group = groups.includes(choice.group) ? choice.group : (groups.at(-1) ?? 'everything');
  const ofGroup = offered.filter((one) => one.group === group);
  const format = ofGroup.find(({ id }) => id === choice.formats[group]) ?? ofGroup[0];
  const paired = needsPair(group) ? pair : null;
  const task: ExportTask | null =
    format === undefined
      ? null
      : { format: format.id, ...(paired === null ? {} : { editions: paired }), options: choice.options, language };
  const { preview, failure } = usePreview(work.id, task);
  const languages = (paired ?? []).flatMap((id) => editions.find((one) => one.id === id)?.language ?? []);
  const usual = exportName(workTitle(work, editions, language), languages, format?.ending ?? '');
  const name = typed ?? usual;
  const isNamed = name.trim() !== '';

  const change = (part: Partial<ExportChoice>): void => {
    exporting.setState({ choice: { ...choice, ...part } });
    setTyped(null);
  };
  const close = (): void => {
    stop();
    onClose();
  };
  const footer = (
    <>
      <Button onPress={close}>{t('cancel')}</Button>
      <Button
        variant="primary"
        isDisabled={task === null || !isNamed || isRunning || failure !== null || isEmpty(preview)}
        onPress={() => {
          if (task !== null) void run(task, withEnding(name.trim(), format?.ending ?? ''));
        }}
      >
        {isRunning ? t('running') : t('save')}
      </Button>
    </>
  );
  return (
    // One dialog from the first moment: another in its place would not know whom to give the focus back to.
    <Dialog isOpen wide title={title} onClose={close} footer={footer} dismissable={!isRunning}>
      {formats === null && unasked === null && <Waiting>{t('waiting')}</Waiting>}
      {unasked !== null && (
        <p role="alert" className={styles.failed}>
          {t('failed')}
        </p>
      )}
      {formats !== null && (
        <div className={styles.halves}>
          <div className={styles.form}>
            <Purposes
              groups={groups}
              value={group}
              onChange={(next) => {
                change({ group: next });
              }}
            />
            {pair === null && <p className={styles.hint}>{t('one-text')}</p>}
            {ofGroup.length > 1 && format !== undefined && (
              <Choice
                label={t('format.label')}
                value={format.id}
                options={ofGroup.map(({ id }) => ({ id, text: t(`format.${id}`) }))}
                onChange={(id) => {
                  change({ formats: { ...choice.formats, [group]: id } });
                }}
              />
            )}
            {format !== undefined && <p className={styles.hint}>{t(`hint.${format.id}`)}</p>}
            {paired !== null && <Editions editions={editions} pair={paired} onChange={setPair} />}
            {format !== undefined && (
              <ExportOptions
                offered={format.options}
                options={choice.options}
                onChange={(options) => {
                  change({ options });
                }}
              />
            )}
          </div>
          <div className={styles.result}>
            <ExportPreview preview={preview} failure={failure} editions={editions} pair={paired} />
            {preview !== null && preview.type !== 'everything' && <Contents contents={preview.contents} />}
            <TextField
              label={t('name')}
              value={name}
              onChange={setTyped}
              error={isNamed ? null : t('no-name')}
              required
            />
          </div>
        </div>
      )}
    </Dialog>
  );
}

function needsPair(group: ExportGroup): boolean {
  return group !== 'glossary' && group !== 'everything';
}

/** Whether nothing would be in the file; while that is not known, it is not. */
function isEmpty(preview: ExportPreviewAnswer | null): boolean {
  return preview !== null && preview.type !== 'everything' && preview.count === 0;
}

function withEnding(name: string, ending: string): string {
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}
