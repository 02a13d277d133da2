import { describe, expect, test } from 'vitest';
import { formats } from '#main/formats/formats.ts';
import { fuzz, seeds } from '../../../../bench/fuzz/drive.ts';

const readers = Object.keys(seeds);
/** Packed, or read by a great library. */
const slow = new Set(['epub', 'docx', 'odt', 'pdf', 'html', 'markdown', 'xces', 'intertext', 'moses-zip', 'egiz']);

describe('damaged files', () => {
  // More of them: `npm run bench -- fuzz`.
  test.each(readers)('of %s are read or refused, and nothing else happens', async (format) => {
    const { read, refused } = await fuzz(format, 1, slow.has(format) ? 60 : 300);
    expect(read + refused).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(0);
  });

  test('are made of every format that is read', () => {
    expect(readers).toEqual(expect.arrayContaining(formats.map(({ id }) => id)));
  });
});
