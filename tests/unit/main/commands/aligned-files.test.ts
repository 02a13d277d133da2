import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { TerminalCommand } from '#main/commands/command.ts';
import { convertCommand } from '#main/commands/convert.ts';
import { importCommand } from '#main/commands/import.ts';
import { opened, scratch } from '../../../fixtures/library/scratch.ts';

async function run(command: TerminalCommand, ...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const output = { line: (line: string) => out.push(line), complaint: (line: string) => said.push(line) };
  const code = await command.run(args, output, new AbortController().signal);
  return { code, out, said };
}

const kazakh = [
  'Қабанбай батыр бұл қалаға көктемде келіп жетті.',
  'Шекарада тұрған жау әскері мұны естіді.',
  'Олар түн ішінде көшіп кетті.',
];
const english = [
  'Kabanbai Batyr came to this town in the spring.',
  'The enemy army standing at the border heard of this and fled in the night.',
];
const sentences = (texts: readonly string[], between: string): string =>
  texts.map((text, at) => `<p id="${String(at + 1)}"><s id="${String(at + 1)}${between}1">${text}</s></p>`).join('\n');

/** A corpus as OPUS has it: a folder a language, documents packed. */
const opus = {
  'en-kk.xml': `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n<cesAlign version="1.0">\n<linkGrp targType="s" fromDoc="en/batyr.xml.gz" toDoc="kk/batyr.xml.gz">\n<link xtargets="1.1;1.1" certainty="0.9" />\n<link xtargets="2.1;2.1 3.1" overlap="0.8" />\n</linkGrp>\n</cesAlign>`,
  'en/batyr.xml.gz': gzipSync(`<?xml version="1.0"?><text>${sentences(english, '.')}</text>`),
  'kk/batyr.xml.gz': gzipSync(`<?xml version="1.0"?><text>${sentences(kazakh, '.')}</text>`),
};
/** The same as InterText has it. */
const intertext = {
  'batyr.kk.en.xml': `<?xml version='1.0' encoding='utf-8'?>\n<linkGrp toDoc='batyr.en.xml' fromDoc='batyr.kk.xml'>\n<link type='1-1' xtargets='1:1;1:1' status='man'/>\n<link type='1-2' xtargets='2:1;2:1 3:1' status='auto'/>\n</linkGrp>`,
  'batyr.en.xml': `<text>${sentences(english, ':')}</text>`,
  'batyr.kk.xml': `<text>${sentences(kazakh, ':')}</text>`,
};

async function written(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<{ at: (name: string) => string; library: string }> {
  const folder = await scratch();
  for (const [name, data] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), data);
  }
  return { at: (name) => join(folder, name), library: join(folder, 'library') };
}

async function beads(library: string, work: string): Promise<unknown> {
  const state = (await (await opened(library)).work(work)).state();
  expect(state.work?.original).toBe('kk');
  return state.alignments
    .get('kk~en')
    ?.map(({ source, target, status, confidence }) => [source.length, target.length, status, confidence]);
}

