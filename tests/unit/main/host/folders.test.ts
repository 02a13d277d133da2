import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { defaultLibrary, findCorpora, findProgram } from '#main/host/folders.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'egiz-folders-'));
});

async function put(path: string, text = ''): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

describe('the program', () => {
  test('is found from its sources and from what was built of them', async () => {
    await put('package.json', '{"name": "egiz", "version": "1.2.3"}');
    await put('src-main/host/folders.ts');
    await put('out/main/index.js');
    for (const start of ['src-main/host', 'out/main', '.']) {
      expect(findProgram(join(root, start))).toEqual({ folder: root, version: '1.2.3' });
    }
  });

  test('is not another package on the way', async () => {
    await put('package.json', '{"name": "egiz", "version": "1.2.3"}');
    await put('node_modules/other/package.json', '{"name": "other", "version": "9.9.9"}');
    expect(findProgram(join(root, 'node_modules/other')).folder).toBe(root);
  });

  test('that is nowhere is missed by name', () => {
    expect(() => findProgram(root)).toThrow(`no package.json of Egiz in ${root} or above it`);
  });
});

describe('the corpora', () => {
  test('are the folders of corpus/ with a library.json, in order, each name once', async () => {
    for (const name of ['program/corpus/b', 'program/corpus/a', 'resources/corpus/a', 'resources/corpus/c']) {
      await put(`${name}/library.json`);
    }
    await put('program/corpus/not-one/readme.md');
    await put('program/corpus/readme.md');
    expect(findCorpora(join(root, 'program'), join(root, 'resources'))).toEqual([
      join(root, 'program/corpus/a'),
      join(root, 'program/corpus/b'),
      join(root, 'resources/corpus/c'),
    ]);
  });

  test('are none where there is no such folder', () => {
    expect(findCorpora(root, null)).toEqual([]);
  });
});

describe('the library of a reader who named none', () => {
  const chosen = (env: Record<string, string> = {}) => defaultLibrary({ home: root, env });

  test('lies in the home where there are no documents', () => {
    expect(chosen()).toBe(join(root, 'Egiz'));
  });

  test('lies among the documents', async () => {
    await mkdir(join(root, 'Documents'));
    expect(chosen()).toBe(join(root, 'Documents', 'Egiz'));
  });

  test('lies among the documents under the name that the desktop gives them', async () => {
    await mkdir(join(root, 'Documents'));
    await mkdir(join(root, 'Құжаттар менің'));
    await put(
      '.config/user-dirs.dirs',
      '# written by xdg\nXDG_DOCUMENTS_DIR="$HOME/Құжаттар менің"\nXDG_MUSIC_DIR="$HOME/m"\n',
    );
    expect(chosen()).toBe(join(root, 'Құжаттар менің', 'Egiz'));
    await put('elsewhere/user-dirs.dirs', `XDG_DOCUMENTS_DIR="${join(root, 'Documents')}"`);
    expect(chosen({ XDG_CONFIG_HOME: join(root, 'elsewhere') })).toBe(join(root, 'Documents', 'Egiz'));
  });

  test('lies in the home when the desktop has its documents there', async () => {
    await put('.config/user-dirs.dirs', 'XDG_DOCUMENTS_DIR="$HOME/"');
    expect(chosen()).toBe(join(root, 'Egiz'));
  });

  test.each([
    'XDG_DOCUMENTS_DIR="relative/one"',
    'XDG_DOCUMENTS_DIR="$HOMELESS"',
    'XDG_DOCUMENTS_DIR="$HOME/gone"',
    '\0',
  ])('does not follow %j', async (line) => {
    await put('.config/user-dirs.dirs', line);
    expect(chosen()).toBe(join(root, 'Egiz'));
  });
});
