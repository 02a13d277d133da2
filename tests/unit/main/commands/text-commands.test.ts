import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCommand } from '#main/commands/check.ts';
import type { TerminalCommand } from '#main/commands/command.ts';
import { matchCommand } from '#main/commands/match.ts';
import { scriptCommand } from '#main/commands/script.ts';
import { segmentCommand } from '#main/commands/segment.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'egiz-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function run(
  command: TerminalCommand,
  ...args: string[]
): Promise<{ code: number; out: string[]; said: string[] }> {
  const out: string[] = [];
  const said: string[] = [];
  const output = { line: (line: string) => out.push(line), complaint: (line: string) => said.push(line) };
  const code = await command.run(args, output, new AbortController().signal);
  return { code, out, said };
}

describe('egiz segment', () => {
  const text = '1917 ж. Қазан төңкерісі болды. Ол аяқталды.\n\nКеңес\n';

  test('writes a sentence a line, and no sentence across lines', async () => {
    const { code, out } = await run(segmentCommand, '--lang', 'kk', await file('text', text));
    expect([code, ...out]).toEqual([0, '1917 ж. Қазан төңкерісі болды.', 'Ол аяқталды.', 'Кеңес']);
  });

  test('writes the words of a sentence with tabs between', async () => {
    const { out } = await run(segmentCommand, '--words', '--lang', 'kk', await file('text', text));
    expect(out[0]).toBe('1917\tж\tҚазан\tтөңкерісі\tболды');
  });
});

describe('egiz match', () => {
  const match = async (headwords: string, words: string, ...more: string[]) => {
    const files = ['--headwords', await file('headwords', headwords), '--words', await file('words', words)];
    return run(matchCommand, '--lang', 'kk', ...files, ...more);
  };

  test('writes headword, form and analysis', async () => {
    const { code, out } = await match(
      'үкімет\tnoun\nУақытша үкімет\r\n\nбаста\tverb\n',
      'үкіметінің\nУақытша үкіметке\nБастады\nжоқ\n',
    );
    expect([code, ...out]).toEqual([
      0,
      'үкімет\tүкіметінің\tүкімет + possessive-3(і) + genitive(нің)',
      'Уақытша үкімет\tУақытша үкіметке\tуақытша үкімет + dative(ке)',
      'баста\tБастады\tбаста + past(ды)',
    ]);
  });

  test('gives a form to the longest headword, and on request to all', async () => {
    expect((await match('бас\nбасшы\n', 'басшы\n')).out).toEqual(['басшы\tбасшы\tбасшы']);
    expect((await match('бас\tverb\nбасшы\n', 'басшы\n', '--all')).out).toEqual([
      'бас\tбасшы\tбас + imperative-request(шы)',
      'басшы\tбасшы\tбасшы',
    ]);
  });

  test.each([
    ['кітап\tсын\n', 'headwords:1: after the tab stands “сын”, not noun or verb'],
    ['кітап\n\tnoun\n', 'headwords:2: there is no headword before the tab'],
    ['а\nкітап\tnoun\tx\n', 'headwords:2: more than one tab'],
  ])('names file and line of a bad headword: %j', async (headwords, complaint) => {
    const { code, said } = await match(headwords, 'сөз\n');
    expect([code, said]).toEqual([1, [`Egiz: ${join(folder, complaint)}`]]);
  });
});

describe('egiz script', () => {
  test('writes another script', async () => {
    const path = await file('text', 'Қазақ тілі\nШҚО\n');
    expect((await run(scriptCommand, '--to', 'latn', path)).out).toEqual(['Qazaq tılı', 'ŞQO']);
    expect((await run(scriptCommand, '--to', 'latn-bgn', path)).out).toEqual(['Qazaq tili', 'SHQO']);
    expect((await run(scriptCommand, '--to', 'arab', path)).out[0]).toBe('قازاق ٴتىلى');
  });
});

describe('egiz check', () => {
  test('names place, kind, word and repair', async () => {
    const path = await file('text', 'Жақсы.\nБұл Қaзақ тiлі\n');
    const { code, out } = await run(checkCommand, path);
    expect([code, ...out]).toEqual([0, `${path}:2:5\tlookalike\tҚaзақ\tҚазақ`, `${path}:2:11\tlookalike\tтiлі\tтілі`]);
  });

  test('says nothing of a sound text', async () => {
    expect((await run(checkCommand, await file('text', 'Қазақ\n'))).out).toEqual([]);
  });
});

describe('a command badly called', () => {
  test.each<[TerminalCommand, string[], string]>([
    [segmentCommand, [], '--lang is missing'],
    [segmentCommand, ['--lang', 'kk!'], '--lang kk! is no language tag'],
    [segmentCommand, ['--lang', 'kk', 'a', 'b'], 'what is b?'],
    [segmentCommand, ['--language', 'kk'], "Unknown option '--language'"],
    [matchCommand, ['--lang', 'kk'], '--headwords is missing'],
    [
      matchCommand,
      ['--lang', 'kk', '--headwords', '-', '--words', '-'],
      '--headwords and --words cannot both be standard input',
    ],
    [scriptCommand, ['--to', 'greek'], '--to must be latn, latn-bgn, arab, not greek'],
    [checkCommand, ['--to', 'latn'], "Unknown option '--to'"],
  ])('ends with 2 and one line: $1', async (command, args, complaint) => {
    const { code, out, said } = await run(command, ...args);
    expect([code, out, said]).toEqual([2, [], [`Egiz: ${complaint}. See: egiz ${command.name} --help`]]);
  });
});

describe('bad input', () => {
  test('a missing file is named, with exit code 1', async () => {
    const path = join(folder, 'missing');
    const { code, said } = await run(checkCommand, path);
    expect([code, said]).toEqual([1, [`Egiz: ${path} cannot be read: there is no such file`]]);
    expect((await run(checkCommand, folder)).said).toEqual([`Egiz: ${folder} cannot be read: it is a folder`]);
  });

  test('the line that is not UTF-8 is named', async () => {
    const path = await file('latin1', Uint8Array.from([65, 10, 66, 0xe9, 67, 10]));
    const { code, said } = await run(segmentCommand, '--lang', 'kk', path);
    expect([code, said]).toEqual([1, [`Egiz: ${path}:2: this line is not UTF-8`]]);
  });
});

test('every command has a help', async () => {
  for (const command of [segmentCommand, matchCommand, scriptCommand, checkCommand]) {
    const { code, out } = await run(command, '--help');
    expect([code, ...out]).toEqual([0, command.help]);
  }
});

test('standard input is read as UTF-8, and written so', async () => {
  const cli = join(import.meta.dirname, '..', '..', '..', '..', 'src-main', 'cli.ts');
  const child = spawn(process.execPath, [cli, 'script', '--to', 'latn'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end('Қазақстан\n');
  expect(await readAll(child.stdout)).toBe('Qazaqstan\n');
});

test('a reader that has enough of the output ends the command quietly', async () => {
  const cli = join(import.meta.dirname, '..', '..', '..', '..', 'src-main', 'cli.ts');
  const path = await file('long', 'Қазақстан\n'.repeat(100_000));
  const child = spawn(process.execPath, [cli, 'script', '--to', 'latn', path], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.once('data', () => child.stdout.destroy());
  const [said] = await Promise.all([readAll(child.stderr), once(child, 'exit')]);
  expect([said, child.exitCode]).toEqual(['', 0]);
});
