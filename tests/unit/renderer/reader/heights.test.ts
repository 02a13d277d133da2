import { describe, expect, it } from 'vitest';
import { linkIndex } from '#core/alignment/link.ts';
import type { Arrangement } from '#renderer/reader/arrangement.ts';
import { estimate, Heights, type Metrics } from '#renderer/reader/heights.ts';
import { link } from '../../core/alignment/links.ts';

const metrics: Metrics = { mode: 'side', column: 520, size: 17, leading: 1.72 };

/** An arrangement of spreads of one link each, by the lengths of both sides. */
function arrangement(lengths: readonly [source: number, target: number][]): Arrangement {
  const links = lengths.map((_, at) => link(`s${String(at)}`, `t${String(at)}`));
  const edition = { modified: '', kind: 'edition' as const, title: '', order: 'a0' };
  return {
    work: 'w',
    left: { ...edition, id: 's', language: 'kk' },
    right: { ...edition, id: 't', language: 'en' },
    links,
    index: linkIndex(links),
    spreads: links.map((_, start) => ({ start, end: start + 1 })),
    spreadOf: new Map(links.flatMap(({ source, target }, at) => [...source, ...target].map((id) => [id, at]))),
    titles: new Map(),
    outlineOf: (id) => ({ length: lengths[Number(id.slice(1))]?.[id.startsWith('s') ? 0 : 1] ?? 0, heading: false }),
  };
}

describe('heights of spreads', () => {
  it('follow the longer side where columns stand side by side', () => {
    const made = arrangement([
      [100, 900],
      [900, 100],
    ]);
    expect(estimate(made, 0, metrics)).toBe(estimate(made, 1, metrics));
    expect(estimate(made, 0, metrics)).toBeGreaterThan(estimate(arrangement([[100, 100]]), 0, metrics));
  });

  it('are the sum of both sides where they are stacked, and of the original on demand', () => {
    const made = arrangement([[500, 500]]);
    const side = estimate(made, 0, metrics);
    expect(estimate(made, 0, { ...metrics, mode: 'stacked' })).toBe(2 * side);
    expect(estimate(made, 0, { ...metrics, mode: 'demand' })).toBe(side);
  });

  it('are what was measured, once it was', () => {
    const heights = new Heights(
      arrangement([
        [500, 500],
        [500, 500],
      ]),
      metrics,
    );
    expect(heights.measured(0, 777)).toBe(true);
    expect(heights.measured(0, 777.2)).toBe(false);
    expect(heights.offsets()).toEqual([0, 777, 777 + heights.of(1)]);
    expect(heights.between(0, 2)).toBe(777 + heights.of(1));
  });

  it('keep what was measured in proportion when the text is set anew', () => {
    const heights = new Heights(arrangement([[5_000, 5_000]]), metrics);
    heights.measured(0, heights.of(0) * 2);
    const before = heights.of(0);
    let told = 0;
    const end = heights.subscribe(() => {
      told += 1;
    });
    heights.estimateBy({ ...metrics, column: 260 });
    expect(heights.of(0) / before).toBeCloseTo(2, 0);
    expect(told).toBe(1);
    end();
  });
});
