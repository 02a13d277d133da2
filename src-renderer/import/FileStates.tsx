import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReadFailure } from '#main/api/import-shapes.ts';
import { ApiFailure } from '#renderer/app/client.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { takeOut } from './bringing.ts';
import { FormatChoices } from './FormatChoices.tsx';
import { importing, type BroughtFile } from './import-state.ts';
import styles from './Import.module.css';
import { NeededFiles } from './NeededFiles.tsx';
import { usePlace } from './use-findings.ts';

/** Files that are on their way, and those that could not be read. */
export function FileStates() {
  const files = useStore(importing, (state) => state.files);
  // What is a text only beside its alignment need not be one by itself.
  const linked = new Set(files.flatMap(({ aligned, state }) => (state.kind === 'read' ? (aligned?.chosen ?? []) : [])));
  return files.map((file) =>
    file.aligned === null && file.state.kind === 'failed' && linked.has(file.key) ? null : (
      <FileState key={file.key} file={file} />
    ),
  );
}

function FileState({ file }: { file: BroughtFile }) {
  const { t } = useTranslation('import');
  const format = useFormat();
  const { state, name, aligned } = file;
  const needed = aligned === null ? null : <NeededFiles file={file} aligned={aligned} />;
  if (state.kind === 'read' || state.kind === 'waiting') return needed;
  if (state.kind === 'failed') {
    return (
      <>
        <Failed file={file} why={state.why} />
        {needed}
      </>
    );
  }
  return (
    <div className={styles.onTheWay}>
      <span className={styles.fileName}>{name}</span>
      <progress
        className={styles.progress}
        value={state.share}
        aria-label={t(state.kind === 'sending' ? 'state.sending' : 'state.reading', { name })}
      />
      <span className={styles.soft}>{format.percent(state.share)}</span>
      <Button
        size="small"
        onPress={() => {
          takeOut(file.key);
        }}
      >
        {t('state.cancel')}
      </Button>
    </div>
  );
}

/** Why a file was not read: what, where, what next. */
function Failed({ file, why }: { file: BroughtFile; why: ReadFailure | ApiFailure }) {
  const { t } = useTranslation('import');
  const { t: say } = useTranslation('app');
  const place = usePlace();
  const kind = why instanceof ApiFailure ? null : (why.kind ?? null);
  const account =
    why instanceof ApiFailure
      ? why.code === 'too-large'
        ? { what: t('failed.too-large.what'), where: null, next: t('failed.too-large.next') }
        : tellFailure(why, say)
      : {
          what: kind === null ? t(`failed.${why.code}.what`) : t(`failed.kind.${kind}.what`),
          where: place(why.place),
          next: kind === null ? t(`failed.${why.code}.next`) : t(`failed.kind.${kind}.next`),
        };
  return (
    <Banner
      kind="failed"
      title={t('failed.title', { name: file.name })}
      actions={
        <Button
          variant="outline"
          size="small"
          onPress={() => {
            takeOut(file.key);
          }}
        >
          {t('failed.take-out')}
        </Button>
      }
    >
      <p>{account.what}</p>
      {account.where !== null && account.where !== '' && <p className={styles.soft}>{account.where}</p>}
      <p>{account.next}</p>
      {!(why instanceof ApiFailure) && (
        <details className={styles.soft}>
          <summary>{t('failed.details')}</summary>
          <p lang="en">{why.message}</p>
        </details>
      )}
      {file.id !== null && kind === null && <FormatChoices file={file} format={null} encoding={null} />}
    </Banner>
  );
}
