import { useMemo, useState } from 'react';
import { GraduationCap } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { standing } from '#core/review/statistics.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { openAddCards } from './adding.ts';
import { openAnkiExport, openAnkiImport } from './anki/anki-state.ts';
import { CardList } from './CardList.tsx';
import { ForecastChart, HistoryChart } from './charts/Charts.tsx';
import { canReview } from './keep.ts';
import { openSession } from './session.ts';
import styles from './StartPage.module.css';
import { StudyForm } from './StudyForm.tsx';
import { useReviews } from './use-review.ts';

type Opened = 'cards' | 'study';

/** What is due today, what comes, and what was done. */
export function StartPage() {
  const { t } = useTranslation(['review', 'anki']);
  const { number } = useFormat();
  const [open, setOpen] = useState<Opened | null>(null);
  const { cards, log, queue, study, now } = useReviews();
  const stands = useMemo(() => standing(cards.values(), log), [cards, log]);
  const steps = queue.steps.length + queue.later.length;
  const waiting = queue.due.length + queue.fresh.length + queue.steps.length;
  const close = (): void => {
    setOpen(null);
  };
  const add = (
    <Button
      variant={cards.size === 0 ? 'primary' : 'outline'}
      isDisabled={!canReview()}
      onPress={() => {
        openAddCards();
      }}
    >
      {t('start.add')}
    </Button>
  );
  const bring = (
    <Button isDisabled={!canReview()} onPress={openAnkiImport}>
      {t('anki:command.import')}
    </Button>
  );
  return (
    <div className={styles.page}>
      {cards.size === 0 ? (
        <EmptyState
          icon={<GraduationCap size={24} aria-hidden />}
          title={t('empty.title')}
          actions={
            <>
              {add}
              {bring}
            </>
          }
        >
          <p>{t('empty.text')}</p>
        </EmptyState>
      ) : (
        <>
          <section className={styles.today} aria-labelledby="review-today">
            <h2 id="review-today">{t('start.today')}</h2>
            <dl className={styles.counts}>
              <Count label={t('start.due')} value={number(queue.due.length)} />
              <Count label={t('start.new')} value={number(queue.fresh.length)} />
              <Count label={t('start.steps')} value={number(steps)} />
            </dl>
            <Button
              variant="primary"
              className={styles.go ?? ''}
              isDisabled={!canReview() || waiting + steps === 0}
              autoFocus
              onPress={openSession}
            >
              {t('start.go')}
            </Button>
            <p className={styles.remark}>
              {waiting + steps === 0 ? t('start.done') : null}
              {queue.overLimit > 0 && t('start.over', { count: queue.overLimit, formatted: number(queue.overLimit) })}
            </p>
          </section>
          <div className={styles.tools}>
            {add}
            <Button
              variant="outline"
              onPress={() => {
                setOpen('cards');
              }}
            >
              {t('start.cards')}
            </Button>
            <Button
              variant="outline"
              onPress={() => {
                setOpen('study');
              }}
            >
              {t('start.settings')}
            </Button>
            <Button onPress={openAnkiExport}>{t('anki:command.export')}</Button>
            {bring}
          </div>
          <p className={styles.standing}>
            {t('start.standing', {
              all: number(cards.size),
              fresh: number(stands.fresh),
              learning: number(stands.learning),
              mature: number(stands.mature),
            })}
            {stands.suspended > 0 && ` ${t('start.suspended', { count: stands.suspended })}`}
            {stands.leeches.length > 0 && ` ${t('start.leeches', { count: stands.leeches.length })}`}
          </p>
          {stands.learning + stands.mature > 0 && (
            <div className={styles.charts}>
              <ForecastChart cards={cards} log={log} dayStart={study.dayStart} now={now} />
              <HistoryChart log={log} dayStart={study.dayStart} now={now} />
            </div>
          )}
        </>
      )}
      {open === 'cards' && <CardList onClose={close} />}
      {open === 'study' && <StudyForm onClose={close} />}
    </div>
  );
}

function Count({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
