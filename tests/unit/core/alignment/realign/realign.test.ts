import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AlignmentStopped } from '#core/alignment/aligner/align.ts';
import { realign, type RealignTask, type Realigned } from '#core/alignment/realign/realign.ts';
import { relinkWith } from '#core/alignment/realign/sentence-links.ts';
import { nextConfirmedOf } from './scopes.ts';
import type { RealignScope } from '#core/alignment/realign/scope.ts';
import type { Bead } from '#core/records/bead.ts';
import { reverse } from '#core/records/change.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { bead, edition, paragraph, section, work } from '../../../../fixtures/library/records.ts';
import { beadsOf, drawn, unstamped, worldOf, type World } from '../edits/world.ts';

// Rules F of docs/spec/alignment.md.

const kk = ['Бірінші 1901.', 'Екінші 1902.', 'Үшінші 1903.', 'Төртінші 1904.', 'Бесінші 1905.', 'Алтыншы 1906.'];
const en = ['First 1901.', 'Second 1902.', 'Third 1903.', 'Fourth 1904.', 'Fifth 1905.', 'Sixth 1906.'];

function texts(source: readonly string[], target: readonly string[]): AnyRecord[] {
  const of = (id: string, lines: readonly string[]): AnyRecord[] => [
    edition(id, { order: id === 'kk' ? 'a0' : 'a1' }),
    section(`${id}-s`, id),
    ...lines.map((text, at) => paragraph(`${id}-${String(at)}`, id, `a${String(at)}`, { text })),
  ];
  return [work(), ...of('kk', source), ...of('en', target)];
}

/** Beads of a paragraph on either side, each with the one that stands `slip` further. */
function slipped(slip: number, rest: (at: number) => Partial<Bead> = () => ({})): AnyRecord[] {
  return kk.flatMap((_, at) =>
    en[at + slip] === undefined
      ? []
      : [bead(`b${String(at)}`, [`kk-${String(at)}`], [`en-${String(at + slip)}`], `a${String(at)}`, rest(at))],
  );
}

function taskOf(world: World, scope: RealignScope): RealignTask {
  const { paragraphs } = world.records();
  return {
    alignment: 'kk~en',
    beads: beadsOf(world),
    source: paragraphs.get('kk') ?? [],
    target: paragraphs.get('en') ?? [],
    languages: ['kk', 'en'],
    scope,
    glossary: [],
  };
}

const again = (world: World, scope: RealignScope): Realigned => {
  let ids = 0;
  return realign(taskOf(world, scope), () => `again-${String((ids += 1))}`);
};
const right = kk.map((_, at) => `kk-${String(at)}=en-${String(at)}`);

