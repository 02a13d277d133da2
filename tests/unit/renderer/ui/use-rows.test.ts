import { describe, expect, it } from 'vitest';
import { nextStop } from '#renderer/ui/use-rows.ts';

/** Rows 0 and 3 are headings. */
const isHit = (index: number): boolean => index !== 0 && index !== 3;

describe('the next row that can take the focus', () => {
  it('leaves headings out, in either direction', () => {
    expect(nextStop(2, 1, 6, isHit)).toBe(4);
    expect(nextStop(4, -1, 6, isHit)).toBe(2);
  });

  it('is the first from before the list, the last from behind it', () => {
    expect(nextStop(-1, 1, 6, isHit)).toBe(1);
    expect(nextStop(6, -1, 6, isHit)).toBe(5);
  });

  it('is none at the ends and in an empty list', () => {
    expect(nextStop(5, 1, 6, isHit)).toBe(-1);
    expect(nextStop(1, -1, 6, isHit)).toBe(-1);
    expect(nextStop(-1, 1, 0, isHit)).toBe(-1);
  });
});
