import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZip } from '#main/container/read-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import { rawZip } from './raw-zip.ts';

const limits = { entries: 10, entryBytes: 4000, totalBytes: 8000, archiveBytes: 20_000 };
const seeds = [
  rawZip([
    { name: 'mimetype', data: 'application/epub+zip' },
    { name: 'META-INF/', mode: 0o040_755 },
    { name: 'META-INF/container.xml', data: '<container/>'.repeat(20), method: 8 },
  ]),
  rawZip([{ name: 'a', data: 'wide'.repeat(100), method: 8, zip64: true }], { zip64: true, comment: 'note' }),
  rawZip([{ name: 'й', flags: 0, data: 'x', extra: Buffer.from([0x75, 0x70, 6, 0, 1, 0, 0, 0, 0, 0x61]) }]),
];

const mutation = fc.record({
  place: fc.nat(10_000),
  value: fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)),
  kind: fc.constantFrom('set', 'set', 'set', 'insert', 'remove', 'copy'),
});

function mutated(seed: Buffer, steps: readonly { place: number; value: number; kind: string }[]): Buffer {
  const bytes = [...seed];
  for (const { place, value, kind } of steps) {
    const at = place % Math.max(1, bytes.length);
    if (kind === 'set') bytes[at] = value;
    else if (kind === 'insert') bytes.splice(at, 0, value);
    else if (kind === 'remove') bytes.splice(at, 1 + (value % 40));
    else bytes.splice(at, 0, ...bytes.slice(at, at + value));
  }
  return Buffer.from(bytes);
}

/** How reading every entry of an archive ends: what came out of each, or the refusal. Any other error is thrown. */
async function outcome(archive: Buffer): Promise<{ sizes: [stated: number, real: number][]; refusal: string | null }> {
  const sizes: [number, number][] = [];
  try {
    const zip = await readZip(archive, limits);
    for (const [name, { size }] of zip.entries) sizes.push([size, (await zip.bytes(name)).length]);
    return { sizes, refusal: null };
  } catch (error) {
    if (error instanceof ZipError) return { sizes, refusal: error.message };
    throw error;
  }
}

test('a damaged archive gives its files whole or a refusal, and never more than is allowed', async () => {
  let refusals = 0;
  const archives = fc
    .tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 12 }))
    .map(([seed, steps]) => mutated(seed, steps));
  await fc.assert(
    fc.asyncProperty(archives, async (archive) => {
      const { sizes, refusal } = await outcome(archive);
      expect(sizes.length).toBeLessThanOrEqual(limits.entries);
      for (const [stated, real] of sizes) expect([real, real <= limits.entryBytes]).toEqual([stated, true]);
      expect(refusal ?? '').not.toMatch(/\p{Cc}/u);
      refusals += refusal === null ? 0 : 1;
    }),
    { numRuns: 3000, seed: 20_261_123 },
  );
  expect(refusals).toBeGreaterThan(100);
});
