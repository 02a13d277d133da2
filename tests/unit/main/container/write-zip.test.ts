import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readZip } from '#main/container/read-zip.ts';
import { writeZip } from '#main/container/write-zip.ts';

describe('writing a zip archive', () => {
  test('what is written is read again, in its order', async () => {
    const entry = fc.record({
      name: fc.stringMatching(/^[a-zа-я]{1,8}(\/[a-zа-я]{1,8}){0,2}\.[a-z]{1,4}$/u),
      data: fc.oneof(fc.string(), fc.uint8Array()),
      stored: fc.boolean(),
    });
    const entries = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(entries, async (list) => {
        const zip = await readZip(await writeZip(list));
        expect([...zip.entries.keys()]).toEqual(list.map(({ name }) => name));
        for (const { name, data } of list) {
          expect(Buffer.from(await zip.bytes(name))).toEqual(Buffer.from(data as string));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the same entries give the same bytes', async () => {
    const entries = [
      { name: 'a', data: 'one' },
      { name: 'b', data: 'two' },
    ];
    expect(await writeZip(entries)).toEqual(await writeZip(entries));
  });

  test('a stored first entry stands where an EPUB needs its type', async () => {
    const bytes = Buffer.from(
      await writeZip([
        { name: 'mimetype', data: 'application/epub+zip', stored: true },
        { name: 'x', data: 'y' },
      ]),
    );
    expect(bytes.subarray(30, 58).toString('latin1')).toBe('mimetypeapplication/epub+zip');
    expect(bytes.readUInt16LE(8)).toBe(0);
    expect(bytes.readUInt16LE(28)).toBe(0);
  });

  test.each([['../a'], ['/a'], ['a\\b'], ['a', 'A'], ['nul']])('the names %j are refused', async (...names) => {
    await expect(writeZip(names.map((name) => ({ name, data: '' })))).rejects.toThrow(RangeError);
  });
});
