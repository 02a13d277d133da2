import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TerminalCommand } from '#main/commands/command.ts';
import { convertCommand } from '#main/commands/convert.ts';
import { exportCommand } from '#main/commands/export.ts';
import { importCommand } from '#main/commands/import.ts';
import { worksCommand } from '#main/commands/works.ts';
import { machineKey } from '#main/library/machine.ts';
import { opened, scratch } from '../../../fixtures/library/scratch.ts';

const kazakh = `Қабанбай батыр бұл қалаға 1740 жылы көктемде үлкен қолмен келіп жетті.

Шекарада тұрған жау әскері мұны естіп, түн ішінде үдере көшіп кеткен еді.
`;
const english = `Kabanbai Batyr came to this town in the spring of 1740 with a great host.

The enemy army standing at the border heard of this and fled in the night.
`;

async function run(command: TerminalCommand, ...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const output = { line: (line: string) => out.push(line), complaint: (line: string) => said.push(line) };
  const code = await command.run(args, output, new AbortController().signal);
  return { code, out, said };
}

/** A folder with two texts in files. */
async function withTexts(): Promise<{ folder: string; library: string; kk: string; en: string }> {
  const folder = await scratch();
  const paths = { kk: join(folder, 'kk.txt'), en: join(folder, 'en.txt') };
  await writeFile(paths.kk, kazakh);
  await writeFile(paths.en, english);
  return { folder, library: join(folder, 'library'), ...paths };
}

async function imported() {
  const texts = await withTexts();
  const { code, out } = await run(importCommand, texts.en, texts.kk, '--library', texts.library, '--title', 'Қабанбай');
  expect([code, out]).toEqual([0, ['qabanbay']]);
  return texts;
}

