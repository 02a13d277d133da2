import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plan, type Mode } from '#renderer/reader/plan.ts';
import { alignment, link } from '../../core/alignment/links.ts';

const untitled = () => null;
const hidden = () => false;
const shown = () => true;
const title = { left: 'Бөлім', right: 'Part' };

describe('the plan of a spread', () => {
  it('sets the paragraphs of a link level with each other', () => {
    const { source, target, template } = plan([link('a', 'b'), link('c', 'd')], 'side', untitled, hidden);
    expect(source.map(({ row }) => row)).toEqual([1, 2]);
    expect(target.map(({ row }) => row)).toEqual([1, 2]);
    expect(template).toBe('auto auto');
  });

  it('lets the last row of a link take what is longer on the other side', () => {
    const { source, links, template } = plan([link('a', 'b c d')], 'side', untitled, hidden);
    expect(source).toEqual([{ paragraph: 'a', link: 0, row: 1, span: 3 }]);
    expect(links).toEqual([{ row: 1, span: 3 }]);
    expect(template).toBe('auto auto minmax(auto, 0fr)');
  });

  it('keeps a row for an editorial title, and moves what follows', () => {
    const made = plan([link('a', 'b'), link('c', 'd')], 'side', (at) => (at === 1 ? title : null), hidden);
    expect(made.titles).toEqual([{ row: 2, title }]);
    expect(made.source.map(({ row }) => row)).toEqual([1, 3]);
    expect(made.template).toBe('auto auto auto');
  });

  it('says where a side has nothing', () => {
    const { gaps } = plan([link('a', ''), link('', 'b')], 'side', untitled, hidden);
    expect(gaps).toEqual([
      { side: 'target', link: 0, row: 1, span: 1 },
      { side: 'source', link: 1, row: 2, span: 1 },
    ]);
  });

  it('stacks each translation under its original', () => {
    const { source, target, gaps } = plan([link('a', 'b c'), link('d', 'e')], 'stacked', untitled, hidden);
    expect(source.map(({ paragraph, row }) => [paragraph, row])).toEqual([
      ['a', 1],
      ['d', 4],
    ]);
    expect(target.map(({ paragraph, row }) => [paragraph, row])).toEqual([
      ['b', 2],
      ['c', 3],
      ['e', 5],
    ]);
    expect(gaps).toEqual([]);
  });

  it('shows on demand only the translations that were asked for', () => {
    const links = [link('a', 'b'), link('c', 'd')];
    expect(plan(links, 'demand', untitled, hidden).target).toEqual([]);
    const one = plan(links, 'demand', untitled, (at) => at === 0);
    expect(one.target).toEqual([{ paragraph: 'b', link: 0, row: 2, span: 1 }]);
    expect(one.source.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('keeps a row on demand for the mark of a translation without an original', () => {
    const made = plan([link('a', 'b'), link('', 'c d')], 'demand', untitled, hidden);
    expect(made.target).toEqual([]);
    expect(made.links).toEqual([
      { row: 1, span: 1 },
      { row: 2, span: 1 },
    ]);
    expect(plan([link('', 'c d')], 'demand', untitled, shown).target.map(({ row }) => row)).toEqual([1, 2]);
  });

  it('has a row for everything, in order and none twice, whatever the mode', () => {
    const modes = fc.constantFrom<Mode>('side', 'stacked', 'demand');
    fc.assert(
      fc.property(alignment, modes, fc.nat(5), (links, mode, every) => {
        const made = plan(
          links,
          mode,
          (at) => (at % (every + 1) === 0 ? title : null),
          (at) => at % 2 === 0,
        );
        const rows = made.template === '' ? 0 : made.template.match(/auto(?!,)|minmax/g)?.length;
        const last = (cells: readonly { row: number; span: number }[]): number => {
          let next = 1;
          for (const { row, span } of cells) {
            expect(row).toBeGreaterThanOrEqual(next);
            next = row + span;
          }
          return next - 1;
        };
        for (const cells of [made.source, made.target, made.links.filter(({ span }) => span > 0)]) {
          expect(last(cells)).toBeLessThanOrEqual(rows ?? 0);
        }
        expect(made.source.map(({ paragraph }) => paragraph)).toEqual(links.flatMap(({ source }) => source));
        for (const { row } of made.titles) {
          expect([...made.source, ...made.target].some((cell) => cell.row === row)).toBe(false);
        }
      }),
    );
  });
});
