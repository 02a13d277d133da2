import { describe, expect, it } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import { beadAt, courseOf, slipsOf, thinned } from '#renderer/alignment/course.ts';
import { bead } from '../../../fixtures/library/records.ts';

/** Beads of one paragraph on either side, as long as is said: `[source, target]` in code units. */
function beadsOf(lengths: readonly (readonly [number, number])[]): {
  beads: Bead[];
  lengthOf: (paragraph: string) => number;
} {
  const beads = lengths.map(([source, target], at) =>
    bead(`b${String(at)}`, source === 0 ? [] : [`s${String(at)}`], target === 0 ? [] : [`t${String(at)}`]),
  );
  const all = new Map(
    lengths.flatMap(([source, target], at): [string, number][] => [
      [`s${String(at)}`, source],
      [`t${String(at)}`, target],
    ]),
  );
  return { beads, lengthOf: (id) => all.get(id) ?? 0 };
}

/** Two hundred beads whose targets are a little longer or shorter than their sources. */
const even = Array.from({ length: 200 }, (_, at): [number, number] => [300, 300 + ((at * 37) % 41) - 20]);

describe('the course of an alignment', () => {
  it('begins at nothing and ends at the end of both texts', () => {
    const { beads, lengthOf } = beadsOf([
      [10, 20],
      [5, 0],
      [0, 7],
    ]);
    expect(courseOf(beads, lengthOf)).toEqual([
      { source: 0, target: 0 },
      { source: 10, target: 20 },
      { source: 15, target: 20 },
      { source: 15, target: 27 },
    ]);
  });

  it('has no slips where the translation keeps pace', () => {
    const { beads, lengthOf } = beadsOf(even);
    expect(slipsOf(beads, courseOf(beads, lengthOf))).toEqual([]);
  });

  it('has a slip where a passage is missing, and another where one comes back', () => {
    const lengths = even.with(60, [900, 0]).with(140, [0, 900]);
    const { beads, lengthOf } = beadsOf(lengths);
    const slips = slipsOf(beads, courseOf(beads, lengthOf));
    expect(slips.map((slip) => slip.bead)).toEqual([60, 140]);
    expect(slips[0]?.by).toBeLessThan(-800);
    expect(slips[1]?.by).toBeGreaterThan(800);
  });

  it('has no slip where something is left out on purpose', () => {
    const { beads, lengthOf } = beadsOf(even.with(60, [900, 0]));
    const meant = beads.map((one, at) => (at === 60 ? { ...one, intended: true as const } : one));
    expect(slipsOf(meant, courseOf(meant, lengthOf)).map((slip) => slip.bead)).not.toContain(60);
  });

  it('is drawn with few points, among them its ends and its slips', () => {
    const { beads, lengthOf } = beadsOf(even);
    const course = courseOf(beads, lengthOf);
    const points = thinned(course, 20, [63]);
    expect(points.length).toBeLessThanOrEqual(25);
    expect(points[0]).toBe(course[0]);
    expect(points.at(-1)).toBe(course.at(-1));
    expect(points).toContain(course[63]);
    expect(points).toContain(course[64]);
  });

  it('leads from a place back to its bead', () => {
    const { beads, lengthOf } = beadsOf([
      [10, 20],
      [5, 0],
      [8, 7],
    ]);
    const course = courseOf(beads, lengthOf);
    expect([0, 9, 10, 14, 15, 22, 99].map((place) => beadAt(course, 'source', place))).toEqual([0, 0, 1, 1, 2, 2, 2]);
  });
});