describe('an alignment and its texts', () => {
  test.each([
    [
      'OPUS',
      opus,
      'en-kk.xml',
      [
        [1, 1, 'auto', 0.9],
        [2, 1, 'auto', 0.5],
      ],
    ],
    [
      'InterText',
      intertext,
      'batyr.kk.en.xml',
      [
        [1, 1, 'confirmed', 1],
        [2, 1, 'auto', 0.5],
      ],
    ],
  ])(
    'are imported when all are named, in any order, and when only the alignment is: %s',
    async (_, files, alignment, expected) => {
      const { at, library } = await written(files);
      const all = Object.keys(files).toReversed().map(at);
      expect(await run(importCommand, ...all, '--library', library)).toMatchObject({ code: 0, out: ['batyr'] });
      expect(await run(importCommand, at(alignment), '--library', library)).toMatchObject({
        code: 0,
        out: ['batyr-2'],
      });
      expect(await beads(library, 'batyr')).toEqual(expected);
      expect(await beads(library, 'batyr-2')).toEqual(expected);
    },
  );

  test.each([
    ['hunalign’s ladder', 'batyr.ladder', '0\t0\t0.9\n1\t1\t0.4\n3\t2\t0\n'],
    ['vecalign’s pairs', 'batyr.path', '[0]:[0]:0.1\n[1, 2]:[1]:0.6\n'],
  ])('are known by how many lines they have: %s', async (_, name, alignment) => {
    const { at, library } = await written({
      [name]: alignment,
      'a.txt': english.join('\n'),
      'b.txt': `${kazakh.join('\n')}\n`,
    });
    const { code } = await run(
      importCommand,
      at('a.txt'),
      at(name),
      at('b.txt'),
      '--library',
      library,
      '--title',
      'batyr',
    );
    expect(code).toBe(0);
    expect(await beads(library, 'batyr')).toEqual([
      [1, 1, 'auto', 0.9],
      [2, 1, 'auto', 0.4],
    ]);
    const alone = await run(importCommand, at(name), '--library', library);
    expect(alone.said).toEqual([
      expect.stringContaining('the source text, of 3 lines or more, the target text, of 2 lines or more'),
    ]);
  });

  test('are a pair for Moses by their names, with and without ids', async () => {
    const files = {
      'w.en-kk.en': english.join('\n'),
      'w.en-kk.kk': kazakh.slice(0, 2).join('\n'),
      'w.en-kk.ids': 'en/1.xml\tkk/1.xml\t1\t1\nen/1.xml\tkk/1.xml\t2\t2\n',
    };
    const { at, library } = await written(files);
    await run(importCommand, at('w.en-kk.kk'), at('w.en-kk.en'), '--library', library, '--title', 'a');
    await run(importCommand, at('w.en-kk.ids'), '--library', library, '--title', 'b');
    const one = [1, 1, 'auto', 0.5];
    for (const work of ['a', 'b']) expect(await beads(library, work)).toEqual([one, one]);
  });

  test('are converted, found beside or named', async () => {
    const { at } = await written({ ...opus, ...intertext });
    expect(await run(convertCommand, at('en-kk.xml'), at('a.tmx'))).toMatchObject({ code: 0 });
    const named = await run(
      convertCommand,
      at('batyr.kk.en.xml'),
      at('batyr.kk.xml'),
      at('batyr.en.xml'),
      at('b.zip'),
      '--to',
      'intertext',
    );
    expect(named).toMatchObject({ code: 0, said: [] });
    expect(await run(convertCommand, at('b.zip'), '-', '--to', 'tsv')).toMatchObject({
      code: 0,
      out: [expect.stringContaining('Kabanbai Batyr came')],
    });
    const extra = await run(convertCommand, at('batyr.kk.xml'), at('batyr.en.xml'), at('c.tmx'));
    expect([extra.code, extra.said[0]]).toEqual([2, expect.stringContaining('what is ')]);
  });

  test.each([
    '../../etc/passwd',
    '../secret.xml',
    '/etc/passwd',
    'C:\\secret.xml',
    '\\\\host\\share\\secret.xml',
    'link/secret.xml',
    'link.xml',
    'kk/../../secret.xml',
    'file:///etc/passwd',
    '.',
  ])('are never looked for where the alignment’s folder ends: %s', async (name) => {
    const { at, library } = await written({
      'secret.xml': '<text><s id="1">secret</s></text>',
      'in/kk/x.xml': '<text><s id="1">x</s></text>',
      'in/align.xml': `<cesAlign><linkGrp fromDoc="${name.replaceAll('\\', '&#92;')}" toDoc="kk/x.xml"><link xtargets="1;1"/></linkGrp></cesAlign>`,
    });
    await symlink(dirname(at('secret.xml')), at('in/link'));
    await symlink(at('secret.xml'), at('in/link.xml'));
    const { code, said } = await run(importCommand, at('in/align.xml'), '--library', library);
    expect(code).toBe(1);
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(`links texts that are not here: ${name}; name their files as well`);
  });

  test('say in one line which id is missing in which file', async () => {
    const { at, library } = await written({
      ...intertext,
      'batyr.en.xml': '<text><s id="9:9">Another.</s></text>',
      'batyr.kk.xml': '<text><s id="8">Басқа.</s></text>',
    });
    const { code, said } = await run(importCommand, at('batyr.kk.en.xml'), '--library', library);
    expect([code, said]).toEqual([
      1,
      [expect.stringMatching(/batyr\.kk\.en\.xml:3: no link leads anywhere: the id 1:1 is not in batyr\.kk\.xml$/u)],
    ]);
  });

  test('are each a text without the alignment', async () => {
    const { at, library } = await written(opus);
    const { code, out } = await run(importCommand, at('kk/batyr.xml.gz'), '--library', library);
    expect([code, out]).toEqual([0, ['batyr']]);
  });
});
