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
    expect(() => new BroughtFiles().begin('a', 2 ** 30)).toThrow('more than can be taken');
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
