import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complete, missingOptionals, platformEntry, type Lockfile } from '../../../scripts/complete-lockfile.ts';

const root = join(import.meta.dirname, '..', '..', '..');

test('the lockfile holds the platform packages of every system, so that npm ci works on each', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
  expect(missingOptionals(lock)).toEqual([]);
});

describe('completing a lockfile', () => {
  const lock: Lockfile = {
    packages: {
      '': {},
      'node_modules/tool': {
        version: '2.0.0',
        dev: true,
        optionalDependencies: { 'tool-linux-x64': '2.0.0', 'tool-darwin-arm64': '2.0.0' },
      },
      'node_modules/tool-linux-x64': { version: '2.0.0' },
    },
  };

  test('adds what is missing, for its platform only, and nothing else', () => {
    const added = complete(lock).packages['node_modules/tool-darwin-arm64'];
    expect(added).toEqual({ version: '2.0.0', cpu: ['arm64'], os: ['darwin'], dev: true, optional: true });
    expect(missingOptionals(complete(lock))).toEqual([]);
    expect(complete(complete(lock))).toEqual(complete(lock));
  });

  test('finds a package nested beside the one that wants it', () => {
    const nested: Lockfile = {
      packages: {
        'node_modules/a/node_modules/tool': { optionalDependencies: { 'tool-linux-x64': '1.0.0' } },
        'node_modules/a/node_modules/tool-linux-x64': { version: '1.0.0' },
      },
    };
    expect(missingOptionals(nested)).toEqual([]);
  });

  test('reads the C library from the name, on Linux', () => {
    expect(platformEntry('@x/linux-x64-musl', '1.0.0', {})).toMatchObject({ libc: ['musl'] });
    expect(platformEntry('@x/linux-arm-gnueabihf', '1.0.0', {})).toMatchObject({ cpu: ['arm'], libc: ['glibc'] });
    expect(platformEntry('@x/win32-x64-gnu', '1.0.0', {})).not.toHaveProperty('libc');
  });

  test('refuses what it cannot know', () => {
    expect(() => platformEntry('fsevents', '1.0.0', {})).toThrow('"fsevents"');
    expect(() => platformEntry('x-linux-x64', '^1.0.0', {})).toThrow('"^1.0.0"');
  });
});
