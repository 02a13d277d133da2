import { useCallback, useMemo, type MouseEvent } from 'react';
import type * as Plot from '@observablehq/plot';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Bead } from '#core/records/bead.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Plotted } from '#renderer/ui/Plotted.tsx';
import { beadAt, courseOf, slipsOf, thinned } from './course.ts';
import { goToBead } from './moving.ts';
import styles from './Panel.module.css';
import { workbench } from './workbench-state.ts';

const height = 210;
/** Points of the line: more cannot be seen on so small a plot. */
const points = 400;
const margin = 12;

/** Where the target stands against the source: a straight line where all is well, a step where a passage slipped. */
export function CoursePlot({ beads }: { beads: readonly Bead[] }) {
  const { t } = useTranslation('alignment');
  const { number } = useFormat();
  const outline = useStore(openedWork, ({ current }) => current?.outline);
  const current = useStore(workbench, ({ bead }) => bead);
  const lengths = useMemo(
    () =>
      new Map(Object.values(outline ?? {}).flatMap((list) => list.map(([id, , , length]) => [id, length] as const))),
    [outline],
  );
  const course = useMemo(() => courseOf(beads, (id) => lengths.get(id) ?? 0), [beads, lengths]);
  const slips = useMemo(() => slipsOf(beads, course), [beads, course]);
  const here = course[beadIndex(beads).get(current ?? '') ?? 0];
  const note = t('course.slip');
  const options = useCallback(
    ({ line, dot, text }: typeof Plot, width: number): Plot.PlotOptions => {
      const end = course.at(-1);
      const marks = slips.flatMap(({ bead }) => course[bead + 1] ?? []);
      const [first] = marks;
      const isRight = first !== undefined && first.source > (end?.source ?? 0) * 0.5;
      return {
        margin,
        x: { axis: null, domain: [0, Math.max(1, end?.source ?? 1)] },
        y: { axis: null, domain: [0, Math.max(1, end?.target ?? 1)] },
        marks: [
          line(
            thinned(
              course,
              points,
              slips.map(({ bead }) => bead),
            ),
            {
              x: 'source',
              y: 'target',
              stroke: 'var(--accent)',
              strokeWidth: 2,
              strokeLinejoin: 'round',
            },
          ),
          dot(marks, { x: 'source', y: 'target', r: 6, stroke: 'var(--unsure)', strokeWidth: 2 }),
          ...(first === undefined
            ? []
            : [
                text([first], {
                  x: 'source',
                  y: 'target',
                  text: () => note,
                  fill: 'var(--ink-soft)',
                  textAnchor: isRight ? 'end' : 'start',
                  dx: isRight ? -12 : 12,
                  lineWidth: width / 22,
                }),
              ]),
          ...(here === undefined ? [] : [dot([here], { x: 'source', y: 'target', r: 3.5, fill: 'var(--ink)' })]),
        ],
      };
    },
    [course, slips, here, note],
  );
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - left - margin) / Math.max(1, width - 2 * margin);
    goToBead(beads, beadAt(course, 'source', share * (course.at(-1)?.source ?? 0)));
  };
  return (
    <section aria-labelledby="course-heading">
      <h2 id="course-heading" className={styles.heading}>
        {t('course.title')}
      </h2>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- By keys one goes by the overview and the list below. */}
      <div className={styles.plot} onClick={onClick}>
        <Plotted options={options} height={height} />
      </div>
      {slips.length === 0 ? (
        <p className={styles.quiet}>{t('course.straight')}</p>
      ) : (
        <ul className={styles.slips} aria-label={t('course.slips', { count: slips.length })}>
          {slips.map(({ bead, by }) => (
            <li key={bead}>
              <Button
                size="small"
                onPress={() => {
                  goToBead(beads, bead);
                }}
              >
                {t(by > 0 ? 'course.ahead' : 'course.behind', {
                  number: number(bead + 1),
                  signs: number(Math.abs(Math.round(by))),
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