describe('aligning again', () => {
  test('[F1] aligns from nothing', () => {
    const world = worldOf(texts(kk, en));
    const { change, preview } = again(world, 'unconfirmed');
    world.perform(change);
    expect(drawn(world)).toEqual(right);
    expect(preview).toMatchObject({ beads: 12, same: 0, released: 0 });
    expect(preview.runs).toHaveLength(1);
    expect(beadsOf(world)[0]?.sentences).toMatchObject({ counts: [1, 1], links: [[[0], [0], expect.any(Number)]] });
  });

  test('[F1] aligns editions that have no bead yet', () => {
    const world = worldOf(texts(kk, en));
    const { change } = realign({ ...taskOf(world, 'unconfirmed'), beads: [] }, () => crypto.randomUUID());
    expect(change.added).toHaveLength(6);
    expect(change.updated).toEqual([]);
  });

  test('[F3] mends what slipped, about what is confirmed', () => {
    const world = worldOf([
      ...texts(kk, en),
      ...slipped(1, (at) => (at === 1 ? { status: 'confirmed', confidence: 1 } : {})),
    ]);
    const { change, preview } = again(world, 'unconfirmed');
    world.perform(change);
    expect(drawn(world)).toContain('kk-1=en-2!');
    expect(drawn(world)).toEqual(expect.arrayContaining(['kk-0=en-0', 'kk-3=en-3', 'kk-4=en-4', 'kk-5=en-5']));
    expect([...change.updated.map(([from]) => from), ...change.removed].some(({ id }) => id === 'b1')).toBe(false);
    expect(preview.runs.flatMap(({ before }) => before).some(({ id }) => id === 'b1')).toBe(false);
  });

  test('[F2] goes from a bead to the next confirmed one', () => {
    const world = worldOf([
      ...texts(kk, en),
      ...slipped(0, (at) => (at === 3 ? { status: 'confirmed' } : {})).map((one) => {
        if (one.kind !== 'bead') return one;
        const crossed: Record<string, string> = { b0: 'en-1', b1: 'en-0', b4: 'en-5', b5: 'en-4' };
        const to = crossed[one.id];
        return to === undefined ? one : { ...one, target: [to] };
      }),
    ]);
    world.perform(again(world, { from: 'b1' }).change);
    expect(drawn(world).slice(3)).toEqual(['kk-3=en-3!', 'kk-4=en-5', 'kk-5=en-4']);
    expect(drawn(world)[0]).toBe('kk-0=en-1');
    world.perform(again(world, { from: 'b0' }).change);
    expect(drawn(world).slice(0, 3)).toEqual(right.slice(0, 3));
    world.perform(again(world, { from: 'b4', to: 'b5' }).change);
    expect(drawn(world).map((line) => line.replace('!', ''))).toEqual(right);
  });

  test('[F2] refuses a bead that is not there', () => {
    const world = worldOf([...texts(kk, en), ...slipped(0)]);
    expect(() => again(world, { from: 'gone' })).toThrow('no bead gone');
    expect(() => again(world, { from: 'b3', to: 'b1' })).toThrow('b1 stands before b3');
  });

  test('[F4] keeps the records of beads that come out the same', () => {
    const world = worldOf([...texts(kk, en), ...slipped(0)]);
    const { change, preview } = again(world, 'unconfirmed');
    expect(change.added).toEqual([]);
    expect(change.removed).toEqual([]);
    expect(change.updated.every(([from, to]) => from.id === to.id && from.kind === 'bead')).toBe(true);
    expect(preview).toMatchObject({ runs: [], same: 6, refreshed: 6 });
    world.perform(change);
    expect(again(world, 'unconfirmed').change).toEqual({ added: [], updated: [], removed: [] });
  });

  test('[F5] gives up what is confirmed only when all is aligned again', () => {
    const world = worldOf([...texts(kk, en), ...slipped(1, () => ({ status: 'confirmed', confidence: 1 }))]);
    const { change, preview } = again(world, 'all');
    world.perform(change);
    expect(drawn(world)).toEqual(right);
    expect(preview.released).toBe(5);
  });

  test('[F6] names what changes in runs of neighbours', () => {
    const world = worldOf([
      ...texts(kk, en),
      ...slipped(0).map((one) =>
        one.kind === 'bead' && (one.id === 'b1' || one.id === 'b2')
          ? { ...one, target: [one.id === 'b1' ? 'en-2' : 'en-1'] }
          : one,
      ),
    ]);
    const { preview } = again(world, 'unconfirmed');
    expect(preview.runs).toHaveLength(1);
    expect(preview.runs[0]?.before.map(({ source, target }) => [source[0], target[0]])).toEqual([
      ['kk-1', 'en-2'],
      ['kk-2', 'en-1'],
    ]);
    expect(preview.runs[0]?.after.map(({ source, target }) => [source[0], target[0]])).toEqual([
      ['kk-1', 'en-1'],
      ['kk-2', 'en-2'],
    ]);
  });

  test('[F3] leaves the orders of what is confirmed, also where two have the same', () => {
    const world = worldOf([
      ...texts(kk, en),
      ...slipped(0, (at) => ({ order: at < 2 ? 'a0' : `a${String(at)}`, status: at === 4 ? 'auto' : 'confirmed' })),
    ]);
    const { change } = again(world, 'unconfirmed');
    expect(change.updated.map(([{ id }]) => id)).toEqual(['b4']);
  });

  test('[A2] ends when it is asked to', () => {
    const world = worldOf(texts(kk, en));
    expect(() => realign(taskOf(world, 'all'), () => 'x', { shouldStop: () => true })).toThrow(AlignmentStopped);
  });
});

