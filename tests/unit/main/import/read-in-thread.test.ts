import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BroughtError, BroughtFiles } from '#main/import/brought-files.ts';
import { readInThread } from '#main/import/read-in-thread.ts';
import { workIdOf } from '#main/import/work-id.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const never = new AbortController().signal;
const task = (name: string, text: string) => ({ name, bytes: bytesOf(text), choices: {} });

describe('a file that is read in a thread', () => {
  test('is given back with its progress', async () => {
    const end = await readInThread(task('a.txt', 'Бірінші абзац.\n\nЕкінші абзац.'), () => undefined, never);
    expect(end).toMatchObject({ read: { format: 'txt', imported: { texts: [{ blocks: [{}, {}] }] } } });
  });

  test('that needs more memory than it may take is too large, and nothing else ends', async () => {
    const many = 'абвгд\n\n'.repeat(300_000);
    const end = await readInThread(task('a.txt', many), () => undefined, never, { memory: 24 });
    expect(end).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('that unpacks to more memory outside of its heap is too large, and nothing else ends', async () => {
    const end = await readInThread({ name: 'a.pdf', bytes: unpackingPdf(600), choices: {} }, () => undefined, never, {
      memory: 100,
    });
    expect(end).toMatchObject({ failure: { code: 'too-large', message: 'it needs too much memory' } });
  });

  test.each(['\n', '\r', '\u2028'])(
    'of more lines %j than a list may have is too large, and nothing else ends',
    async (line) => {
      const bytes = Uint8Array.from(Buffer.alloc(141 * 1024 * 1024, line));
      const end = await readInThread({ name: 'a.txt', bytes, choices: {} }, () => undefined, never);
      expect(end).toMatchObject({ failure: { code: 'too-large' } });
    },
  );

  test('with more paragraphs than a text has is too large', async () => {
    const end = await readInThread(task('a.txt', 'а\n\n'.repeat(450_000)), () => undefined, never);
    expect(end).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('is given up when it takes too long', async () => {
    const end = await readInThread(task('a.txt', 'а'), () => undefined, never, { time: 1 });
    expect(end).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('is left at once when nobody waits for it', async () => {
    const stop = new AbortController();
    const end = readInThread(task('a.txt', 'а\n\n'.repeat(100_000)), () => undefined, stop.signal);
    stop.abort();
    expect(await end).toBe('cancelled');
  });
});

describe('files that were brought', () => {
  test('come in pieces, one after the other, and no further than they said', () => {
    const files = new BroughtFiles();
    const id = files.begin('a.txt', 4);
    files.put(id, 0, bytesOf('ab'));
    expect(() => files.put(id, 0, bytesOf('ab'))).toThrow(BroughtError);
    expect(() => files.put(id, 2, bytesOf('abc'))).toThrow(BroughtError);
    files.put(id, 2, bytesOf('cd'));
  });

  test('are not read before they came whole, nor shown before they were read', async () => {
    const files = new BroughtFiles();
    const id = files.begin('a.txt', 4);
    await expect(files.read(id, {}, () => undefined, never)).rejects.toMatchObject({ code: 'bad-request' });
    expect(() => files.readOf(id)).toThrow('was not read');
  });

  test('are read again with what a person corrected', async () => {
    const files = new BroughtFiles();
    const text = '# Тақырып\n\nБірінші абзац.';
    const id = files.begin('a.txt', bytesOf(text).length);
    files.put(id, 0, bytesOf(text));
    await files.read(id, {}, () => undefined, never);
    expect(files.readOf(id).read.format).toBe('txt');
    await files.read(id, { format: 'markdown' }, () => undefined, never);
    expect(files.readOf(id).read.imported.texts[0]?.blocks[0]).toMatchObject({ type: 'heading', text: 'Тақырып' });
  });

  test('are forgotten when they are dropped, and after two hours', () => {
    let now = 0;
    const files = new BroughtFiles(() => now);
    const [first, second] = [files.begin('a', 1), files.begin('b', 1)];
    files.drop(first);
    expect(() => files.readOf(first)).toThrow('there is no file');
    now = 3 * 60 * 60_000;
    files.begin('c', 1);
    expect(() => files.readOf(second)).toThrow('there is no file');
  });

  test('of more bytes than fit are refused before any of them comes', () => {
    expect(() => new BroughtFiles().begin('a', 2 ** 30)).toThrow('at most');
  });

  test('of which no more comes are forgotten after ten minutes, and make room for others', () => {
    let now = 0;
    const files = new BroughtFiles(() => now);
    const begun = Array.from({ length: 64 }, () => files.begin('a.txt', 4));
    const [whole = '', moving = ''] = begun;
    files.put(whole, 0, bytesOf('абвг').subarray(0, 4));
    expect(() => files.begin('b.txt', 4)).toThrow(/no room beside the 64 files of 256 bytes/);
    now = 9 * 60_000;
    files.put(moving, 0, bytesOf('a'));
    now = 11 * 60_000;
    files.begin('b.txt', 4);
    files.put(moving, 1, bytesOf('b'));
    expect(() => files.put(begun[2] ?? '', 0, bytesOf('a'))).toThrow('there is no file');
    expect(() => files.readOf(whole)).toThrow('was not read');
  });

  test.each([
    [-1, 'a'],
    [1, 'a'],
    [0, 'abcde'],
    [2 ** 52, 'a'],
    [Number.NaN, 'a'],
  ])('take no piece at %d that does not follow', (offset, piece) => {
    const files = new BroughtFiles();
    const id = files.begin('a.txt', 4);
    expect(() => files.put(id, offset, bytesOf(piece))).toThrow(BroughtError);
    files.put(id, 0, bytesOf(''));
    files.put(id, 0, bytesOf('abcd'));
    expect(() => files.put(id, 4, bytesOf('e'))).toThrow(BroughtError);
  });

  test('are given back no longer once they are dropped while they are read', async () => {
    const files = new BroughtFiles();
    const text = bytesOf('Бірінші абзац.\n\n'.repeat(20_000));
    const id = files.begin('a.txt', text.length);
    files.put(id, 0, text);
    const both = [files.read(id, {}, () => undefined, never), files.read(id, {}, () => undefined, never)];
    files.drop(id);
    expect(await Promise.all(both)).toEqual(['cancelled', 'cancelled']);
    expect(() => files.readOf(id)).toThrow('there is no file');
  });
});

test.each([
  ['Қазан төңкерісі және Қазақстан', 'qazan-tongkerisi-zhane-qazaqstan'],
  ['The October Revolution!', 'the-october-revolution'],
  ['東京', 'work'],
  ['CON', 'work'],
  ['', 'work'],
])('the id of a work called “%s” is %s', (title, id) => {
  expect(workIdOf(title)).toBe(id);
});

/** A PDF whose only page unpacks to so many megabytes. */
function unpackingPdf(megabytes: number): Uint8Array {
  const page = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 'BT '));
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Filter /FlateDecode /Length ${String(page.length)} >>\nstream\n`,
  ];
  const begin = objects.map((object, at) => `${String(at + 1)} 0 obj\n${object}`).join('\nendobj\n');
  const end = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n';
  return Uint8Array.from(Buffer.concat([Buffer.from(`%PDF-1.4\n${begin}`), page, Buffer.from(end)]));
}
