import { describe, expect, test } from 'vitest';
import { formats } from '#main/formats/formats.ts';
import { fuzz, seeds } from '../../../../bench/fuzz/drive.ts';

const readers = Object.keys(seeds);

describe('damaged files', () => {
  // More of them: `npm run bench -- fuzz`.
  test.each(readers)('of %s are read or refused, and nothing else happens', async (format) => {
    const { read, refused } = await fuzz(format, 1, format === 'pdf' ? 60 : 300);
    expect(read + refused).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(0);
  });

  test('are made of every format that is read', () => {
    expect(readers).toEqual(expect.arrayContaining(formats.map(({ id }) => id)));
  });
});
