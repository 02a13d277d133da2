import { openedWork } from '#renderer/app/work-store.ts';
import type { Arrangement } from './arrangement.ts';
import { Heights } from './heights.ts';
import { Mounting } from './mounting.ts';
import type { Mode } from './plan.ts';
import { positionIn, type Position } from './position.ts';
import type { Schemes } from './script.ts';
import { lookOf, metricsOf, type Setting } from './setting.ts';
import type { Shown } from './viewport.ts';

/** What is rendered: an arrangement in a mode, with text of a size. Another one when any of them changes. */
export interface Frame extends Shown {
  /** As it is shown: a narrow view shows side by side as stacked. */
  mode: Mode;
  schemes: Schemes;
  /** Everything that all heights depend on but the width. */
  look: string;
  /** Where the text is read at first; `null`: at its beginning. */
  position: Position | null;
}

/** The ids of all paragraphs of a spread. */
export function paragraphsOf({ links, spreads }: Arrangement, spread: number): string[] {
  const { start, end } = spreads[spread] ?? { start: 0, end: 0 };
  return links.slice(start, end).flatMap(({ source, target }) => [...source, ...target]);
}

/** Are all texts of a spread here? */
export function isReady(arrangement: Arrangement, spread: number): boolean {
  const texts = openedWork.getState().current?.texts;
  const { start, end } = arrangement.spreads[spread] ?? { start: 0, end: 0 };
  for (let at = start; at < end; at += 1) {
    const { source = [], target = [] } = arrangement.links[at] ?? {};
    if (!source.every((id) => texts?.has(id)) || !target.every((id) => texts?.has(id))) return false;
  }
  return true;
}

/**
 * The frame for an arrangement, at a position that may come from another one. Mounted in it from the start is what stands
 * at the position, and what `before` had in view; the rest comes frame by frame.
 *
 * @param inView the spreads of `before` that can be seen
 */
export function frameFor(
  arrangement: Arrangement,
  mode: Mode,
  schemes: Schemes,
  setting: Setting,
  position: Position | null,
  before: Frame | null,
  inView: readonly number[],
  load: (arrangement: Arrangement, spreads: readonly number[]) => void,
): Frame {
  const metrics = metricsOf(mode, setting);
  const heights = before?.arrangement === arrangement ? before.heights : new Heights(arrangement, metrics);
  // A side by itself knows nothing of what stands beside it.
  const known = before?.arrangement.full ?? before?.arrangement ?? arrangement.full ?? null;
  const here = position === null ? null : positionIn(arrangement, position, known, placeOf);
  const first = here === null ? 0 : (arrangement.spreadOf.get(here.paragraph) ?? 0);
  const seen = inView.flatMap((spread) =>
    before === null ? [] : (spreadOfAny(arrangement, paragraphsOf(before.arrangement, spread)) ?? []),
  );
  const mounting = new Mounting(
    {
      count: arrangement.spreads.length,
      offsets: () => heights.offsets(),
      ready: (spread) => isReady(arrangement, spread),
      load: (spreads) => {
        load(arrangement, spreads);
      },
    },
    [...new Set([first, ...seen])].filter((spread) => isReady(arrangement, spread)),
  );
  return { arrangement, heights, mounting, mode, schemes, look: lookOf(setting), position: here };
}

function spreadOfAny({ spreadOf }: Arrangement, paragraphs: readonly string[]): number | null {
  for (const id of paragraphs) {
    const spread = spreadOf.get(id);
    if (spread !== undefined) return spread;
  }
  return null;
}

function placeOf(paragraph: string): { index: number; of: number } | null {
  const { current } = openedWork.getState();
  const place = current?.places.get(paragraph);
  return place === undefined ? null : { index: place.index, of: current?.outline[place.edition]?.length ?? 0 };
}
