import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { zipLimits } from '#main/container/limits.ts';
import { readZip, type ZipArchive } from '#main/container/read-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import { rawZip, type RawEntry } from './raw-zip.ts';

async function refusal(work: Promise<unknown>): Promise<ZipError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof ZipError) return error;
  throw new Error(`expected a ZipError, got ${String(error)}`);
}

const read = async (...entries: RawEntry[]): Promise<ZipArchive> => readZip(rawZip(entries));
const refused = async (...entries: RawEntry[]): Promise<string> => (await refusal(read(...entries))).code;
/** The refusal of the first entry's data, whose directory is fine. */
const unreadable = async (entry: RawEntry): Promise<ZipError> => {
  const zip = await read(entry);
  const [name = ''] = zip.entries.keys();
  return refusal(zip.bytes(name));
};

describe('what is read', () => {
  test('stored and deflated entries come out as they went in', async () => {
    const zip = await read(
      { name: 'a/бір.txt', data: 'Тәуелсіздік' },
      { name: 'b', data: 'x'.repeat(9999), method: 8 },
    );
    expect([...zip.entries.keys()]).toEqual(['a/бір.txt', 'b']);
    expect(await zip.text('a/бір.txt')).toBe('Тәуелсіздік');
    expect(await zip.text('b')).toBe('x'.repeat(9999));
  });

  test('folders are checked and not listed', async () => {
    const zip = await read({ name: 'a/' }, { name: 'a/b', data: '1' });
    expect([...zip.entries.keys()]).toEqual(['a/b']);
  });

  test('an empty archive has no entries', async () => {
    expect((await read()).entries.size).toBe(0);
  });

  test('zip64 sizes, offsets and counts are read', async () => {
    const zip = await readZip(
      rawZip(
        [
          { name: 'a', data: 'wide', zip64: true },
          { name: 'b', data: '2' },
        ],
        { zip64: true },
      ),
    );
    expect(await zip.text('a')).toBe('wide');
    expect(await zip.text('b')).toBe('2');
  });

  test('a name in UTF-8 is read although its flag is forgotten', async () => {
    expect([...(await read({ name: 'кітап.xhtml', flags: 0 })).entries.keys()]).toEqual(['кітап.xhtml']);
  });

  test('names that objects have of their own are names like others', async () => {
    const zip = await read({ name: '__proto__', data: 'p' }, { name: 'constructor', data: 'c' });
    expect(await zip.text('__proto__')).toBe('p');
    expect((await refusal(zip.text('toString'))).code).toBe('missing');
    expect(({} as Record<string, unknown>)['p']).toBeUndefined();
  });

  test('a byte order mark is left out, and says which UTF-16 it is', async () => {
    const zip = await read(
      { name: 'a', data: '\uFEFFтекст' },
      { name: 'b', data: Buffer.from('\uFEFFтекст', 'utf16le') },
      { name: 'c', data: Buffer.from('\uFEFFтекст', 'utf16le').swap16() },
    );
    expect(await Promise.all(['a', 'b', 'c'].map(async (name) => zip.text(name)))).toEqual(['текст', 'текст', 'текст']);
  });

  test('an archive inside the archive is a file and is not opened', async () => {
    const inner = rawZip([{ name: '../evil', data: 'x' }]);
    expect(Buffer.from(await (await read({ name: 'inner.zip', data: inner })).bytes('inner.zip'))).toEqual(inner);
  });

  test('a file on the disk is read by its path', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-zip-'));
    const path = join(folder, 'a.zip');
    await writeFile(path, rawZip([{ name: 'a', data: 'disk' }]));
    expect(await (await readZip(path)).text('a')).toBe('disk');
    expect((await refusal(readZip(path, { archiveBytes: 20 }))).code).toBe('too-big');
    await rm(folder, { recursive: true });
  });
});

