import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeEach, describe, expect, test } from 'vitest';
import { alignCommand } from '#main/commands/align.ts';
import { alignHere } from '#main/jobs/align.ts';

let folder: string;
let lines: string[];
let complaints: string[];
let shares: (string | null)[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'egiz-align-'));
  lines = [];
  complaints = [];
  shares = [];
});

const kazakh = [
  'Қабанбай батыр бұл қалаға 1740 жылы көктемде үлкен қолмен келіп жетті.',
  'Шекарада тұрған жау әскері мұны естіп, түн ішінде үдере көшіп кеткен еді.',
  'Бейсенбі күні түстен кейін Нью-Йорк қаласында 80 градусқа дейін ыстық болды.',
];
const english = [
  'Kabanbai Batyr came to this town in the spring of 1740 with a great host.',
  'On Thursday afternoon it was as hot as 80 degrees in the city of New York.',
];
const shape = ['[0]:[0]', '[1]:[]', '[2]:[1]'];

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

async function run(...args: string[]): Promise<number> {
  const output = {
    line: (text: string) => lines.push(text),
    complaint: (text: string) => complaints.push(text),
    progress: (text: string | null) => shares.push(text),
  };
  const command = alignCommand((task, progress) => Promise.resolve(alignHere(task, progress)));
  return command.run(args, output, new AbortController().signal);
}

/** Beads as printed, without how unsure they are. */
function printed(): string[] {
  return lines.flatMap((text) => text.split('\n')).map((line) => line.replace(/:[^:\]]*$/u, ''));
}

