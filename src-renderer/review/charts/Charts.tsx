import { useCallback, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Card } from '#core/records/review.ts';
import { laterDay, startOfDay } from '#core/review/day.ts';
import type { ReviewLog } from '#core/review/log.ts';
import { ratings } from '#core/review/schedule.ts';
import { forecast, history } from '#core/review/statistics.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Bars, type Bar } from './Bars.tsx';
import styles from './Charts.module.css';

interface Props {
  log: ReviewLog;
  dayStart: number;
  now: number;
}

/** So many days are shown of what comes and of what was done. */
const length = 30;
const one = ['var(--accent)'];
const byRating = ['var(--gap)', 'var(--hue-orange-edge)', 'var(--accent)', 'var(--hue-blue-edge)'];

/** What falls due in the next days. */
export function ForecastChart({ cards, log, dayStart, now }: Props & { cards: ReadonlyMap<string, Card> }) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const today = startOfDay(now, dayStart);
  const ahead = useMemo(() => forecast(cards.values(), log, dayStart, today, length), [cards, log, dayStart, today]);
  const name = useDayName(today);
  const bars = useMemo(
    () => ahead.days.map((count, at): Bar => ({ day: name(at), series: t('forecast.due'), count })),
    [ahead, name, t],
  );
  const sum = ahead.days.reduce((a, b) => a + b, 0);
  return (
    <Figure
      title={t('forecast.title')}
      remark={
        ahead.backlog > 0
          ? t('forecast.backlog', { count: ahead.backlog, formatted: number(ahead.backlog) })
          : t('forecast.sum', { count: sum, formatted: number(sum) })
      }
    >
      <Bars label={t('forecast.title')} bars={bars} colours={one} named={name(0)} dayLabel={t('chart.day')} />
    </Figure>
  );
}

/** What was answered in the last days. */
export function HistoryChart({ log, dayStart, now }: Props) {
  const { t } = useTranslation('review');
  const { number, percent } = useFormat();
  const today = startOfDay(now, dayStart);
  const past = useMemo(() => history(log, dayStart, today, length), [log, dayStart, today]);
  const name = useDayName(today);
  const bars = useMemo(() => {
    const names = { 1: t('rating.1'), 2: t('rating.2'), 3: t('rating.3'), 4: t('rating.4') };
    return past.days.flatMap((day, at) =>
      ratings.map((rating): Bar => ({ day: name(at - length + 1), series: names[rating], count: day[rating] })),
    );
  }, [past, name, t]);
  return (
    <Figure
      title={t('history.title')}
      remark={[
        past.streak === 0 ? null : t('history.streak', { count: past.streak, formatted: number(past.streak) }),
        past.retention === null ? null : t('history.retention', { share: percent(past.retention) }),
      ]
        .filter((part) => part !== null)
        .join(' · ')}
    >
      <Bars label={t('history.title')} bars={bars} colours={byRating} named={name(0)} dayLabel={t('chart.day')} />
    </Figure>
  );
}

/** How the day is called that begins so many days after today. */
function useDayName(today: number): (days: number) => string {
  const { day } = useFormat();
  return useCallback((days) => day(new Date(laterDay(today, days))), [day, today]);
}

function Figure({ title, remark, children }: { title: string; remark: string; children: ReactNode }) {
  return (
    <section className={styles.figure} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.remark}>{remark}</p>
      {children}
    </section>
  );
}
