import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { gunzip, isGzip } from '#main/container/gunzip.ts';
import { readFile } from '#main/formats/read-file.ts';

const packed = (size: number): Uint8Array => gzipSync(Buffer.alloc(size, 'a'));

describe('a file that gzip has packed', () => {
  test('is unpacked as it was', async () => {
    const bytes = gzipSync('Қазақ тілі');
    expect(isGzip(bytes)).toBe(true);
    expect(Buffer.from(await gunzip(bytes)).toString()).toBe('Қазақ тілі');
  });

  test('is refused where it would unpack to very many times its size', async () => {
    await expect(gunzip(packed(40 * 1024 * 1024))).rejects.toMatchObject({ code: 'ratio' });
  });

  test('is refused where it would be too large', async () => {
    const limits = { entryBytes: 1000, ratio: 200, ratioFrom: 500 };
    await expect(
      gunzip(gzipSync(Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 7919) % 251))), limits),
    ).rejects.toMatchObject({ code: 'too-big' });
  });

  test.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 9)],
    ['whose checksum lies', (bytes: Uint8Array) => bytes.with(bytes.length - 6, 1)],
  ])('is refused where it is %s', async (_, damage) => {
    await expect(gunzip(damage(gzipSync('Қазақ тілі'.repeat(50))))).rejects.toMatchObject({ code: 'damaged' });
  });

  test('is read as what is in it; a bomb, and what is packed twice, are told in clear words', async () => {
    const { imported } = await readFile('a.txt.gz', gzipSync('Бір сөз.\n\nЕкі сөз.'));
    expect(imported.texts[0]?.blocks).toHaveLength(2);
    await expect(readFile('a.txt.gz', gzipSync(gzipSync('x')))).rejects.toMatchObject({
      code: 'not-this',
      message: 'what is packed twice is not opened',
    });
    await expect(readFile('a.xml.gz', packed(40 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' });
  });
});
