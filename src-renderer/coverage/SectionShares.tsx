import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Plot from '@observablehq/plot';
import { knownShare } from '#core/glossary/coverage.ts';
import type { Section } from '#core/records/work.ts';
import type { EditionCoverage } from '#main/api/coverage-shapes.ts';
import { sectionTitle } from '#renderer/app/titles.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { Plotted } from '#renderer/ui/Plotted.tsx';
import styles from './Coverage.module.css';
import { series, seriesNames, seriesOf, sharesOf } from './series.ts';

/** The height of a bar with the room around it, and what the axis takes, in CSS pixels. */
const row = 24;
const axis = 26;
/** Letters of a section's title that stand beside its bar. */
const longest = 26;

const colours = ['var(--coverage-known)', 'var(--level-1)', 'var(--level-new)'];
const edges = ['none', 'var(--level-edge)', 'var(--level-new-edge)'];

/** What is known of each section: stacked bars, and the same as a table from which a section can be gone to. */
export function SectionShares({
  coverage,
  sections,
  language,
  onGo,
}: {
  coverage: EditionCoverage;
  sections: readonly Section[];
  language: string;
  onGo: (section: string) => void;
}) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormat();
  const names = seriesNames(t);
  const script = useScripts()(coverage.edition);
  const titles = useMemo(
    () => new Map(sections.map((section) => [section.id, sectionTitle(section, language)])),
    [sections, language],
  );
  const titleOf = useCallback(
    (id: string, at: number): string => {
      const title = titles.get(id) ?? '';
      return title === '' ? t('section.untitled', { number: at + 1 }) : script.text(title);
    },
    [titles, script, t],
  );
  const options = useCallback(
    ({ axisX, axisY, barX, gridX }: typeof Plot, width: number): Plot.PlotOptions => {
      const bars = coverage.sections.flatMap(({ words }, at) => {
        const shares = sharesOf(words);
        return series.map((one, order) => ({ at: String(at), share: shares[one], edge: edges[order], series: one }));
      });
      const marginLeft = Math.min(190, Math.round(width * 0.36));
      const letters = Math.min(longest, Math.floor(marginLeft / 6.6));
      return {
        marginLeft,
        marginRight: 22,
        marginTop: 2,
        marginBottom: axis - 4,
        x: { domain: [0, 1], label: null },
        y: { domain: coverage.sections.map((_, at) => String(at)), label: null, padding: 0.28 },
        color: { domain: [...series], range: colours },
        marks: [
          gridX({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
          barX(bars, { x: 'share', y: 'at', fill: 'series', stroke: 'edge', strokeWidth: 0.6, order: [...series] }),
          axisX({ ticks: 4, tickSize: 0, tickFormat: (share: number) => percent(share) }),
          axisY({
            tickSize: 0,
            tickFormat: (at: string) =>
              shortened(titleOf(coverage.sections[Number(at)]?.section ?? '', Number(at)), letters),
          }),
        ],
      };
    },
    [coverage, percent, titleOf],
  );
  return (
    <div className={styles.sections}>
      <Plotted options={options} height={coverage.sections.length * row + axis} />
      <table className={styles.table} aria-label={t('tab.sections')}>
        <thead>
          <tr>
            <th scope="col">{t('section.column')}</th>
            <th scope="col">{t('section.known')}</th>
            {series.map((one) => (
              <th key={one} scope="col">
                {names[one]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {coverage.sections.map(({ section, words }, at) => {
            const share = knownShare(words);
            const counts = seriesOf(words);
            return (
              <tr key={section}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.link}
                    {...((titles.get(section) ?? '') === '' ? {} : { lang: script.tag, dir: script.dir })}
                    onClick={() => {
                      onGo(section);
                    }}
                  >
                    {titleOf(section, at)}
                  </button>
                </th>
                <td>{share === null ? t('figure.none') : percent(share)}</td>
                {series.map((one) => (
                  <td key={one}>{number(counts[one])}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function shortened(title: string, letters: number): string {
  return title.length <= letters ? title : `${title.slice(0, letters - 1).trimEnd()}…`;
}
