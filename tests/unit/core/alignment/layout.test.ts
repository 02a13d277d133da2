import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layout, stackedOrder, type Cell } from '#core/alignment/layout.ts';
import { alignment, link } from './links.ts';

const rows = (cells: readonly Cell[]): string[] =>
  cells.map(({ paragraph, row, span }) => `${paragraph} ${row}${span > 1 ? `-${row + span - 1}` : ''}`);

describe('rows', () => {
  test('[L3] put paragraphs side by side, the last of the shorter side over the rest', () => {
    const made = layout([link('a1', 'b1'), link('a2', 'b2 b3 b4'), link('a3 a4', 'b5 b6 b7')]);
    expect(rows(made.source)).toEqual(['a1 1', 'a2 2-4', 'a3 5', 'a4 6-7']);
    expect(rows(made.target)).toEqual(['b1 1', 'b2 2', 'b3 3', 'b4 4', 'b5 5', 'b6 6', 'b7 7']);
    expect(made.rows).toBe(7);
  });

  test('[L4] leave a gap beside what has nothing beside it', () => {
    const made = layout([link('a1 a2', ''), link('', 'b1')]);
    expect(rows(made.source)).toEqual(['a1 1', 'a2 2']);
    expect(rows(made.target)).toEqual(['b1 3']);
    expect(made.gaps).toEqual([
      { side: 'target', link: 0, row: 1, span: 2 },
      { side: 'source', link: 1, row: 3, span: 1 },
    ]);
  });

  test('of nothing are none', () => {
    expect(layout([])).toEqual({ rows: 0, source: [], target: [], gaps: [] });
  });

  test('[L1] [L2] [L4] fill both columns from first to last row, each paragraph once, in order', () => {
    fc.assert(
      fc.property(alignment, (links) => {
        const made = layout(links);
        for (const side of ['source', 'target'] as const) {
          expect(made[side].map(({ paragraph }) => paragraph)).toEqual(links.flatMap((one) => one[side]));
          const filled = [...made[side], ...made.gaps.filter((gap) => gap.side === side)].toSorted(
            (a, b) => a.row - b.row,
          );
          let next = 1;
          for (const { row, span } of filled) {
            expect(row).toBe(next);
            expect(span).toBeGreaterThan(0);
            next = row + span;
          }
          expect(next).toBe(made.rows + 1);
        }
        expect(made.rows).toBe(
          links.reduce((sum, { source, target }) => sum + Math.max(source.length, target.length), 0),
        );
      }),
    );
  });

  test('[L3] begin the nth paragraphs of both sides of a link on the same row', () => {
    fc.assert(
      fc.property(alignment, (links) => {
        const made = layout(links);
        const starts = new Map([...made.source, ...made.target].map(({ paragraph, row }) => [paragraph, row]));
        for (const { source, target } of links) {
          for (const [at, id] of source.slice(0, target.length).entries()) {
            expect(starts.get(id)).toBe(starts.get(target[at] ?? ''));
          }
        }
      }),
    );
  });
});

describe('stacked order', () => {
  test('[L5] puts the translation below each original', () => {
    expect(stackedOrder([link('a1 a2', 'b1'), link('', 'b2'), link('a3', '')])).toEqual([
      { paragraph: 'a1', side: 'source', link: 0 },
      { paragraph: 'a2', side: 'source', link: 0 },
      { paragraph: 'b1', side: 'target', link: 0 },
      { paragraph: 'b2', side: 'target', link: 1 },
      { paragraph: 'a3', side: 'source', link: 2 },
    ]);
  });
});
