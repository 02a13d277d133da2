import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isBuilt, noteBuilding, noteBuilt } from '../../../scripts/build/freshness.ts';

let folder = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A folder as it is after a build. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egiz-freshness-'));
  write('src-core/text/a.ts', 'export const a = 1;');
  write('src-renderer/index.html', '<!doctype html>');
  write('package-lock.json', '{}');
  for (const made of ['main/index.js', 'main/serve.js', 'preload/preload.cjs', 'renderer/index.html']) {
    write(`out/${made}`, '');
  }
  noteBuilt(folder, noteBuilding(folder));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a build of these sources is fresh', () => {
  expect(isBuilt(folder)).toBe(true);
});

test('a touched file is not a changed one', () => {
  utimesSync(join(folder, 'src-core/text/a.ts'), new Date(), new Date(Date.now() + 60_000));
  expect(isBuilt(folder)).toBe(true);
});

test('tests and documents are no sources', () => {
  write('tests/unit/a.test.ts', '');
  write('docs/architecture.md', '');
  expect(isBuilt(folder)).toBe(true);
});

const changes: [what: string, change: () => void][] = [
  ['a source changed', () => write('src-core/text/a.ts', 'export const a = 2;')],
  ['a source came', () => write('src-main/b.ts', '')],
  ['a source went', () => rmSync(join(folder, 'src-core/text/a.ts'))],
  ['a source was renamed', () => renameSync(join(folder, 'src-core/text/a.ts'), join(folder, 'src-core/text/b.ts'))],
  ['other packages are locked', () => write('package-lock.json', '{"packages":{}}')],
  ['a product of it is gone', () => rmSync(join(folder, 'out/main/serve.js'))],
  ['nothing says what it was built from', () => rmSync(join(folder, 'out/built-from'))],
];

test.for(changes)('a build is stale when %s', ([, change]) => {
  change();
  expect(isBuilt(folder)).toBe(false);
});

test('a build that failed leaves a stale one, even of the sources it found', () => {
  noteBuilding(folder);
  expect(isBuilt(folder)).toBe(false);
  noteBuilt(folder, fingerprint(folder));
  expect(isBuilt(folder)).toBe(true);
});

test('contents that moved from one file to another are seen', () => {
  write('src-core/text/b.ts', 'x');
  const before = fingerprint(folder);
  write('src-core/text/a.ts', 'x');
  write('src-core/text/b.ts', 'export const a = 1;');
  expect(fingerprint(folder)).not.toBe(before);
});
