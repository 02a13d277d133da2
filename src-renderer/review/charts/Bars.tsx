import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Plot from '@observablehq/plot';
import { useFormat } from '#renderer/i18n/format.ts';
import { Plotted } from '#renderer/ui/Plotted.tsx';
import styles from './Charts.module.css';

/** How many on a day, of one series. */
export interface Bar {
  day: string;
  series: string;
  count: number;
}

/** Counts by day as bars, each series with a colour; and the same as a table, for those who do not see bars. */
export function Bars({
  label,
  bars,
  colours,
  named,
  dayLabel,
}: {
  label: string;
  /** Of each day all series, in order. */
  bars: readonly Bar[];
  /** By series: CSS colours. */
  colours: readonly string[];
  /** The day under which its name must stand; of the others, one a week has its name. */
  named: string;
  /** What the column of days is called. */
  dayLabel: string;
}) {
  const { t } = useTranslation('review');
  const { number } = useFormat();
  const days = daysOf(bars);
  const series = seriesOf(bars);
  return (
    <>
      <DayBars bars={bars} colours={colours} named={named} />
      {series.length > 1 && (
        <ul className={styles.legend} aria-hidden>
          {series.map((name, at) => (
            <li key={name}>
              <span className={styles.swatch} style={{ background: colours[at] }} />
              {name}
            </li>
          ))}
        </ul>
      )}
      <details className={styles.table}>
        <summary>{t('chart.table')}</summary>
        <table aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{dayLabel}</th>
              {series.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {bars
                  .filter((bar) => bar.day === day)
                  .map((bar) => (
                    <td key={bar.series}>{number(bar.count)}</td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** The height of a plot, in CSS pixels. */
const height = 150;

function DayBars({ bars, colours, named }: { bars: readonly Bar[]; colours: readonly string[]; named: string }) {
  const { number } = useFormat();
  const options = useCallback(
    ({ barY, ruleY }: typeof Plot, width: number): Plot.PlotOptions => {
      const days = daysOf(bars);
      const series = seriesOf(bars);
      const most = Math.max(
        ...days.map((day) => bars.filter((bar) => bar.day === day).reduce((a, b) => a + b.count, 0)),
      );
      return {
        marginLeft: 34,
        marginRight: 26,
        marginBottom: 22,
        x: {
          domain: [...days],
          label: null,
          tickSize: 0,
          ticks: days.filter((_, at) => (at - days.indexOf(named)) % (width < 500 ? 14 : 7) === 0),
          padding: 0.2,
        },
        y: {
          label: null,
          ticks: Math.min(4, most),
          tickFormat: (value: number) => number(value),
          tickSize: 0,
          domain: [0, Math.max(most, 1)],
        },
        color: { domain: [...series], range: [...colours] },
        marks: [
          barY([...bars], { x: 'day', y: 'count', fill: 'series', order: [...series], rx: 1 }),
          ruleY([0], { stroke: 'var(--rule)' }),
        ],
      };
    },
    [bars, colours, named, number],
  );
  return <Plotted options={options} height={height} />;
}

function daysOf(bars: readonly Bar[]): string[] {
  return [...new Set(bars.map(({ day }) => day))];
}

function seriesOf(bars: readonly Bar[]): string[] {
  return [...new Set(bars.map(({ series }) => series))];
}