describe('egiz align', () => {
  test('prints a bead a line, numbered from 0, with how unsure it is', async () => {
    const code = await run(
      await file('a', `${kazakh.join('\n')}\n`),
      await file('b', `${english.join('\n')}\n`),
      '--lang',
      'kk,en',
    );
    expect([code, complaints]).toEqual([0, []]);
    expect(lines.join('\n')).toMatch(/^\[0\]:\[0\]:0(?:\.\d+)?\n\[1\]:\[\]:0(?:\.\d+)?\n\[2\]:\[1\]:0(?:\.\d+)?$/);
  });

  test('counts empty lines as units of their own', async () => {
    const code = await run(
      await file('a', `${kazakh[0]}\n\n${kazakh[2]}\n`),
      await file('b', english.join('\n')),
      '--lang',
      'kk,en',
    );
    expect([code, printed()]).toEqual([0, shape]);
  });

  test.each([
    [
      'with a byte order mark and Windows line ends',
      (text: string) => iconv.encode(text.replaceAll('\n', '\r\n'), 'utf8', { addBOM: true }),
    ],
    ['in UTF-16', (text: string) => iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['in UTF-16 without a mark', (text: string) => iconv.encode(text, 'utf-16be')],
    ['in RK1048', (text: string) => iconv.encode(text, 'rk1048')],
    ['in PT154', (text: string) => iconv.encode(text, 'pt154')],
  ])('reads files %s', async (_, bytes) => {
    const code = await run(
      await file('a', bytes(kazakh.join('\n'))),
      await file('b', english.join('\r\n')),
      '--lang',
      'kk,en',
      '--format',
      'json',
    );
    expect([code, complaints]).toEqual([0, []]);
    const answer = JSON.parse(lines.join('\n')) as { beads: { sourceTexts: string[] }[] };
    expect(answer.beads.flatMap((bead) => bead.sourceTexts)).toEqual(kazakh);
  });

  test('reads Russian in cp1251 and French in cp1252', async () => {
    const russian = 'В четверг днём в городе было жарко, до 80 градусов.';
    const french = 'Jeudi après-midi, il a fait très chaud à la ville, 80 degrés.';
    const code = await run(
      await file('a', iconv.encode(russian, 'win1251')),
      await file('b', iconv.encode(french, 'win1252')),
      '--lang',
      'ru,fr',
      '--format',
      'tsv',
    );
    expect(code).toBe(0);
    expect(lines.join('\n')).toContain(`${russian}\t${french}\t`);
  });

  test('aligns paragraphs parted by empty lines', async () => {
    const source = kazakh.map((text) => text.replace(' ', '\n')).join('\n\n');
    const code = await run(
      await file('a', source),
      await file('b', english.join('\n\n\n')),
      '--lang',
      'kk,en',
      '--unit',
      'paragraph',
    );
    expect([code, printed()]).toEqual([0, shape]);
  });

  test('finds the sentences of paragraphs itself, counted through the text', async () => {
    const code = await run(
      await file('a', kazakh.join(' ')),
      await file('b', english.join(' ')),
      '--lang',
      'kk,en',
      '--unit',
      'sentence',
    );
    expect([code, printed()]).toEqual([0, shape]);
  });

  test('takes a glossary', async () => {
    const source = await file('a', 'Қара шаңырақ құлап түсіпті.\nТобылғы гүлдеп тұр екен.\n');
    const target = await file('b', 'Meadowsweet is in blossom.\n');
    const glossary = await file('terms.tsv', 'headword\ten\nТобылғы\tmeadowsweet\n');
    await run(source, target, '--lang', 'kk,en', '--glossary', glossary);
    expect(printed()).toEqual(['[0]:[]', '[1]:[0]']);
  });

  test('writes translation memories that are well-formed, without what has no counterpart', async () => {
    const first = `${kazakh[0] ?? ''} <a & "b">\u0001`;
    await run(
      await file('a', [first, ...kazakh.slice(1)].join('\n')),
      await file('b', english.join('\n')),
      '--lang',
      'kk,en',
      '--format',
      'tmx',
    );
    const xml = lines.join('\n');
    expect(xml).toContain('&lt;a &amp; "b"&gt;</seg>');
    expect(xml.match(/<tu /gu)).toHaveLength(2);
    expect(xml).not.toContain('\u0001');
  });

  test('aligns nothing with nothing, and a text with nothing', async () => {
    const empty = await file('empty', '');
    expect(await run(empty, empty, '--lang', 'kk,en')).toBe(0);
    expect(lines).toEqual([]);
    expect(await run(await file('a', 'Бір.\nЕкі.\n'), empty, '--lang', 'kk,en', '--unit', 'sentence')).toBe(0);
    expect(printed()).toEqual(['[0]:[]', '[1]:[]']);
  });

  test.each([
    [
      'de,fr',
      'Am 3. Mai 1921 kamen 17 Leute.\nDann ging Heinrich Brunner fort.\n',
      'Le 3 mai 1921, 17 personnes sont venues.\nPuis Heinrich Brunner est parti.\n',
    ],
    [
      'en,ru',
      'In 1740 he came.\nHe saw New York in 1741.\n',
      'Он пришёл в 1740 году.\nВ 1741 году он увидел Нью-Йорк.\n',
    ],
    ['xx,yy-Latn', 'Ka 12 mano Petra.\nSu 45 lin.\n', 'Oto 12 Petra.\nEn 45 vu.\n'],
  ])('aligns %s as well', async (languages, source, target) => {
    expect(await run(await file('a', source), await file('b', target), '--lang', languages)).toBe(0);
    expect(printed()).toEqual(['[0]:[0]', '[1]:[1]']);
  });

  test('finds a text of ten lines in one of a hundred', async () => {
    const long = Array.from({ length: 100 }, (_, at) => `Жол ${at} туралы сөз ${at * 7}.`);
    const short = Array.from({ length: 10 }, (_, at) => `The word about road ${at + 40}, ${(at + 40) * 7}.`);
    expect(await run(await file('a', long.join('\n')), await file('b', short.join('\n')), '--lang', 'kk,en')).toBe(0);
    expect(printed()).toEqual(expect.arrayContaining(['[40]:[0]', '[44]:[4]', '[49]:[9]', '[0]:[]', '[99]:[]']));
  });

  test('tells how far it is, and clears it', async () => {
    await run(await file('a', kazakh.join('\n')), await file('b', english.join('\n')), '--lang', 'kk,en');
    expect(shares[0]).toBe('Egiz: aligning, 0 %');
    expect(shares.at(-1)).toBeNull();
  });
});

describe('egiz align, called wrongly', () => {
  test.each([
    [[], 'SOURCE and TARGET are needed'],
    [['a', 'b'], '--lang is needed, as --lang kk,en'],
    [['a', 'b', '--lang', 'kk'], '--lang must be two languages, as kk,en, not kk'],
    [['a', 'b', '--lang', 'kk,?'], '--lang: "?" is no language tag'],
    [['a', 'b', 'c', '--lang', 'kk,en'], 'two files are aligned, c is one too many'],
    [['a', 'b', '--lang', 'kk,en', '--unit', 'page'], '--unit must be line, paragraph, sentence, not page'],
    [['a', 'b', '--lang', 'kk,en', '--format', 'xls'], '--format must be beads, tsv, tmx, json, not xls'],
  ])('%j ends with 2 and one line', async (args, message) => {
    expect(await run(...args)).toBe(2);
    expect(complaints).toEqual([`Egiz: ${message}. See: egiz align --help`]);
  });

  test('a file that is not there, a folder and bytes that are no text end with 1 and one line', async () => {
    const good = await file('a', 'Бір.\n');
    expect(await run(good, join(folder, 'none'), '--lang', 'kk,en')).toBe(1);
    expect(await run(folder, good, '--lang', 'kk,en')).toBe(1);
    const bytes = await file(
      'bytes',
      Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256),
    );
    expect(await run(bytes, good, '--lang', 'kk,en')).toBe(1);
    expect(complaints).toEqual([
      `Egiz: ${join(folder, 'none')}: there is no such file`,
      `Egiz: ${folder} is a folder, not a file`,
      `Egiz: ${bytes}: it is not a text file`,
    ]);
  });

  test('a text that is not quite UTF-8 is named with the line', async () => {
    const good = await file('a', 'Бір.\n');
    const broken = Buffer.concat([Buffer.from(`${kazakh.join('\n')}\n`), Buffer.from([0xd0, 0x0a])]);
    expect(await run(await file('broken', broken), good, '--lang', 'kk,en')).toBe(1);
    expect(complaints).toEqual([`Egiz: ${join(folder, 'broken')}: line 4 is not UTF-8`]);
  });

  test('a glossary without headwords is named with the line', async () => {
    const good = await file('a', 'Бір.\n');
    const glossary = await file('terms.tsv', 'left\tright\nсу\twater\n');
    expect(await run(good, good, '--lang', 'kk,en', '--glossary', glossary)).toBe(1);
    expect(complaints).toEqual([`Egiz: ${glossary}: line 1: no headword column: left right`]);
  });
});
