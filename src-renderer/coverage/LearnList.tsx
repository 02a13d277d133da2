import { useCallback, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type * as Plot from '@observablehq/plot';
import { knownShare } from '#core/glossary/coverage.ts';
import { termLevels, type TermLevel } from '#core/records/term.ts';
import type { EditionCoverage, WordToLearn } from '#main/api/coverage-shapes.ts';
import { levelKeyName, levelKeys } from '#renderer/glossary/level-keys.ts';
import { levelNames } from '#renderer/glossary/manage/levels.ts';
import { useFormat } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ButtonRows, type RowKey } from '#renderer/ui/ButtonRows.tsx';
import { Menu, MenuItem, MenuTrigger } from '#renderer/ui/Menu.tsx';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { Plotted } from '#renderer/ui/Plotted.tsx';
import styles from './Coverage.module.css';
import { keyOf, learnWord } from './words.ts';

/** The height of a row, in CSS pixels. */
const rowHeight = 38;

/**
 * The words to learn, those first that raise coverage most. Enter shows where a word stands first, 1 to 5, K and I give it a level.
 */
export function LearnList({
  coverage,
  language,
  onGo,
}: {
  coverage: EditionCoverage;
  language: string;
  onGo: (word: WordToLearn) => void;
}) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormat();
  const words = coverage.learnFirst;
  const script = useScripts()(coverage.edition);
  /** Levels that were just given: they show at once, until the words are counted anew. */
  const [given, setGiven] = useState<{ of: EditionCoverage; levels: ReadonlyMap<string, TermLevel> } | null>(null);
  const givenNow = given?.of === coverage ? given.levels : null;
  const learn = (word: WordToLearn, level: TermLevel): void => {
    learnWord(word, language, level);
    setGiven((before) => ({
      of: coverage,
      levels: new Map(before?.of === coverage ? before.levels : []).set(keyOf(word), level),
    }));
  };
  const onKey = (word: WordToLearn, event: KeyboardEvent, { index, isPlain, focus }: RowKey): boolean => {
    const level = isPlain
      ? termLevels.find((one) => levelKeys[one].some(({ code }) => code === event.code))
      : undefined;
    if (level === undefined) return false;
    learn(word, level);
    // What is known or ignored leaves the list; the next word is what a quick hand means next.
    if ((level === 'known' || level === 'ignored') && index + 1 < words.length) focus(index + 1);
    return true;
  };
  const last = words.at(-1);
  return (
    <div className={styles.learn}>
      {words.length > 1 && <Curve coverage={coverage} />}
      {last !== undefined && (
        <p className={styles.soft}>
          {t('learn.reached', { count: words.length, formatted: number(words.length), share: percent(last.reached) })}
        </p>
      )}
      <ButtonRows
        rows={words}
        keyOf={keyOf}
        label={t('tab.learn')}
        height={rowHeight}
        shortcuts="1 2 3 4 5 K I"
        onPress={onGo}
        onKey={onKey}
        scrollerClass={styles.scroller}
        itemClass={styles.item}
        buttonClass={styles.word}
        renderContent={(word) => (
          <>
            <b lang={script.tag} dir={script.dir}>
              {script.text(word.headword)}
            </b>
            <span className={styles.times} title={t('learn.times', { count: word.count })}>
              {t('learn.count', { count: word.count, formatted: number(word.count) })}
            </span>
            <span className={styles.reached} title={t('learn.reachedTitle')}>
              {percent(word.reached)}
            </span>
          </>
        )}
        renderTool={(word, inTabOrder) => (
          <LevelMenu
            headword={script.text(word.headword)}
            level={givenNow?.get(keyOf(word)) ?? (word.knowledge === 'unknown' ? null : word.knowledge)}
            inTabOrder={inTabOrder}
            onLevel={(chosen) => {
              learn(word, chosen);
            }}
          />
        )}
      />
      {coverage.toLearn > words.length && (
        <p className={styles.soft}>
          {t('learn.more', {
            count: coverage.toLearn - words.length,
            formatted: number(coverage.toLearn - words.length),
          })}
        </p>
      )}
    </div>
  );
}

function LevelMenu({
  headword,
  level,
  inTabOrder,
  onLevel,
}: {
  headword: string;
  level: TermLevel | null;
  inTabOrder: boolean;
  onLevel: (level: TermLevel) => void;
}) {
  const { t } = useTranslation('coverage');
  const names = levelNames(t);
  const shown = level === null ? t('learn.noLevel') : names[level];
  return (
    <MenuTrigger>
      <Button
        className={styles.level ?? ''}
        data-level={level ?? 'unknown'}
        excludeFromTabOrder={!inTabOrder}
        aria-label={t('learn.level', { headword, level: shown })}
      >
        {level === null ? '+' : shown}
      </Button>
      <Menu
        placement="bottom end"
        aria-label={t('learn.level', { headword, level: shown })}
        onAction={(id) => {
          const chosen = termLevels.find((one) => one === id);
          if (chosen !== undefined) onLevel(chosen);
        }}
      >
        {termLevels.map((one) => (
          <MenuItem key={one} id={one} keys={levelKeyName(one)}>
            {names[one]}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

/** How coverage rises with each word that is learned. The list below says the same in numbers. */
function Curve({ coverage }: { coverage: EditionCoverage }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormat();
  const options = useCallback(
    ({ areaY, axisX, axisY, gridY, lineY }: typeof Plot): Plot.PlotOptions => {
      const now = knownShare(coverage.words) ?? 0;
      const points = [
        { words: 0, share: now },
        ...coverage.learnFirst.map(({ reached }, at) => ({ words: at + 1, share: reached })),
      ];
      const curve = { x: 'words', y: 'share', curve: 'linear' } as const;
      return {
        marginLeft: 46,
        marginRight: 18,
        marginTop: 8,
        marginBottom: 34,
        x: { domain: [0, points.length - 1], label: null },
        y: { domain: [0, 1], label: null },
        marks: [
          gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
          areaY(points, { ...curve, y1: now, y2: 'share', fill: 'var(--level-3)' }),
          areaY([points[0], points.at(-1)], { x: 'words', y: now, fill: 'var(--coverage-known)' }),
          lineY(points, { ...curve, stroke: 'var(--level-edge)', strokeWidth: 1.5 }),
          axisX({
            ticks: Math.min(5, points.length - 1),
            tickSize: 0,
            tickFormat: (words: number) => number(words),
            label: t('learn.axis'),
            labelAnchor: 'right',
            labelArrow: 'none',
          }),
          axisY({ ticks: 4, tickSize: 0, label: null, tickFormat: (share: number) => percent(share) }),
        ],
      };
    },
    [coverage, number, percent, t],
  );
  return <Plotted options={options} height={130} />;
}
