import { expect, test } from 'vitest';
import { isUnsure, unsureBelow } from '#core/alignment/unsure.ts';

test('unsure is a link with both sides that nobody confirmed and that is not likely enough', () => {
  const link = { source: ['kk-1'], target: ['en-1'], status: 'auto', confidence: unsureBelow - 0.01 } as const;
  expect(isUnsure(link)).toBe(true);
  expect(isUnsure({ ...link, confidence: unsureBelow })).toBe(false);
  expect(isUnsure({ ...link, status: 'confirmed' })).toBe(false);
  expect(isUnsure({ ...link, target: [] })).toBe(false);
});
