import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose, swap } from '#core/alignment/compose.ts';
import type { Link } from '#core/alignment/link.ts';
import { alignment, link, twoAlignments } from './links.ts';

const sides = (links: readonly Link[]): string[] =>
  links.map(({ source, target }) => `${source.join(' ')} = ${target.join(' ')}`);

describe('composing two alignments through the original', () => {
  test.each([
    ['1-1 and 1-1', [link('o1', 'l1')], [link('o1', 'r1')], ['l1 = r1']],
    ['1-2 and 1-3', [link('o1', 'l1 l2')], [link('o1', 'r1 r2 r3')], ['l1 l2 = r1 r2 r3']],
    ['2-1 and 1-1, 1-1', [link('o1 o2', 'l1')], [link('o1', 'r1'), link('o2', 'r2')], ['l1 = r1 r2']],
    [
      'a chain through several links',
      [link('o1 o2', 'l1'), link('o3', 'l2')],
      [link('o1', 'r1'), link('o2 o3', 'r2')],
      ['l1 l2 = r1 r2'],
    ],
    [
      'an omission on the left',
      [link('o1', 'l1'), link('o2', '')],
      [link('o1', 'r1'), link('o2', 'r2')],
      ['l1 = r1', ' = r2'],
    ],
    [
      'an omission on the right',
      [link('o1', 'l1'), link('o2', 'l2')],
      [link('o1', ''), link('o2', 'r2')],
      ['l1 = ', 'l2 = r2'],
    ],
    ['an omission on both sides', [link('o1', ''), link('o2', 'l2')], [link('o1', ''), link('o2', 'r2')], ['l2 = r2']],
    [
      '[C3] additions on both sides',
      [link('', 'l0'), link('o1', 'l1'), link('', 'l9')],
      [link('', 'r0'), link('o1', 'r1'), link('', 'r9')],
      ['l0 = ', ' = r0', 'l1 = r1', 'l9 = ', ' = r9'],
    ],
    [
      '[C3] passages that have changed places on the right',
      [link('o1', 'l1'), link('o2', 'l2')],
      [link('o2', 'r1'), link('o1', 'r2')],
      ['l1 = r2', 'l2 = r1'],
    ],
    [
      'an addition inside what a bead on the other side holds together',
      [link('o1', 'l1'), link('', 'l2'), link('o2', 'l3')],
      [link('o1 o2', 'r1')],
      ['l1 l2 l3 = r1'],
    ],
    ['nothing', [], [], []],
  ])('[C1] %s', (_, left, right, expected) => {
    expect(sides(compose(left, right))).toEqual(expected);
  });

  test('[C4] is as sure as the least sure bead', () => {
    const [made] = compose([link('o1', 'l1', 0.5)], [link('o1', 'r1'), link('o2', 'r2')]);
    expect(made).toMatchObject({ status: 'auto', confidence: 0.5 });
    expect(compose([link('o1', 'l1')], [link('o1', 'r1')])[0]).toMatchObject({ status: 'confirmed', confidence: 1 });
  });

  test('[C2] holds every paragraph of either translation once, and no empty link', () => {
    fc.assert(
      fc.property(twoAlignments, ({ left, right }) => {
        const made = compose(left, right);
        expect(made.flatMap(({ source }) => source)).toEqual(left.flatMap(({ target }) => target));
        expect(made.flatMap(({ target }) => target)).toEqual(right.flatMap(({ target }) => target));
        for (const { source, target } of made) expect(source.length + target.length).toBeGreaterThan(0);
        expect(new Set(made.map(({ id }) => id)).size).toBe(made.length);
      }),
    );
  });

  test('[C1] puts together exactly what the original connects', () => {
    fc.assert(
      fc.property(twoAlignments, ({ left, right }) => {
        // By definition: spread a name from each link over all that share a paragraph of the original, until nothing changes.
        const links = [...left, ...right];
        const names = links.map((_, at) => at);
        for (let changed = true; changed;) {
          changed = false;
          for (const [a, one] of links.entries()) {
            for (const [b, two] of links.entries()) {
              if (names[a] === names[b] || !one.source.some((id) => two.source.includes(id))) continue;
              names[a] = names[b] = Math.min(names[a] ?? 0, names[b] ?? 0);
              changed = true;
            }
          }
        }
        // Then over what has no original and stands between two of one name.
        for (const side of [left, right]) {
          const namesOn = side.map((one) => names[links.indexOf(one)]);
          for (const [at, one] of side.entries()) {
            if (one.source.length > 0) continue;
            const before = side.findLastIndex((other, place) => place < at && other.source.length > 0);
            const after = side.findIndex((other, place) => place > at && other.source.length > 0);
            const name = namesOn[before];
            if (after >= 0 && name !== undefined && name === namesOn[after]) names[links.indexOf(one)] = name;
          }
        }
        const groups = Map.groupBy(links.entries(), ([at]) => names[at]);
        const expected = [...groups.values()]
          .map((members) =>
            members
              .flatMap(([, { target }]) => target)
              .toSorted()
              .join(' '),
          )
          .filter((ids) => ids !== '');
        const made = compose(left, right).map(({ source, target }) => [...source, ...target].toSorted().join(' '));
        expect(made.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });

  test('with an alignment of the original with itself gives the other alignment', () => {
    fc.assert(
      fc.property(alignment, (right) => {
        const itself = right.flatMap(({ source }) => source.map((id) => link(id, id)));
        const present = right.filter(({ source, target }) => source.length + target.length > 0);
        expect(sides(compose(itself, right))).toEqual(sides(present));
      }),
    );
  });

  test('[S5] composes 20,000 beads', () => {
    const left = Array.from({ length: 20_000 }, (_, at) => link(`o${at}`, `l${at}`));
    const right = Array.from({ length: 10_000 }, (_, at) => link(`o${2 * at} o${2 * at + 1}`, `r${at}`));
    expect(compose(left, right)).toHaveLength(10_000);
  });
});

describe('exchanging the panes', () => {
  test('exchanges the sides of every link', () => {
    expect(sides(swap([link('a', 'b c'), link('', 'd')]))).toEqual(['b c = a', 'd = ']);
  });

  test('[C6] twice changes nothing', () => {
    fc.assert(
      fc.property(alignment, (links) => {
        expect(swap(swap(links))).toEqual(links);
      }),
    );
  });
});
