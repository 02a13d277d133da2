import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ApiFailure } from '#renderer/app/client.ts';
import { tellFailure } from '#renderer/app/failures.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { takeOut } from './bringing.ts';
import { FormatChoices } from './FormatChoices.tsx';
import { importing, isOnTheWay, type BroughtFile, type FileFailure } from './import-state.ts';
import styles from './Import.module.css';
import { NeededFiles } from './NeededFiles.tsx';
import { usePlace } from './use-findings.ts';

/** So many files on their way have a line of their own; they come one after the other. */
const mostLines = 3;

/** Files that are on their way, and those that could not be read. */
export function FileStates() {
  const files = useStore(importing, (state) => state.files);
  // What is a text only beside its alignment need not be one by itself.
  const linked = new Set(files.flatMap(({ aligned, state }) => (state.kind === 'read' ? (aligned?.chosen ?? []) : [])));
  const shown = files.filter((file) => file.aligned !== null || file.state.kind !== 'failed' || !linked.has(file.key));
  const later = shown.filter(isOnTheWay).slice(mostLines);
  return (
    <>
      {shown.map((file) => (later.includes(file) ? null : <FileState key={file.key} file={file} />))}
      <Later files={later} />
      <FailedTogether files={shown.flatMap(({ key, state }) => (state.kind === 'failed' ? [key] : []))} />
    </>
  );
}

/** Files whose turn has not come, in one line, so that what is below stays in its place. */
function Later({ files }: { files: readonly BroughtFile[] }) {
  const { t } = useTranslation('import');
  if (files.length === 0) return null;
  return (
    <div className={styles.onTheWay}>
      <span className={styles.soft}>{t('state.later', { count: files.length })}</span>
      <Button
        size="small"
        onPress={() => {
          for (const { key } of files) takeOut(key);
        }}
      >
        {t('state.cancel-later')}
      </Button>
    </div>
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
function Failed({ file, why }: { file: BroughtFile; why: FileFailure | ApiFailure }) {
  const { t } = useTranslation('import');
  const { t: say } = useTranslation('app');
  const place = usePlace();
  const { what, next, where } = why instanceof ApiFailure ? refusal(why, say, t) : accountOf(file.name, why, t, place);
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
      <p>
        {what} {next}
      </p>
      {where !== null && where !== '' && <p className={styles.soft}>{where}</p>}
      {!(why instanceof ApiFailure) && (
        <details className={styles.soft}>
          <summary>{t('failed.details')}</summary>
          <p lang="en">{why.message}</p>
        </details>
      )}
      {file.id !== null && isOpen(why) && <FormatChoices file={file} format={null} encoding={null} />}
    </Banner>
  );
}

/** What is wrong with a file, what to do, and where it is. */
interface Account {
  readonly what: string;
  readonly next: string;
  readonly where: string | null;
}

function accountOf(
  name: string,
  { code, kind, place }: FileFailure,
  t: TFunction<'import'>,
  placed: ReturnType<typeof usePlace>,
): Account {
  const where = placed(place);
  if (kind !== undefined) return { what: t(`failed.kind.${kind}.what`), next: t(`failed.kind.${kind}.next`), where };
  const isBlank = code === 'empty' && !/\.pdf$/iu.test(name);
  return { what: t(`failed.${code}.what`), next: isBlank ? t('failed.blank') : t(`failed.${code}.next`), where };
}

/** Why the library did not take a file. */
function refusal(why: ApiFailure, say: TFunction<'app'>, t: TFunction<'import'>): Account {
  if (why.code !== 'too-large') return tellFailure(why, say);
  return { what: t('failed.too-large.what'), next: t('failed.too-large.next'), where: null };
}

/** Whether it may help to read a file as another format than the one that was found out. */
function isOpen(why: FileFailure | ApiFailure): boolean {
  if (why instanceof ApiFailure || why.kind !== undefined) return false;
  return why.code === 'not-this' || why.code === 'damaged' || why.code === 'internal';
}

/** Takes out at once all that could not be read. */
function FailedTogether({ files }: { files: readonly string[] }) {
  const { t } = useTranslation('import');
  if (files.length < 2) return null;
  return (
    <div className={styles.together}>
      <Button
        variant="outline"
        size="small"
        onPress={() => {
          files.forEach(takeOut);
        }}
      >
        {t('failed.take-out-all', { count: files.length })}
      </Button>
    </div>
  );
}