const words = ['1901', '1902', 'су', 'water', 'ел', 'country', 'Абай', 'Abai'];
const someText = fc.array(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((parts) => `${parts.join(' ')}.`),
  { minLength: 1, maxLength: 7 },
);
const someBeads = fc.array(
  fc.tuple(fc.nat({ max: 2 }), fc.nat({ max: 2 }), fc.boolean(), fc.constantFrom('a0', 'a1', 'a2', 'b', 'no')),
  {
    maxLength: 7,
  },
);

test('[F1] [F3] [F4] after any aligning every paragraph stands in one bead, and what is confirmed is as it was', () => {
  fc.assert(
    fc.property(someText, someText, someBeads, fc.nat(), fc.boolean(), (source, target, shapes, from, isWhole) => {
      const left = source.map((_, at) => `kk-${String(at)}`);
      const toLeft = target.map((_, at) => `en-${String(at)}`);
      const given = shapes.flatMap(([m, n, isConfirmed, order], at) => {
        const own = [left.splice(0, m), toLeft.splice(0, n)] as const;
        if (own[0].length + own[1].length === 0) return [];
        return [
          bead(`b${String(at)}`, ...own, order, {
            status: isConfirmed ? 'confirmed' : 'auto',
            confidence: isConfirmed ? 1 : 0.9,
          }),
        ];
      });
      const world = worldOf([...texts(source, target), ...given]);
      const before = beadsOf(world);
      const first = before[from % before.length];
      const scope: RealignScope = isWhole || first === undefined ? 'unconfirmed' : { from: first.id };
      const start = isWhole ? 0 : before.findIndex(({ id }) => id === first?.id);
      const end = isWhole ? before.length : nextConfirmedOf(before, start);
      const shown = unstamped(world);
      const { change } = again(world, scope);
      world.perform(change);
      const after = beadsOf(world);
      expect(after.flatMap((one) => one.source).toSorted()).toEqual(source.map((_, at) => `kk-${String(at)}`));
      expect(after.flatMap((one) => one.target).toSorted()).toEqual(target.map((_, at) => `en-${String(at)}`));
      const plain = ({ id, source: s, target: t, status, confidence }: Bead): unknown => ({
        id,
        s,
        t,
        status,
        confidence,
      });
      const stays = (one: Bead, at: number): boolean => one.status === 'confirmed' || at < start || at >= end;
      const kept = before.filter(stays);
      const keptIds = new Set(kept.map(({ id }) => id));
      expect(after.filter(({ id }) => keptIds.has(id)).map(plain)).toEqual(kept.map(plain));
      const old = new Map(before.map((one) => [JSON.stringify([one.source, one.target]), one.id]));
      for (const one of after) {
        const was = old.get(JSON.stringify([one.source, one.target]));
        expect(was ?? one.id).toBe(one.id);
      }
      world.perform(reverse(change));
      expect(unstamped(world)).toEqual(shown);
    }),
    { numRuns: 400 },
  );
});

test('[E3] the links of single beads are found anew', () => {
  const of = (id: string, text: string) => [paragraph(id, id.slice(0, 2), 'a0', { text })];
  const found = relinkWith([])(of('kk-1', 'Бір 1901. Екі 1902.'), of('en-1', 'One 1901. Two 1902.'), ['kk', 'en']);
  expect(found?.counts).toEqual([2, 2]);
  expect(found?.links.map(([from, to]) => [from, to])).toEqual([
    [[0], [0]],
    [[1], [1]],
  ]);
  expect(relinkWith([])(of('kk-1', 'Бір.'), [], ['kk', 'en'])).toBeNull();
});
