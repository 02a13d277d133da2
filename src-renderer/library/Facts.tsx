import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { library, loadSummary } from '#renderer/app/library-store.ts';
import { shareRead } from '#renderer/app/reading.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { autonym } from '#renderer/i18n/language.ts';
import type { WorkEntry, WorkSummary } from '#main/api/shapes.ts';
import styles from './WorkRow.module.css';

/** How long a work is, how much of it is aligned and annotated, when it was read. Reads the work once it is in sight. */
export function Facts({ entry }: { entry: WorkEntry }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const failed = useSummary(entry.work.id, list);
  const summary = useStore(library, ({ summaries }) => summaries.get(entry.work.id) ?? null);
  const { editions, reading, work } = entry;
  const share = reading === null ? null : shareRead(reading);
  return (
    <ul ref={list} className={styles.facts}>
      <li>
        {editions.map(({ id, language }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <span lang={language}>{autonym(language)}</span>
          </span>
        ))}
      </li>
      {summary !== null && <SummaryFacts summary={summary} original={work.original} />}
      {summary === null && failed && <li>{t('facts.unreadable')}</li>}
      <li>
        {reading === null
          ? t('facts.unread')
          : share === null
            ? t('facts.read', { at: format.when(reading.at) })
            : t('facts.read-to', { at: format.when(reading.at), share: format.percent(share) })}
      </li>
    </ul>
  );
}

function SummaryFacts({ summary, original }: { summary: WorkSummary; original: string }) {
  const { t } = useTranslation('library');
  const format = useFormat();
  const paragraphs = summary.paragraphs[original] ?? 0;
  const words = summary.words[original] ?? 0;
  const { beads, linked, confirmed } = total(summary);
  return (
    <>
      <li>
        {t('facts.size', {
          paragraphs: t('facts.paragraphs', { count: paragraphs, shown: format.number(paragraphs) }),
          words: t('facts.words', { count: words, shown: format.number(words) }),
        })}
      </li>
      {beads > 0 && (
        <li>
          {t('facts.aligned', { share: format.percent(linked / beads), confirmed: format.percent(confirmed / beads) })}
        </li>
      )}
      {summary.annotations > 0 && (
        <li>{t('facts.annotations', { count: summary.annotations, shown: format.number(summary.annotations) })}</li>
      )}
    </>
  );
}

/** All alignments of a work together. */
function total({ alignments }: WorkSummary): { beads: number; linked: number; confirmed: number } {
  return Object.values(alignments).reduce(
    (sum, one) => ({
      beads: sum.beads + one.beads,
      linked: sum.linked + one.linked,
      confirmed: sum.confirmed + one.confirmed,
    }),
    { beads: 0, linked: 0, confirmed: 0 },
  );
}

/** Loads the summary of a work when `element` comes into view. Gives whether that failed. */
function useSummary(work: string, element: React.RefObject<HTMLElement | null>): boolean {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (element.current === null) return;
    let gone = false;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      loadSummary(work).catch(() => {
        if (!gone) setFailed(true);
      });
    });
    observer.observe(element.current);
    return () => {
      gone = true;
      observer.disconnect();
    };
  }, [work, element]);
  return failed;
}