describe('names', () => {
  const names = [
    '../a',
    'a/../../b',
    '..',
    '/etc/passwd',
    'C:/a',
    'c:a',
    'a:stream',
    '\\\\host\\share',
    '//host/share',
    'a\\b',
    'a\0b',
    'a\nb',
    'a\u007Fb',
    'a\u0085b',
    '',
    '/',
    'a//b',
    './a',
    'a/./b',
    'a.',
    'a /b',
    'CON',
    'con.txt',
    'a/nul',
    'LPT1.x',
    'com¹',
    'a\u202Etxt.exe',
    'x'.repeat(256),
    `${'x/'.repeat(600)}y`,
  ];
  test.each(names)('%j is refused', async (name) => {
    expect(await refused({ name: 'fine' }, { name, data: 'x' })).toBe('name');
  });

  test('a name that is not UTF-8 although its flag says so is refused', async () => {
    expect(await refused({ name: Buffer.from([0xff, 0xfe, 0x61]) })).toBe('name');
  });

  test.each(['COM10', 'console.txt', 'nullable/a', 'a..b', '.hidden', 'a b', 'aux1', 'пример.xhtml'])(
    '%j is a name',
    async (name) => {
      expect((await read({ name })).entries.has(name)).toBe(true);
    },
  );

  test.each([
    ['a', 'a'],
    ['Text/A.xhtml', 'text/a.XHTML'],
    ['й', 'и\u0306'],
    ['a', 'a/b'],
    ['a/b', 'a'],
    ['a/', 'a'],
    ['a/', 'A/'],
  ])('%j and %j are doubles', async (one, other) => {
    expect(await refused({ name: one }, { name: other })).toBe('doubled');
  });

  test('a name that differs before the data is refused', async () => {
    expect(await refused({ name: 'a', local: { name: 'b' } })).toBe('lies');
  });

  test('an error shows a hostile name in one harmless line', async () => {
    const error = await refusal(read({ name: `a\n\u202E\0${'b'.repeat(900)}`, data: 'x' }));
    expect(error.message).not.toMatch(/[\p{Cc}\u202E]/u);
    expect(error.message.length).toBeLessThan(250);
    expect(error.place).toBe(0);
  });
});

describe('things that are no plain files', () => {
  test('a symbolic link is refused', async () => {
    expect(await refused({ name: 'a', data: '/etc/passwd', mode: 0o120_777 })).toBe('special');
  });

  test.each([0o020_644, 0o060_644, 0o010_644, 0o140_644])('mode %o is refused', async (mode) => {
    expect(await refused({ name: 'a', mode })).toBe('special');
  });

  test('a file and a folder of Unix are fine', async () => {
    expect((await read({ name: 'a', mode: 0o100_644 }, { name: 'b/', mode: 0o040_755 })).entries.size).toBe(1);
  });

  test.each([0x0801, 0x0840, 0x2800])('flags %i mean encryption and are refused', async (flags) => {
    expect(await refused({ name: 'a', flags })).toBe('encrypted');
  });

  test('encryption that only the header before the data admits is refused', async () => {
    expect(await refused({ name: 'a', local: { flags: 0x0801 } })).toBe('encrypted');
  });

  test.each([1, 9, 12, 14, 93, 99])('compression method %i is refused', async (method) => {
    expect(await refused({ name: 'a', method })).toBe('method');
  });

  test('a method that differs before the data is refused', async () => {
    expect(await refused({ name: 'a', local: { method: 8 } })).toBe('lies');
  });

  test('a folder with data is refused', async () => {
    expect(await refused({ name: 'a/', data: 'x' })).toBe('lies');
  });
});

