import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type NeededDocument, shownName } from '#core/formats/loose/needs.ts';
import { Choice } from '#renderer/glossary/Choice.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { takeOut } from './bringing.ts';
import { importing, type AlignedFile, type BroughtFile } from './import-state.ts';
import styles from './Import.module.css';
import { documentsFor, isPairByName } from './needed-files.ts';
import { chooseDocument, readAgain } from './reading.ts';

/** Texts that are listed; a corpus can have thousands. */
const mostShown = 12;

/** What an alignment is between that stands apart from its texts: which of them are here, and which file is taken for each. */
export function NeededFiles({ file, aligned }: { file: BroughtFile; aligned: AlignedFile }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const files = useStore(importing, (state) => state.files);
  const { needs, chosen } = aligned;
  const { name } = file;
  const isWhole = !chosen.includes(null);
  const isNamed = needs.documents.some((document) => document.name !== null);
  const isPair = isPairByName(file);
  const others = needs.documents.length - mostShown;
  const list = (
    <ul className={styles.needed} aria-label={t('needs.title', { name })}>
      {needs.documents.slice(0, mostShown).map((document, at) => (
        <NeededFile
          key={document.key}
          document={document}
          chosen={files.find(({ key }) => key === chosen[at]) ?? null}
          offered={documentsFor(file, files)}
          onChoose={(key) => {
            void chooseDocument(file.key, at, key);
          }}
        />
      ))}
      {others > 0 && (
        <li className={styles.soft}>{t('needs.more', { count: others, shown: format.number(others) })}</li>
      )}
    </ul>
  );
  const actions = (
    <Button
      variant="outline"
      size="small"
      onPress={() => {
        if (isPair) void readAgain(file.key, { format: 'txt' });
        else takeOut(file.key);
      }}
    >
      {isPair ? t('join.apart') : t('failed.take-out')}
    </Button>
  );
  if (isWhole && file.state.kind === 'read') {
    return (
      <Banner kind="done" title={t('needs.done', { name })} actions={actions}>
        {list}
      </Banner>
    );
  }
  return (
    <Banner kind="notice" title={t('needs.title', { name })} actions={actions}>
      <p>{isNamed ? t('needs.named') : t('needs.unnamed')}</p>
      {list}
      <p className={styles.soft}>{t('needs.without')}</p>
    </Banner>
  );
}

function NeededFile({
  document,
  chosen,
  offered,
  onChoose,
}: {
  document: NeededDocument;
  chosen: BroughtFile | null;
  offered: readonly BroughtFile[];
  onChoose: (key: string | null) => void;
}) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { name, side, lines } = document;
  const sideName = t(`needs.${side}`);
  const label = name === null ? sideName : shownName(name);
  const Icon = chosen === null ? CircleDashed : Check;
  // Of files with the same name, the folder says which is which.
  const nameOf = (one: BroughtFile): string =>
    offered.some((other) => other.key !== one.key && other.name === one.name) ? one.path : one.name;
  return (
    <li data-here={chosen !== null}>
      <Icon size={15} aria-hidden />
      <span className={styles.neededName}>
        {name === null ? sideName : <bdi className={styles.fileName}>{label}</bdi>}
        <small className={styles.soft}>
          {name === null ? lines !== null && t('needs.lines', { count: lines, shown: format.number(lines) }) : sideName}
        </small>
      </span>
      <Choice
        label={t('needs.choose', { name: label })}
        hideLabel
        value={chosen?.key ?? ''}
        options={[{ id: '', text: t('needs.missing') }, ...offered.map((one) => ({ id: one.key, text: nameOf(one) }))]}
        onChange={(key) => {
          onChoose(key === '' ? null : key);
        }}
      />
    </li>
  );
}
