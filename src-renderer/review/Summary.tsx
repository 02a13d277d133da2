import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Queue } from '#core/review/queue.ts';
import { ratings } from '#core/review/schedule.ts';
import { library } from '#renderer/app/library-store.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { intervalName } from './interval.ts';
import { markKnown } from './keep.ts';
import { closeSession, heldCard, type Given } from './session.ts';
import styles from './Summary.module.css';

/** What was done in a session, once nothing is left to ask for now. */
export function Summary({ queue, given, now }: { queue: Queue; given: readonly Given[]; now: number }) {
  const { t } = useTranslation('review');
  const { number, percent } = useFormat();
  const [later] = queue.later;
  const reviewed = given.filter(({ stage }) => stage === 'review');
  const names = { 1: t('rating.1'), 2: t('rating.2'), 3: t('rating.3'), 4: t('rating.4') };
  return (
    <section className={styles.summary} aria-labelledby="review-summary">
      <h2 id="review-summary">{later === undefined ? t('summary.done') : t('summary.pause')}</h2>
      {later !== undefined && (
        <p>{t('summary.later', { count: queue.later.length, in: intervalName(later.at - now, t, number) })}</p>
      )}
      {given.length > 0 && (
        <dl className={styles.counts}>
          <div>
            <dt>{t('summary.answers')}</dt>
            <dd>{number(given.length)}</dd>
          </div>
          {reviewed.length > 0 && (
            <div>
              <dt>{t('summary.remembered')}</dt>
              <dd>{percent(reviewed.filter(({ rating }) => rating > 1).length / reviewed.length)}</dd>
            </div>
          )}
          {ratings.map((rating) => (
            <div key={rating}>
              <dt>{names[rating]}</dt>
              <dd>{number(given.filter((one) => one.rating === rating).length)}</dd>
            </div>
          ))}
        </dl>
      )}
      <Matured given={given} />
      <Button variant="primary" className={styles.close ?? ''} autoFocus onPress={closeSession}>
        {t('summary.close')}
      </Button>
    </section>
  );
}

/** Words whose cards reached a long interval: levels are the reader's own, so they are only offered to be marked as known. */
function Matured({ given }: { given: readonly Given[] }) {
  const { t } = useTranslation('review');
  const terms = useStore(library, (state) => state.terms);
  const ids = new Set(
    given.flatMap(({ card, matured }) => {
      const subject = matured ? heldCard(card)?.subject : undefined;
      return subject?.type === 'term' ? [subject.term] : [];
    }),
  );
  const offered = [...ids]
    .flatMap((id) => terms.get(id) ?? [])
    .filter(({ level }) => level !== 'known' && level !== 'ignored');
  if (offered.length === 0) return null;
  return (
    <div className={styles.matured}>
      <p>{t('summary.matured')}</p>
      <ul>
        {offered.map((term) => (
          <li key={term.id}>
            <span lang={term.language}>{term.headword}</span>
            <Button
              size="small"
              variant="outline"
              onPress={() => {
                markKnown(term);
              }}
            >
              {t('summary.known')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