describe('what it costs', () => {
  test('a bomb is refused by its ratio before a byte is unpacked', async () => {
    expect(await refused({ name: 'a', data: Buffer.alloc(3_000_000), method: 8 })).toBe('ratio');
  });

  test('a small file may be of one letter', async () => {
    expect((await (await read({ name: 'a', data: Buffer.alloc(900_000), method: 8 })).bytes('a')).length).toBe(900_000);
  });

  test('a bomb that states a small size stops at that size', async () => {
    const error = await unreadable({
      name: 'a',
      packed: deflateRawSync(Buffer.alloc(50_000_000)),
      method: 8,
      size: 1000,
    });
    expect(error.code).toBe('lies');
  });

  test('entries that together are too much are refused', async () => {
    const entries = Array.from({ length: 11 }, (_, at) => ({ name: String(at), data: 'x'.repeat(100) }));
    expect((await refusal(readZip(rawZip(entries), { totalBytes: 1000 }))).code).toBe('too-big');
    expect((await refusal(readZip(rawZip(entries), { entryBytes: 99 }))).code).toBe('too-big');
    expect((await refusal(readZip(rawZip(entries), { entries: 10 }))).code).toBe('too-many-entries');
    expect((await refusal(readZip(rawZip(entries), { archiveBytes: 1000 }))).code).toBe('too-big');
    expect((await readZip(rawZip(entries), { totalBytes: 1100, entries: 11 })).entries.size).toBe(11);
  });

  test('a count of billions in zip64 is refused at once', async () => {
    expect((await refusal(readZip(rawZip([], { entries: 2 ** 40, zip64: true })))).code).toBe('too-many-entries');
  });

  test('a size of 4 GiB without zip64 is refused', async () => {
    expect(await refused({ name: 'a', method: 8, size: 0xffff_ffff })).toBe('too-big');
  });

  test('the one who reads can allow less than the archive', async () => {
    const zip = await read({ name: 'a', data: 'x'.repeat(100) });
    expect((await refusal(zip.bytes('a', 99))).code).toBe('too-big');
    expect((await zip.bytes('a', 100)).length).toBe(100);
  });

  test('entries that share data are refused', async () => {
    expect(await refused({ name: 'aa', data: 'x' }, { name: 'bb', data: 'x', offset: 0, local: { name: 'aa' } })).toBe(
      'lies',
    );
    const kernel = rawZip([{ name: 'b', data: 'x' }]).subarray(0, 32);
    expect(await refused({ name: 'a', data: kernel }, { name: 'b', data: 'x', offset: 31 })).toBe('lies');
  });

  test('the default limits hold', () => {
    expect(zipLimits.entryBytes).toBeLessThanOrEqual(zipLimits.totalBytes);
    expect(zipLimits.totalBytes).toBeLessThanOrEqual(2 ** 30);
  });
});

describe('lies and damage', () => {
  test('a wrong checksum is found', async () => {
    expect((await unreadable({ name: 'a', data: 'x', crc: 1 })).message).toBe(
      'entry “a” at byte 31: its checksum is wrong',
    );
  });

  test('a size that is too small or too great is found', async () => {
    expect((await unreadable({ name: 'a', data: 'xyz', method: 8, size: 2 })).code).toBe('lies');
    expect((await unreadable({ name: 'a', data: 'xyz', method: 8, size: 4 })).code).toBe('lies');
    expect(await refused({ name: 'a', data: 'xyz', size: 2 })).toBe('lies');
  });

  test('bytes behind the packed data are found', async () => {
    const packed = Buffer.concat([deflateRawSync(Buffer.from('x')), Buffer.from('more')]);
    expect((await unreadable({ name: 'a', data: 'x', packed, method: 8 })).code).toBe('lies');
  });

  test('data that are no deflate, or cut short, are damaged', async () => {
    expect((await unreadable({ name: 'a', data: 'x', packed: Buffer.from([7, 7, 7]), method: 8 })).code).toBe(
      'damaged',
    );
    const short = deflateRawSync(Buffer.from('hello hello')).subarray(0, 4);
    expect((await unreadable({ name: 'a', data: 'hello hello', packed: short, method: 8 })).code).toBe('damaged');
  });

  test('data that would end behind the archive are damaged', async () => {
    expect(await refused({ name: 'a', data: 'x', packedSize: 9_000_000, method: 8 })).toBe('damaged');
    expect(await refused({ name: 'a', data: 'x', offset: 5 })).toBe('damaged');
    expect(await refused({ name: 'a', data: 'x', offset: 2 ** 31 })).toBe('damaged');
    expect(await refused({ name: 'a', data: 'x', offset: Number.MAX_SAFE_INTEGER, zip64: true })).toBe('damaged');
  });

  test('a count that is too great is damaged', async () => {
    expect((await refusal(readZip(rawZip([{ name: 'a' }], { entries: 2 })))).code).toBe('damaged');
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a text', Buffer.from('not a zip at all, only a sentence')],
    ['another format', Buffer.from('SQLite format 3\0')],
    ['an end alone', Buffer.from('PK\u0005\u0006')],
  ])('%s is no archive', async (_, bytes) => {
    expect((await refusal(readZip(bytes))).code).toBe('damaged');
  });

  test('an archive cut at any byte is refused', async () => {
    const whole = rawZip([
      { name: 'a', data: 'one' },
      { name: 'b/c', data: 'two two two', method: 8 },
    ]);
    for (let length = 0; length < whole.length; length++) {
      expect((await refusal(readZip(whole.subarray(0, length)))).code).toBe('damaged');
    }
  });

  test('bytes that are no text are said to be none', async () => {
    const zip = await read({ name: 'a', data: Buffer.from([0xc3, 0x28]) });
    expect((await refusal(zip.text('a'))).code).toBe('not-text');
  });
});
