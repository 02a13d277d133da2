import { useSyncExternalStore, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '#core/alignment/link.ts';
import type { Arrangement } from '#renderer/reader/arrangement.ts';
import { idList } from '#renderer/reader/id-list.ts';
import { useScripts } from '#renderer/reader/use-scripts.ts';
import { openCard } from './card/open-card.ts';
import { echoesBeside, onEchoes } from './echoes.ts';
import styles from './GutterEchoes.module.css';
import { hueEdge, hueFill } from './palette/colours.ts';
import { usePalette } from './palette/use-palette.ts';
import { shownQuote } from './shown-quote.ts';

/** Bars beside each other before the rest goes into one. */
const mostBars = 4;
const longestQuote = 60;

/**
 * What the annotations of a row show in the gutter between its sides: a bar each, to light and open them from the side on
 * which they have no words of their own. Fills its parent, which is to be positioned.
 */
export function GutterEchoes({ link, arrangement }: { link: Link; arrangement: Arrangement }) {
  const { t } = useTranslation('annotations');
  const palette = usePalette();
  const echoes = useSyncExternalStore(onEchoes, () => echoesBeside(link, arrangement).gutter);
  const scripts = useScripts();
  if (echoes.length === 0) return null;
  const alone = echoes.length > mostBars ? echoes.slice(0, mostBars - 1) : echoes;
  const rest = echoes.slice(alone.length);
  return (
    <div className={styles.bars}>
      {alone.map(({ annotation }) => {
        const colour = palette.colour(annotation.colour);
        const quote = shortened(shownQuote(annotation, scripts));
        return (
          <button
            key={annotation.id}
            type="button"
            className={styles.bar}
            data-gutter
            data-annotations={idList([annotation.id])}
            aria-label={t('gutter.one', { colour: palette.name(colour), quote })}
            style={{ '--hue': hueFill(colour.hue), '--hue-edge': hueEdge(colour.hue) } as CSSProperties}
            onClick={() => {
              openCard([annotation.id], 'card');
            }}
          />
        );
      })}
      {rest.length > 0 && (
        <button
          type="button"
          className={styles.bar}
          data-gutter
          data-many
          data-annotations={idList(rest.map(({ annotation }) => annotation.id))}
          aria-label={t('gutter.more', { count: rest.length })}
          onClick={() => {
            openCard(
              rest.map(({ annotation }) => annotation.id),
              'card',
            );
          }}
        />
      )}
    </div>
  );
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;
}
