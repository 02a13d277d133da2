// Packages a small stand-in for Egiz with the project's own configuration, on a stand-in for Electron: a file with Electron's
// fuses in it and no program. What comes out is what `npm run dist` makes of the real ones.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
/** What stands before the fuses in Electron's program. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const files = {
  'project/out/main/index.js': 'export {};',
  'project/out/main/index.js.map': '{}',
  'project/out/preload/preload.cjs': '',
  'project/out/renderer/index.html': '',
  'project/out/renderer/licences.md': 'All of them.',
  'project/src-main/secret.ts': '',
  'project/corpus/work/library.json': '{}',
  'project/corpus/work/source/kk.txt': '',
  'electron/locales/en-US.pak': '',
  'electron/version': '45.0.0',
};

let folder = '';
const packed = (path: string): string => join(folder, 'project', 'dist', 'linux-unpacked', path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'egiz-package-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // Version 1 of the wire, nine fuses, every one the opposite of what Egiz wants.
  const wire = [Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('101100110')];
  writeFileSync(join(folder, 'electron/electron'), Buffer.concat([Buffer.alloc(64), ...wire, Buffer.alloc(64)]), {
    mode: 0o755,
  });
  const project = join(folder, 'project');
  for (const file of ['package.json', 'package-lock.json', 'electron-builder.yml', 'build']) {
    cpSync(join(root, file), join(project, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'), 'junction');
  const options = ['--dir', '--linux', '--x64', '--projectDir', project, `-c.electronDist=${join(folder, 'electron')}`];
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...options], {
    cwd: project,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`electron-builder failed: ${stdout}${stderr}`);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The names of all files in an ASAR archive, whose header is JSON behind four lengths of four bytes. */
function filesInArchive(path: string): string[] {
  interface Entry {
    files?: Record<string, Entry>;
  }
  const archive = readFileSync(path);
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')) as Entry;
  const list = (entry: Entry, at: string): string[] =>
    entry.files === undefined
      ? [at]
      : Object.entries(entry.files).flatMap(([name, part]) => list(part, `${at}/${name}`));
  return list(header, '');
}

describe('the packaged program', () => {
  const fuses: [name: keyof typeof FuseV1Options, state: FuseState][] = [
    ['RunAsNode', FuseState.DISABLE],
    ['EnableNodeOptionsEnvironmentVariable', FuseState.DISABLE],
    ['EnableNodeCliInspectArguments', FuseState.DISABLE],
    ['EnableEmbeddedAsarIntegrityValidation', FuseState.ENABLE],
    ['OnlyLoadAppFromAsar', FuseState.ENABLE],
    ['EnableCookieEncryption', FuseState.ENABLE],
    ['GrantFileProtocolExtraPrivileges', FuseState.DISABLE],
    ['LoadBrowserProcessSpecificV8Snapshot', FuseState.DISABLE],
  ];

  test.for(fuses)('has its fuse %s as it must be', async ([name, state]) => {
    const wire = await getCurrentFuseWire(packed('egiz'));
    expect(wire[FuseV1Options[name]]).toBe(state);
  });

  test('holds the build and nothing else: no sources, no maps, no node_modules', () => {
    const product = ['/out/main/index.js', '/out/preload/preload.cjs', '/out/renderer/index.html', '/package.json'];
    expect(filesInArchive(packed('resources/app.asar')).toSorted()).toEqual(product);
  });

  test('brings the licences of the packages and the fonts in it', () => {
    expect(readFileSync(packed('resources/licences/packages.md'), 'utf8')).toBe('All of them.');
    for (const font of ['inter', 'noto-serif', 'noto-naskh-arabic']) {
      expect(readFileSync(packed(`resources/licences/${font}.txt`), 'utf8')).toContain('SIL Open Font License');
    }
  });

  test('brings the corpus beside its archive, without what it was made from', () => {
    expect(readFileSync(packed('resources/corpus/work/library.json'), 'utf8')).toBe('{}');
    expect(() => readFileSync(packed('resources/corpus/work/source/kk.txt'))).toThrow('ENOENT');
  });
});
