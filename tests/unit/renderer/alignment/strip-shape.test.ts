import { describe, expect, it } from 'vitest';
import { barsOf, pathOf } from '#renderer/alignment/strip-shape.ts';
import { bead } from '../../../fixtures/library/records.ts';

const sure = bead('b', ['kk-1'], ['en-1'], 'a0', { status: 'confirmed', confidence: 1 });
const unsure = bead('u', ['kk-1'], ['en-1'], 'a0', { confidence: 0.2 });
const omitted = bead('o', ['kk-1'], []);

describe('the overview of an alignment', () => {
  it('has a bar for each bead where there is room', () => {
    expect(barsOf([sure, unsure, omitted], 300).map(({ kind, top }) => [kind, top])).toEqual([
      ['confirmed', 0],
      ['unsure', 100],
      ['omitted', 200],
    ]);
  });

  it('has no more bars than can be told apart, and shows of the beads under one what is to be looked at first', () => {
    const beads = Array.from({ length: 20_000 }, (_, at) => (at === 10_000 ? unsure : at === 10_001 ? omitted : sure));
    const bars = barsOf(beads, 600);
    expect(bars.length).toBe(200);
    expect(bars.filter(({ kind }) => kind !== 'confirmed').map(({ kind }) => kind)).toEqual(['omitted']);
  });

  it('tells kinds apart by shape alone', () => {
    const paths = (['confirmed', 'auto', 'unsure', 'omitted', 'added', 'intended'] as const).map((kind) =>
      pathOf([{ kind, top: 0, height: 10 }], kind, 40),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('is empty without beads or room', () => {
    expect(barsOf([], 300)).toEqual([]);
    expect(barsOf([sure], 0)).toEqual([]);
  });
});
