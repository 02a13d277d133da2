import type { TFunction } from 'i18next';
import { countedIn, learningIn, newIn, type Tally } from '#core/glossary/coverage.ts';

/** What the figures and the plot tell apart, in the order in which they are stacked. */
export const series = ['known', 'learning', 'new'] as const;
export type Series = (typeof series)[number];

export function seriesNames(t: TFunction): Record<Series, string> {
  return {
    known: t('coverage:series.known'),
    learning: t('coverage:series.learning'),
    new: t('coverage:series.new'),
  };
}

/** How many words of each. */
export function seriesOf(tally: Tally): Record<Series, number> {
  return { known: tally.known, learning: learningIn(tally), new: newIn(tally) };
}

/** The share of each, from 0 to 1, of what counts; all 0 where nothing does. */
export function sharesOf(tally: Tally): Record<Series, number> {
  const all = Math.max(1, countedIn(tally));
  const counts = seriesOf(tally);
  return { known: counts.known / all, learning: counts.learning / all, new: counts.new / all };
}
