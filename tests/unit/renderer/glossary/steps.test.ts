import { describe, expect, it } from 'vitest';
import { stepFrom } from '#renderer/glossary/steps.ts';

const [a, b, c] = [
  { paragraph: 'p', start: 0, end: 5 },
  { paragraph: 'p', start: 20, end: 25 },
  { paragraph: 'q', start: 3, end: 8 },
] as const;
const all = [a, b, c];

describe('stepping from one occurrence to another', () => {
  it('goes on and back in the text', () => {
    expect(stepFrom(all, a, 1)).toBe(b);
    expect(stepFrom(all, b, -1)).toBe(a);
  });

  it('goes around the ends', () => {
    expect(stepFrom(all, c, 1)).toBe(a);
    expect(stepFrom(all, a, -1)).toBe(c);
  });

  it('takes an occurrence that overlaps the place for the place itself', () => {
    expect(stepFrom(all, { paragraph: 'p', start: 0, end: 12 }, 1)).toBe(b);
  });

  it('starts from a place that is none of them', () => {
    const between = { paragraph: 'p', start: 10, end: 12 };
    expect(stepFrom(all, between, 1)).toBe(b);
    expect(stepFrom(all, between, -1)).toBe(a);
    expect(stepFrom(all, { paragraph: 'x', start: 0, end: 1 }, 1)).toBe(a);
  });

  it('goes nowhere without occurrences', () => {
    expect(stepFrom([], a, 1)).toBeNull();
  });
});
