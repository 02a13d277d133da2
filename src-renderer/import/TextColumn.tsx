import { useEffect, useRef, useState } from 'react';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { BlockList } from './BlockList.tsx';
import { leaveOut, makeOriginal } from './correcting.ts';
import { Fields } from './Fields.tsx';
import { FindingsList } from './FindingsList.tsx';
import { FormatChoices } from './FormatChoices.tsx';
import type { Draft } from './drafts.ts';
import { importing, type BroughtFile } from './import-state.ts';
import styles from './Import.module.css';
import { PartsList } from './PartsList.tsx';
import { SectionList } from './SectionList.tsx';
import { useFormatName } from './use-findings.ts';
import { useVersion } from './use-version.ts';

/** A text as it will be: what it is, what was found out, its sections and all of its words. */
export function TextColumn({ draftKey }: { draftKey: string }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const formatName = useFormatName();
  const draft = useStore(importing, ({ drafts }) => drafts.find(({ key }) => key === draftKey));
  const isFirst = useStore(importing, ({ drafts }) => drafts[0]?.key === draftKey);
  const isOnly = useStore(importing, ({ drafts }) => drafts.length === 1);
  const purpose = useStore(importing, (state) => state.purpose);
  const files = useStore(importing, (state) => state.files);
  const [shown, setShown] = useState<{ part: number; at: number } | null>(null);
  const version = useVersion();
  const column = useRef<HTMLElement>(null);
  const wasFirst = useRef(isFirst);
  useEffect(() => {
    // The button that made it the original has gone, and the focus with it.
    if (isFirst && !wasFirst.current && document.activeElement === document.body) column.current?.focus();
    wasFirst.current = isFirst;
  }, [isFirst]);
  if (draft === undefined) return null;
  const brought = files.filter(({ id }) => draft.parts.some((part) => part.file === id));
  const [file] = brought;
  const names = brought.map((one) => nameOf(one, draft, files));
  const words = draft.parts.reduce((sum, { preview }) => sum + preview.words, 0);
  const blocks = draft.parts.reduce((sum, { preview }) => sum + preview.blocks, 0);
  const isOriginal = isFirst && purpose === 'work';
  const read = file?.state.kind === 'read' ? file.state.preview : null;
  // Of a file with several texts: what it links with this one, told once.
  const links = isFirst ? (read?.links ?? []).reduce((sum, { beads }) => sum + beads, 0) : 0;
  const findings = brought.flatMap(({ state }) => (state.kind === 'read' ? state.preview.findings : []));
  const size = t('size.both', {
    paragraphs: t('size.paragraphs', { count: blocks, shown: format.number(blocks) }),
    words: t('size.words', { count: words, shown: format.number(words) }),
  });
  const isBeside = purpose === 'version' && version.draft !== null && version.draft.key !== draftKey;
  const role = purpose !== 'version' ? (isOriginal ? 'original' : 'translation') : isBeside ? 'beside' : 'version';
  const label = t(`role.${role}`);
  return (
    <section ref={column} tabIndex={-1} className={styles.column} aria-label={`${label}: ${draft.title}`}>
      <header className={styles.columnHead}>
        <h2>{label}</h2>
        {purpose === 'work' && !isFirst && (
          <Button
            size="small"
            variant="outline"
            onPress={() => {
              makeOriginal(draft.key);
            }}
          >
            {t('role.make-original')}
          </Button>
        )}
        {!isOnly && (
          <IconButton
            size="small"
            label={t('role.leave-out', { title: draft.title })}
            onPress={() => {
              leaveOut(draft.key);
            }}
          >
            <X size={14} aria-hidden />
          </IconButton>
        )}
      </header>
      <p className={styles.soft}>
        <span className={styles.fileName}>{names.join(', ')}</span>
        {read !== null && draft.parts.length === 1 && ` · ${formatName(read.format)}`}
        {` · ${size}`}
      </p>
      {isBeside && <p className={styles.soft}>{t('role.beside-text')}</p>}
      <Fields draft={draft} isOriginal={isOriginal} />
      {draft.parts.length > 1 && <PartsList draft={draft} />}
      {links > 0 && <p className={styles.soft}>{t('links', { count: links, shown: format.number(links) })}</p>}
      <FindingsList findings={findings} />
      {file !== undefined && brought.length === 1 && (
        <details className={styles.details}>
          <summary>{t('field.wrong')}</summary>
          <FormatChoices file={file} format={read?.format ?? null} encoding={read?.encoding ?? null} />
        </details>
      )}
      <div className={styles.preview}>
        <SectionList draft={draft} shown={shown} onShow={setShown} />
        <BlockList draft={draft} wanted={shown} />
      </div>
    </section>
  );
}

/** The file that a text stands in: of an alignment of two texts, that of the text itself. */
function nameOf({ id, name, aligned }: BroughtFile, { parts }: Draft, files: readonly BroughtFile[]): string {
  if (aligned === null || aligned.chosen.length !== 2) return name;
  const text = parts.find((part) => part.file === id)?.text ?? 0;
  return files.find(({ key }) => key === aligned.chosen[text])?.name ?? name;
}
