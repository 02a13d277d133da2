import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { appendLines } from '#main/library/append.ts';
import { safeWrite } from '#main/library/safe-write.ts';
import { names, scratch } from '../../../fixtures/library/scratch.ts';

describe('a safe write', () => {
  test('[S2] replaces a file, and leaves nothing beside it', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'a.json'), 'old');
    await safeWrite(join(folder, 'a.json'), ['new', Buffer.from(' and whole')]);
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('new and whole');
    expect(await names(folder)).toEqual(['a.json']);
  });

  test('[S2] that fails in the middle leaves the old file as it was', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'a.json'), 'old');
    function* broken(): Generator<string> {
      yield 'half';
      throw new Error('the lights went out');
    }
    await expect(safeWrite(join(folder, 'a.json'), broken())).rejects.toMatchObject({
      code: 'write-failed',
      where: join(folder, 'a.json'),
      message: expect.stringContaining('the lights went out') as string,
    });
    expect(await readFile(join(folder, 'a.json'), 'utf8')).toBe('old');
    expect(await names(folder)).toEqual(['a.json']);
  });

  test('names the file that could not be written', async () => {
    const folder = await scratch();
    const file = join(folder, 'none', 'a.json');
    await expect(safeWrite(file, ['x'])).rejects.toMatchObject({ code: 'write-failed', where: file });
  });
});

describe('appending', () => {
  test('[W2] begins on a line of its own behind a torn one', async () => {
    const file = join(await scratch(), 'j.jsonl');
    await writeFile(file, 'whole\ntorn');
    await appendLines(file, 'next\n');
    expect(await readFile(file, 'utf8')).toBe('whole\ntorn\nnext\n');
  });

  test('[W2] writes to the file of that name, though the one before was taken away', async () => {
    const folder = await scratch();
    const file = join(folder, 'j.jsonl');
    await appendLines(file, 'first\n');
    await safeWrite(file, ['replaced\n']);
    await appendLines(file, 'second\n');
    expect(await readFile(file, 'utf8')).toBe('replaced\nsecond\n');
  });
});
