import { useTranslation } from 'react-i18next';
import { tellFailure } from '#renderer/app/failures.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Banner } from '#renderer/ui/Banner.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './DictionariesDialog.module.css';
import { ImportForm } from './ImportForm.tsx';
import { leave, type ImportStage, type Trouble } from './importing.ts';
import { ReportView } from './ReportView.tsx';

/** Where an import stands, and what can be done about it. */
export function ImportStageView({ stage }: { stage: Exclude<ImportStage, { kind: 'idle' }> }) {
  const { t } = useTranslation('dictionaries');
  const format = useFormat();
  switch (stage.kind) {
    case 'sending':
      return <Progress text={t('stage.sending', { names: stage.names })} share={stage.share} detail={null} />;
    case 'settings':
      return <ImportForm key={stage.job} names={stage.names} preview={stage.preview} />;
    case 'reading': {
      const { entries, skipped } = stage;
      const counted = t('count.entries', { count: entries, formatted: format.number(entries) });
      const left = t('count.skipped', { count: skipped, formatted: format.number(skipped) });
      return (
        <Progress
          text={t('stage.reading', { name: stage.name })}
          share={stage.share}
          detail={skipped === 0 ? counted : `${counted} · ${left}`}
        />
      );
    }
    case 'done':
      return (
        <Banner kind="done" title={t('stage.done', { name: stage.dictionary.name })} actions={<Dismiss />}>
          <ReportView report={stage.dictionary.report} format={stage.dictionary.format} />
        </Banner>
      );
    case 'failed':
      return <Failed names={stage.names} why={stage.why} />;
  }
}

function Progress({ text, share, detail }: { text: string; share: number; detail: string | null }) {
  const { t } = useTranslation('dictionaries');
  const format = useFormat();
  return (
    <div className={styles.stage}>
      <p className={styles.strong}>{text}</p>
      <progress className={styles.progress} aria-label={text} value={share} max={1} />
      <div className={styles.line}>
        <span className={styles.soft}>
          {format.percent(share)}
          {detail !== null && ` · ${detail}`}
        </span>
        <Button variant="outline" size="small" onPress={() => void leave()}>
          {t('stage.cancel')}
        </Button>
      </div>
    </div>
  );
}

function Failed({ names, why }: { names: string; why: Trouble }) {
  const { t } = useTranslation(['dictionaries', 'app']);
  if ('failure' in why) {
    const { what, where, next } = tellFailure(why.failure, t);
    return (
      <Banner kind="failed" title={t('stage.failed', { names })} actions={<Dismiss />}>
        <p>{what}</p>
        {where !== null && <p>{where}</p>}
        <p>{next}</p>
      </Banner>
    );
  }
  return (
    <Banner kind="failed" title={t('stage.failed', { names })} actions={<Dismiss />}>
      <p>{t(`trouble.${why.code}`, { detail: why.message })}</p>
      {why.code !== 'missing-file' && <p className={styles.soft}>{why.message}</p>}
    </Banner>
  );
}

function Dismiss() {
  const { t } = useTranslation('dictionaries');
  return (
    <Button size="small" onPress={() => void leave()}>
      {t('stage.dismiss')}
    </Button>
  );
}
