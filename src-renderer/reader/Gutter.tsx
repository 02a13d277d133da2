import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Link } from '#core/alignment/link.ts';
import { GutterEchoes } from '#renderer/annotations/GutterEchoes.tsx';
import { useFormat } from '#renderer/i18n/format.ts';
import { kindOf } from './link-kind.ts';
import type { Plan } from './plan.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { readerParts, unfold } from './reader-store.ts';

/**
 * Between the columns: a mark for each link, and under it the bars of annotations that have no words on the other side.
 * `first` is the place of the first link in the arrangement.
 */
export const Gutter = memo(function Gutter({
  links,
  first,
  rows,
}: {
  links: readonly Link[];
  first: number;
  rows: Plan;
}) {
  const { arrangement } = useReader();
  return links.map((link, index) => {
    const { row, span } = rows.links[index] ?? { row: 0, span: 0 };
    if (span === 0) return null;
    return (
      <div
        key={link.id}
        className={styles.link}
        data-link={first + index}
        style={{ gridRow: `${String(row)} / span ${String(span)}` }}
      >
        <LinkMark link={link} />
        <div className={styles.echoes}>
          <GutterEchoes link={link} arrangement={arrangement.full ?? arrangement} />
        </div>
      </div>
    );
  });
});

function LinkMark({ link }: { link: Link }) {
  const { t } = useTranslation('reader');
  const { percent } = useFormat();
  const { mode } = useReader();
  const kind = kindOf(link);
  const folds = mode === 'demand' && link.target.length > 0;
  const shown = useStore(readerParts, ({ unfolded }) => unfolded.has(link.id));
  const says = t(`link.${kind}`, { confidence: percent(link.confidence) });
  const label = folds ? `${t(shown ? 'translation.hide' : 'translation.show')}. ${says}` : says;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.mark}
      data-kind={kind}
      aria-label={label}
      title={label}
      {...(folds ? { 'aria-expanded': shown } : { 'aria-haspopup': 'menu' as const })}
      onClick={({ currentTarget }) => {
        if (folds) unfold(link.id, !shown);
        else openMenu(link, currentTarget);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(link, event.currentTarget);
      }}
    />
  );
}

function openMenu({ source, target }: Link, mark: Element): void {
  const paragraph = target[0] ?? source[0];
  if (paragraph === undefined) return;
  const { left, bottom } = mark.getBoundingClientRect();
  readerParts.setState({ menu: { paragraph, x: left, y: bottom, whole: true } });
}
