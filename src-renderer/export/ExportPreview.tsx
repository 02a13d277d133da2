import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { direction } from '#core/language/direction.ts';
import type { Edition } from '#core/records/work.ts';
import type {
  ExportContents,
  ExportPreview as Preview,
  PreviewParagraph,
  PreviewRow,
} from '#main/api/export-shapes.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Waiting } from '#renderer/ui/Waiting.tsx';
import styles from './Export.module.css';

/** Kinds of records that a person knows, in the order in which they are told. */
const told = ['edition', 'section', 'paragraph', 'bead', 'annotation', 'term', 'card', 'answer'] as const;

/** What the file begins with, the first rows of a book side by side, or what a file with everything holds. */
export function ExportPreview({
  preview,
  failure,
  editions,
  pair,
}: {
  preview: Preview | null;
  failure: ApiFailure | null;
  editions: readonly Edition[];
  pair: readonly [string, string] | null;
}) {
  const { t } = useTranslation();
  return (
    <section className={styles.preview} aria-label={t('export:preview.title')}>
      {failure !== null ? (
        <p role="alert" className={styles.failed}>
          {tellFailure(failure, t).what}
        </p>
      ) : preview === null ? (
        <Waiting>{t('export:preview.waiting')}</Waiting>
      ) : preview.type === 'text' ? (
        <TextPreview preview={preview} />
      ) : preview.type === 'rows' ? (
        <RowsPreview rows={preview.rows} languages={(pair ?? []).map((id) => languageOf(editions, id))} />
      ) : (
        <CountsPreview counts={preview.counts} />
      )}
    </section>
  );
}

function languageOf(editions: readonly Edition[], id: string): string {
  return editions.find((one) => one.id === id)?.language ?? 'und';
}

function TextPreview({ preview }: { preview: Extract<Preview, { type: 'text' }> }) {
  const { t } = useTranslation('export');
  if (preview.text.trim() === '') return <p className={styles.hint}>{t('preview.empty')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A long text is scrolled by keys.
    <pre className={styles.source} tabIndex={0}>
      {preview.text}
      {preview.more ? '…' : ''}
    </pre>
  );
}

function RowsPreview({ rows, languages }: { rows: readonly PreviewRow[]; languages: readonly string[] }) {
  const { t } = useTranslation('export');
  const [left = 'und', right = 'und'] = languages;
  if (rows.length === 0) return <p className={styles.hint}>{t('preview.empty')}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- The rows are scrolled by keys.
    <div className={styles.page} tabIndex={0} role="group" aria-label={t('preview.page')}>
      {rows.map(({ source, target }, at) => (
        <div key={at} className={styles.row}>
          <Side paragraphs={source} language={left} />
          <Side paragraphs={target} language={right} />
        </div>
      ))}
    </div>
  );
}

/** As in the book: headings stand out, highlights have their colour, notes their number. */
function Side({ paragraphs, language }: { paragraphs: readonly PreviewParagraph[]; language: string }) {
  return (
    <div lang={language} dir={direction(language)}>
      {paragraphs.map(({ heading, runs }, at) => (
        <p key={at} className={heading ? styles.heading : undefined}>
          {runs.map(({ text, hue, notes }, run) => (
            <Fragment key={run}>
              {hue === null ? text : <mark style={{ background: `var(--hue-${hue})` }}>{text}</mark>}
              {notes.map((number) => (
                <sup key={number}>{number}</sup>
              ))}
            </Fragment>
          ))}
        </p>
      ))}
    </div>
  );
}

/** How much of what would be in the file. */
export function Contents({ contents }: { contents: ExportContents }) {
  const { t } = useTranslation('export');
  const { number } = useFormat();
  const said = (['links', 'confirmed', 'notes', 'highlights', 'words'] as const).flatMap((kind) => {
    const count = contents[kind];
    return count === null ? [] : [t(`contents.${kind}`, { formatted: number(count) })];
  });
  return (
    <p className={styles.hint} aria-live="polite">
      {said.join(' · ')}
    </p>
  );
}

function CountsPreview({ counts }: { counts: Readonly<Record<string, number>> }) {
  const { t } = useTranslation('export');
  const format = useFormat();
  return (
    <dl className={styles.counts}>
      {told.map((kind) => (
        <div key={kind}>
          <dt>{t(`kind.${kind}`)}</dt>
          <dd>{format.number(counts[kind] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
