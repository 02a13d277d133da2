import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isInstalled, satisfies } from '../../../scripts/bootstrap/installed.mjs';

const zod = { version: '4.0.0', integrity: 'sha512-a' };

describe('what is installed satisfies the lockfile', () => {
  test('when it is the same', () => {
    expect(
      satisfies({ packages: { '': {}, 'node_modules/zod': zod } }, { packages: { 'node_modules/zod': zod } }),
    ).toBe(true);
  });

  test('when only optional packages, of other platforms, are absent', () => {
    const other = { version: '1.0.0', optional: true };
    expect(satisfies({ packages: { 'node_modules/x-darwin': other } }, { packages: {} })).toBe(true);
  });

  test('not when a package is absent', () => {
    expect(satisfies({ packages: { 'node_modules/zod': zod } }, { packages: {} })).toBe(false);
  });

  test('not when a package has another version', () => {
    const newer = { ...zod, version: '4.0.1' };
    expect(satisfies({ packages: { 'node_modules/zod': newer } }, { packages: { 'node_modules/zod': zod } })).toBe(
      false,
    );
  });

  test('not when a package of the same version has other contents', () => {
    const other = { ...zod, integrity: 'sha512-b' };
    expect(satisfies({ packages: { 'node_modules/zod': other } }, { packages: { 'node_modules/zod': zod } })).toBe(
      false,
    );
  });
});

describe('a folder', () => {
  let folder = '';
  const write = (path: string, packages: object): void => {
    writeFileSync(join(folder, path), JSON.stringify({ packages }));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'egiz-installed-'));
    write('package-lock.json', { 'node_modules/zod': zod });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('without node_modules is not installed', () => {
    expect(isInstalled(folder)).toBe(false);
  });

  test('whose installation was interrupted is not installed', () => {
    mkdirSync(join(folder, 'node_modules', 'zod'), { recursive: true });
    expect(isInstalled(folder)).toBe(false);
  });

  test('is installed when npm noted the same packages, and no longer when the lockfile changed', () => {
    mkdirSync(join(folder, 'node_modules'));
    write('node_modules/.package-lock.json', { 'node_modules/zod': zod });
    expect(isInstalled(folder)).toBe(true);
    write('package-lock.json', { 'node_modules/zod': { ...zod, version: '5.0.0' } });
    expect(isInstalled(folder)).toBe(false);
  });
});