describe('egiz import', () => {
  test('makes an aligned work, the Kazakh text its original, and says its id', async () => {
    const { library } = await imported();
    const state = (await (await opened(library)).work('qabanbay')).state();
    expect(state.work).toMatchObject({ original: 'kk', titles: { kk: 'Қабанбай' } });
    expect(state.alignments.get('kk~en')?.map(({ source, target }) => [source.length, target.length])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('takes another text for the original where it is asked to, and does not align where it is not wanted', async () => {
    const { library, kk, en } = await withTexts();
    const { code } = await run(
      importCommand,
      kk,
      en,
      '--library',
      library,
      '--original',
      'en',
      '--no-align',
      '--title',
      'K',
    );
    expect(code).toBe(0);
    const state = (await (await opened(library)).work('k')).state();
    expect(state.work?.original).toBe('en');
    expect(state.alignments.get('en~kk')?.every(({ confidence }) => confidence === 0)).toBe(true);
  });

  test('tells what it guessed, in a line each, or as JSON', async () => {
    const { library, kk } = await withTexts();
    const plain = await run(importCommand, kk, '--library', library);
    expect(plain.said).toEqual([`Egiz: ${kk}: language guessed: language kk`]);
    const json = await run(importCommand, kk, '--library', library, '--json');
    expect(JSON.parse(json.out.join(''))).toMatchObject({ work: 'kk-2', findings: [{ code: 'language-guessed' }] });
  });

  test.each([
    ['a file that there is not', ['none.txt'], 1, /none\.txt cannot be read: there is no such file/u],
    ['a language that no text is in', ['kk.txt', '--original', 'ru'], 1, /no text is in ru, only in kk/u],
    ['too few languages', ['kk.txt', '--lang', 'kk,en'], 2, /2 languages, and there are 1 texts/u],
    ['no file', [], 2, /FILE is missing/u],
  ])('says in one line what is wrong: %s', async (_, args, exit, line) => {
    const { folder, library } = await withTexts();
    const paths = args.map((arg) => (arg.endsWith('.txt') ? join(folder, arg) : arg));
    const { code, said } = await run(importCommand, ...paths, '--library', library);
    expect(code).toBe(exit);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(line);
  });

  test('leaves a library alone that somebody has open, and says who', async () => {
    const { library, kk } = await withTexts();
    await opened(library, { machine: await machineKey() });
    const { code, said } = await run(importCommand, kk, '--library', library);
    expect(code).toBe(1);
    expect(said).toEqual([expect.stringMatching(/is open in test \(process \d+\); close it there first$/u)]);
  });
});

describe('egiz works', () => {
  test('lists works with the language of the original first', async () => {
    const { library } = await imported();
    expect((await run(worksCommand, '--library', library)).out).toEqual(['qabanbay\tҚабанбай\tkk,en']);
    const json = await run(worksCommand, '--library', library, '--json');
    expect(JSON.parse(json.out.join(''))).toMatchObject([
      { id: 'qabanbay', editions: [{ id: 'kk', original: true }, {}] },
    ]);
  });

  test('reads a library that somebody has open', async () => {
    const { library } = await imported();
    await opened(library, { machine: await machineKey() });
    expect((await run(worksCommand, '--library', library)).out).toHaveLength(1);
  });

  test('makes no library where there is none', async () => {
    const folder = await scratch();
    const { code, said } = await run(worksCommand, '--library', join(folder, 'none'));
    expect([code, said[0]]).toEqual([1, expect.stringContaining('is no library')]);
  });
});

describe('egiz export and egiz convert', () => {
  test('write a work to a file or to the terminal, and a file in another format', async () => {
    const { library, folder } = await imported();
    const named = ['qabanbay', '--library', library, '--format', 'tmx'];
    const tmx = join(folder, 'out.tmx');
    expect((await run(exportCommand, ...named, '-o', tmx, '--json')).out).toEqual([
      JSON.stringify({ file: tmx, bytes: (await readFile(tmx)).length }),
    ]);
    const { out } = await run(exportCommand, ...named, '--editions', 'en,kk');
    expect(out.join('\n')).toContain('srclang="en"');
    const xliff = join(folder, 'out.xlf');
    expect(await run(convertCommand, tmx, xliff)).toEqual({ code: 0, out: [], said: [] });
    expect(await readFile(xliff, 'utf8')).toContain('Қабанбай батыр');
    const back = await run(convertCommand, xliff, '-', '--to', 'tmx', '--lang', 'en,kk');
    expect(back.out.join('\n')).toMatch(/srclang="en"[\s\S]*Kabanbai[\s\S]*Қабанбай/u);
  });

  test('take a work with everything to another library', async () => {
    const { library, folder } = await imported();
    const file = join(folder, 'work.egiz');
    expect((await run(exportCommand, 'qabanbay', '--library', library, '--format', 'egiz', '-o', file)).code).toBe(0);
    const other = join(folder, 'other');
    expect((await run(importCommand, file, '--library', other)).out).toEqual(['qabanbay']);
    const again = await run(importCommand, file, '--library', other);
    expect([again.code, again.said[0]]).toEqual([1, expect.stringContaining('--as join or --as copy')]);
    expect((await run(importCommand, file, '--library', other, '--as', 'copy')).out).toEqual(['qabanbay-2']);
  });

  test('[EG14] know a work of Egiz by what is in it', async () => {
    const { library, folder } = await imported();
    const file = join(folder, 'work.egiz (1)');
    await run(exportCommand, 'qabanbay', '--library', library, '--format', 'egiz', '-o', file);
    expect((await run(importCommand, file, '--library', join(folder, 'other'))).out).toEqual(['qabanbay']);
  });

  test.each([
    ['export', ['w'], exportCommand, 2, '--format is missing'],
    ['export', ['w', '--format', 'doc'], exportCommand, 2, 'there is no format doc'],
    ['export', ['w', '--format', 'egiz'], exportCommand, 2, '-o FILE is needed'],
    ['export', ['w', '--format', 'tmx', '--unit', 'word'], exportCommand, 2, '--unit must be'],
    ['convert', ['a.tmx'], convertCommand, 2, 'IN and OUT are needed'],
    ['convert', ['a.tmx', 'b.xyz'], convertCommand, 2, 'does not tell its format'],
    ['convert', ['a.tmx', './a.tmx'], convertCommand, 2, 'would be written over; name another file'],
    ['convert', ['none.tmx', 'b.tmx'], convertCommand, 1, 'there is no such file'],
  ])('egiz %s says what is wrong with %j', async (_, args, command, exit, line) => {
    const { code, said } = await run(command, ...args);
    expect([code, said.length, said[0]]).toEqual([exit, 1, expect.stringContaining(line)]);
  });

  test('say that a file holds no two linked texts', async () => {
    const { kk } = await withTexts();
    const { code, said } = await run(convertCommand, kk, '-', '--to', 'tmx');
    expect([code, said[0]]).toEqual([1, expect.stringContaining('does not hold two linked texts')]);
  });

  test('know an edition by its language, and the country of a text plays no part', async () => {
    const { folder, library, en } = await withTexts();
    const [page, rest] = [join(folder, 'kk.html'), ['--library', library]];
    await writeFile(page, `<html lang="kk-KZ"><body>${kazakh.trim().replace(/^.+$/gmu, '<p>$&</p>')}</body></html>`);
    await run(importCommand, page, en, '--lang', 'kk-KZ,en-GB', '--title', 'A', ...rest);
    await run(importCommand, page, en, '--title', 'B', ...rest);
    expect((await run(worksCommand, ...rest)).out).toEqual(['a\tA\tkk-KZ,en-GB', 'b\tB\tkk,en']);
    expect((await run(exportCommand, 'a', '--format', 'tsv', '--editions', 'kk,en', ...rest)).code).toBe(0);
  });

  test('say that there is no folder to write to', async () => {
    const { library, folder } = await imported();
    const file = join(folder, 'none', 'a.tmx');
    const { code, said } = await run(exportCommand, 'qabanbay', '--format', 'tmx', '-o', file, '--library', library);
    expect([code, said]).toEqual([1, [`Egiz: ${file} cannot be written: there is no folder ${join(folder, 'none')}`]]);
  });

  test('say which works and editions there are not', async () => {
    const { library } = await imported();
    const other = await run(exportCommand, 'x', '--library', library, '--format', 'tmx');
    expect([other.code, other.said[0]]).toEqual([1, expect.stringContaining('no work "x"')]);
    const ru = await run(exportCommand, 'qabanbay', '--library', library, '--format', 'tmx', '--editions', 'kk,ru');
    expect([ru.code, ru.said[0]]).toEqual([2, expect.stringContaining('no edition ru, only kk, en')]);
  });
});
