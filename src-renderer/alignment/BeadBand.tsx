import { memo, useMemo, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SideName } from '#core/alignment/edits/state.ts';
import type { Bead } from '#core/records/bead.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { classes } from '#renderer/ui/classes.ts';
import { ActionBar } from './ActionBar.tsx';
import { putInto } from './bead-actions.ts';
import { beadKind } from './bead-kind.ts';
import styles from './Bead.module.css';
import { BeadUnit, unitType } from './BeadUnit.tsx';
import { checks } from './checks-state.ts';
import { MissingSide } from './MissingSide.tsx';
import { Ring } from './Ring.tsx';
import type { Underline } from './UnitText.tsx';
import { workbench } from './workbench-state.ts';

/** A bead as a band across both columns: its texts, how sure it is, and for the current one what can be done with it. */
export const BeadBand = memo(function BeadBand({
  bead,
  number,
  count,
  isCurrent,
  tags,
  readOnly,
}: {
  bead: Bead;
  /** Its place among all beads, from 1, and how many there are. */
  number: number;
  count: number;
  isCurrent: boolean;
  /** BCP 47 tags of source and target. */
  tags: readonly [string, string];
  readOnly: boolean;
}) {
  const { t } = useTranslation('alignment');
  const format = useFormat();
  const [isGoal, setGoal] = useState(false);
  const kind = beadKind(bead);
  const underlines = useUnderlines(bead.id);
  const choose = (): void => {
    if (workbench.getState().bead === bead.id) return;
    workbench.setState({
      bead: bead.id,
      anchor: bead.source[0] ?? bead.target[0] ?? null,
      unit: null,
      edited: null,
      writing: null,
    });
  };
  const sizes = `${format.number(bead.source.length)}–${format.number(bead.target.length)}`;
  const label = t('bead.label', {
    number: format.number(number),
    all: format.number(count),
    sizes,
    state: t(`kind.${kind}`, { confidence: format.percent(bead.confidence) }),
  });
  const onDragOver = (event: DragEvent): void => {
    if (readOnly || !event.dataTransfer.types.includes(unitType)) return;
    event.preventDefault();
    setGoal(true);
  };
  const side = (name: SideName): React.ReactNode => {
    const at = name === 'source' ? 0 : 1;
    if (bead[name].length === 0) {
      return <MissingSide bead={bead} side={name} tag={tags[at]} onChoose={choose} disabled={readOnly} />;
    }
    return (
      <div className={styles.side} data-side={name}>
        {bead[name].map((id) => (
          <BeadUnit
            key={id}
            id={id}
            tag={tags[at]}
            isCurrent={isCurrent}
            underlines={underlines.get(id) ?? none}
            onChoose={choose}
          />
        ))}
      </div>
    );
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- By keys a bead is chosen with the arrows.
    <div
      role="group"
      aria-label={label}
      aria-current={isCurrent}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- The current bead has the focus, for the keys that are about it.
      tabIndex={isCurrent ? 0 : -1}
      className={classes(styles.bead, isCurrent && styles.now, isGoal && styles.goal)}
      data-bead={bead.id}
      data-kind={kind}
      onClick={choose}
      onDragOver={onDragOver}
      onDragLeave={() => {
        setGoal(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setGoal(false);
        const paragraph = event.dataTransfer.getData(unitType);
        if (paragraph !== '') putInto(paragraph, bead.id);
      }}
    >
      {side('source')}
      <div className={styles.middle}>
        <Ring kind={kind} confidence={bead.confidence} />
        <span>{sizes}</span>
      </div>
      {side('target')}
      {isCurrent && <ActionBar bead={bead} readOnly={readOnly} />}
    </div>
  );
});

const none: readonly Underline[] = [];

/** What is underlined in a bead's texts, by paragraph. */
function useUnderlines(bead: string): ReadonlyMap<string, readonly Underline[]> {
  const findings = useStore(checks, ({ byBead }) => byBead.get(bead));
  const shown = useStore(workbench, (state) => (state.shown?.bead === bead ? state.shown.finding : null));
  return useMemo(() => {
    const lines = (findings ?? []).flatMap(({ check, severity, ranges, finding }) =>
      ranges.map(({ paragraph, start, end }) => ({
        paragraph,
        line: { start, end, kind: check === 'terms' ? ('term' as const) : severity, flashes: finding === shown },
      })),
    );
    const byParagraph = Map.groupBy(lines, ({ paragraph }) => paragraph);
    return new Map([...byParagraph].map(([id, list]) => [id, list.map(({ line }) => line)]));
  }, [findings, shown]);
}
