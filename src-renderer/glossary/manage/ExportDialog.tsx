import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Term } from '#core/records/term.ts';
import { library } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { openAnkiExport } from '#renderer/review/anki/anki-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { Choice } from '../Choice.tsx';
import styles from './dialogs.module.css';
import { download, exported, exportFormats, exportName, renamed, type ExportFormat } from './export.ts';

/** Which entries can go out: those selected, those that the filters leave, all. */
export type ExportPart = 'selected' | 'shown' | 'all';

/** How many entries, and how many lines of them, are shown beforehand. */
const previewTerms = 20;
const previewLines = 14;

/** Gives the glossary out as a file, after a look at its first lines. */
export function ExportDialog({
  parts,
  start,
  onClose,
}: {
  parts: Record<ExportPart, readonly Term[]>;
  start: ExportPart;
  onClose: () => void;
}) {
  const { t } = useTranslation(['glossary', 'anki']);
  const format = useFormat();
  const folder = useStore(library, ({ state }) => state?.folder ?? '');
  const [part, setPart] = useState(start);
  const [into, setInto] = useState<ExportFormat>('tsv');
  const [name, setName] = useState(() => exportName(folder, 'tsv', new Date()));
  const terms = parts[part];
  const preview = useMemo(() => {
    const lines = exported(terms.slice(0, previewTerms), into, format.language).split(/\r?\n/u);
    return lines.length > previewLines ? [...lines.slice(0, previewLines), '…'].join('\n') : lines.join('\n');
  }, [terms, into, format.language]);
  const names: Record<ExportFormat, string> = {
    tsv: t('export.format.tsv'),
    csv: t('export.format.csv'),
    'csv-semicolon': t('export.format.semicolon'),
    'tbx-dca': t('export.format.dca'),
    'tbx-dct': t('export.format.dct'),
  };
  const partNames: Record<ExportPart, string> = {
    selected: t('export.selected'),
    shown: t('export.shown'),
    all: t('export.all'),
  };
  const offered = (['selected', 'shown', 'all'] as const).filter((one) => parts[one].length > 0);
  const footer = (
    <>
      <Button
        onPress={() => {
          onClose();
          openAnkiExport();
        }}
      >
        {t('anki:command.export')}
      </Button>
      <span className={styles.space} />
      <Button onPress={onClose}>{t('form.cancel')}</Button>
      <Button
        variant="primary"
        isDisabled={terms.length === 0 || name.trim() === ''}
        onPress={() => {
          download(exported(terms, into, format.language), renamed(name.trim(), into), into);
          onClose();
        }}
      >
        {t('export.do', { count: terms.length, formatted: format.number(terms.length) })}
      </Button>
    </>
  );
  return (
    <Dialog isOpen wide title={t('export.title')} onClose={onClose} footer={footer}>
      <div className={styles.form}>
        <SegmentedControl
          wide
          label={t('export.which')}
          value={part}
          segments={offered.map((one) => ({ id: one, label: `${partNames[one]} ${format.number(parts[one].length)}` }))}
          onChange={setPart}
        />
        <div className={styles.pair}>
          <Choice
            label={t('export.as')}
            value={into}
            options={exportFormats.map((id) => ({ id, text: names[id] }))}
            onChange={(chosen) => {
              setInto(chosen);
              setName(renamed(name, chosen));
            }}
          />
          <TextField label={t('export.name')} value={name} onChange={setName} />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- Long lines are scrolled by keys. */}
        <pre className={styles.file} tabIndex={0} aria-label={t('export.preview')}>
          {preview}
        </pre>
      </div>
    </Dialog>
  );
}
