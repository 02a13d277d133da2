import { useCallback, useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '#core/alignment/checks/finding.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { checks } from './checks-state.ts';
import { FindingCard } from './FindingCard.tsx';
import styles from './Panel.module.css';
import { workbench } from './workbench-state.ts';

/** What the checks found: in the current bead, and in all. */
export function ChecksPanel({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const { number, percent } = useFormat();
  const [part, setPart] = useState<'bead' | 'all'>('bead');
  const { findings, byBead, share, failure, waived, isKnown } = useStore(checks);
  const bead = useStore(workbench, (state) => state.bead);
  const here = byBead.get(bead ?? '') ?? none;
  return (
    <section aria-labelledby="checks-heading" className={styles.checks}>
      <div className={styles.head}>
        <h2 id="checks-heading" className={styles.heading}>
          {t(part === 'bead' ? 'checks.bead' : 'checks.all')}
        </h2>
        <SegmentedControl
          label={t('checks.part')}
          value={part}
          segments={[
            { id: 'bead', label: `${t('checks.here')} ${number(here.length)}` },
            { id: 'all', label: `${t('checks.everywhere')} ${number(findings.length)}` },
          ]}
          onChange={setPart}
        />
      </div>
      {failure !== null && <p className={styles.failed}>{t('checks.failed', { why: failure.message })}</p>}
      {share !== null && !isKnown && (
        <p className={styles.quiet} role="status">
          {t('checks.running', { share: percent(share) })}
        </p>
      )}
      {part === 'bead' ? (
        <ul className={styles.cards} aria-label={t('checks.bead')}>
          {here.map((finding) => (
            <FindingCard key={keyOf(finding)} finding={finding} readOnly={readOnly} />
          ))}
        </ul>
      ) : (
        <AllFindings findings={findings} readOnly={readOnly} />
      )}
      {isKnown && (part === 'bead' ? here : findings).length === 0 && (
        <p className={styles.quiet}>{t(part === 'bead' ? 'checks.none-here' : 'checks.none')}</p>
      )}
      {part === 'all' && waived > 0 && (
        <p className={styles.quiet}>{t('checks.waived', { count: waived, formatted: number(waived) })}</p>
      )}
    </section>
  );
}

const none: readonly Finding[] = [];

function keyOf({ bead, check, finding }: Finding): string {
  return `${bead} ${check} ${finding}`;
}

function AllFindings({ findings, readOnly }: { findings: readonly Finding[]; readOnly: boolean }) {
  const { t } = useTranslation('alignment');
  const scroller = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => findings.map(keyOf), [findings]);
  const getItemKey = useCallback(
    (at: number) => `${keys[at] ?? ''} ${String(keys.indexOf(keys[at] ?? '') === at ? 0 : at)}`,
    [keys],
  );
  // oxlint-disable-next-line react/incompatible-library -- no React Compiler runs over Egiz
  const virtualizer = useVirtualizer({
    count: findings.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: () => 82,
    overscan: 4,
  });
  return (
    <ul ref={scroller} className={styles.all} aria-label={t('checks.all')}>
      <li aria-hidden style={{ height: virtualizer.getTotalSize() }} />
      {virtualizer.getVirtualItems().map((row) => {
        const finding = findings[row.index];
        if (finding === undefined) return null;
        return (
          <li
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            className={styles.placed}
            style={{ transform: `translateY(${String(row.start)}px)` }}
          >
            <ul>
              <FindingCard finding={finding} readOnly={readOnly} />
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
