import { expect, test } from 'vitest';
import { clearlyBetter, type JudgedCourse } from '#core/alignment/aligner/clearly-better.ts';
import type { AlignedBead } from '#core/alignment/aligner/course.ts';

// Rule A11 of docs/spec/alignment.md.

const beadCost = 0.4;

function bead(source: number[], target: number[], confidence: number): AlignedBead {
  return { source, target, confidence };
}

/** A course of which nothing else is told than what it is chosen by. */
function judged(...likely: AlignedBead[]): JudgedCourse {
  return { likely, told: likely };
}

test('[A11] a stretch of the second course is taken where it is expected to have more beads right', () => {
  const first = judged(bead([0], [0], 0.9), bead([1], [1], 0.1), bead([2], [], 0.1), bead([3], [2], 0.9));
  const second = judged(bead([0], [0], 0.9), bead([1], [], 0.9), bead([2], [1], 0.9), bead([3], [2], 0.9));
  expect(clearlyBetter(first, second, beadCost)).toEqual(second.likely);
});

test('[A11] the first course stands where the other is hardly better', () => {
  const first = judged(bead([0], [0], 0.45), bead([1], [], 0.45));
  const second = judged(bead([0], [], 0.55), bead([1], [0], 0.55));
  expect(clearlyBetter(first, second, beadCost)).toEqual(first.likely);
});

test('[A11] two beads that cross are taken or left together', () => {
  const first = judged(bead([0], [0], 0.1), bead([1], [1], 0.9));
  const second = judged(bead([0], [1], 0.4), bead([1], [0], 0.4));
  expect(clearlyBetter(first, second, beadCost)).toEqual(first.likely);
  const surer = judged(bead([0], [1], 0.95), bead([1], [0], 0.95));
  expect(clearlyBetter(judged(bead([0], [0], 0), bead([1], [1], 0)), surer, beadCost)).toEqual(surer.likely);
});

test('what is told of a bead is kept apart from what it was chosen by', () => {
  const first = { likely: [bead([0], [0], 0.9)], told: [bead([0], [0], 0.7)] };
  expect(clearlyBetter(first, first, beadCost)).toEqual(first.told);
});
