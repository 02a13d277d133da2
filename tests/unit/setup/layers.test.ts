import { beforeAll, describe, expect, test } from 'vitest';
import { emptyLayout } from './planted.ts';

const fromCore = 'src-core imports only itself';
const fromView = 'src-main never imports src-renderer.';
const noView = 'src-main has no view: React and ProseMirror live in src-renderer.';
const electronOnly = 'electron, and what is built on it, is imported only inside src-main/electron.';
const typesOnly = 'Of src-main, src-renderer imports only types, from #main/api.';
const inAPage = 'src-renderer runs in a page: no Electron and no server.';
const readerOnly = 'ProseMirror is imported only inside src-renderer/reader.';

/** Where a file stands, the line it must not contain, and what oxlint says of it. */
const violations: [place: string, line: string, said: string][] = [
  ['src-core/text', `export { readFileSync } from 'node:fs';`, fromCore],
  ['src-core/text', `export { readFileSync } from 'fs';`, fromCore],
  ['src-core/text', `export { createElement } from 'react';`, fromCore],
  ['src-core/text', `export { app } from 'electron';`, fromCore],
  ['src-core/text', `export { Hono } from 'hono';`, fromCore],
  ['src-core/text', `export { Node } from 'prosemirror-model';`, fromCore],
  ['src-core/text', `export { x } from '#main/library/x.ts';`, fromCore],
  ['src-core/text', `export type { X } from '#main/api/x.ts';`, fromCore],
  ['src-core/text', `export { x } from '#renderer/app/x.ts';`, fromCore],
  ['src-core/text', `export { x } from '../../src-main/library/x.ts';`, fromCore],
  ['src-core/text', `export { x } from '../../src-renderer/app/x.ts';`, fromCore],
  ['src-core/text', `export const x = await import('node:fs');`, fromCore],

  ['src-main/library', `export { x } from '#renderer/app/x.ts';`, fromView],
  ['src-main/library', `export { x } from '../../src-renderer/app/x.ts';`, fromView],
  ['src-main/library', `export { createElement } from 'react';`, noView],
  ['src-main/library', `export { Node } from 'prosemirror-model';`, noView],
  ['src-main/library', `export { app } from 'electron';`, electronOnly],
  ['src-main/api', `export type { App } from 'electron';`, electronOnly],
  ['src-main', `export { x } from './electron/x.ts';`, electronOnly],
  ['src-main/api', `export { x } from '#main/electron/x.ts';`, electronOnly],
  ['src-main/electron', `export { x } from '#renderer/app/x.ts';`, fromView],
  ['src-main/electron', `export { createElement } from 'react';`, noView],

  ['src-renderer/app', `export { x } from '#main/api/x.ts';`, typesOnly],
  ['src-renderer/app', `export type { X } from '#main/library/x.ts';`, typesOnly],
  ['src-renderer/app', `export type { X } from '../../src-main/api/x.ts';`, typesOnly],
  ['src-renderer/reader', `export { x } from '#main/api/x.ts';`, typesOnly],
  ['src-renderer/app', `export { app } from 'electron';`, inAPage],
  ['src-renderer/reader', `export { serve } from '@hono/node-server';`, inAPage],
  ['src-renderer/app', `export { Node } from 'prosemirror-model';`, readerOnly],
  ['src-renderer/app', `export type { Node } from 'prosemirror-model';`, readerOnly],
];

describe('the layers', () => {
  const cases = violations.map(([place, line, said], n) => ({ place, line, said, file: `${place}/planted${n}.ts` }));
  let reports: string[] = [];

  beforeAll(() => {
    using layout = emptyLayout();
    for (const { file, line } of cases) layout.plant(file, `${line}\n`);
    reports = layout.lint();
  });

  test.for(cases)('$place must not say $line', ({ file, said }) => {
    expect(reports).toContainEqual(expect.stringContaining(`${file}: eslint(no-restricted-imports): ${said}`));
  });

  test.for(['src-core/text', 'src-renderer/app'])('%s must not use Node', (place) => {
    using layout = emptyLayout();
    layout.plant(`${place}/planted.ts`, `export { join } from 'node:path';\n`);
    expect(layout.lint().join('\n')).toContain(`${place}/planted.ts: import(no-nodejs-modules)`);
  });

  test('each layer may import what stands below it', () => {
    using layout = emptyLayout();
    layout.plant('src-core/records/x.ts', `export const x = 1;\n`);
    layout.plant(
      'src-core/text/clean.ts',
      [
        `export { x } from '#core/records/x.ts';`,
        `export { x as same } from '../records/x.ts';`,
        `export { z } from 'zod';`,
        `export { generateKeyBetween } from 'fractional-indexing';`,
      ].join('\n'),
    );
    layout.plant(
      'src-main/api/clean.ts',
      [
        `export { x } from '#core/records/x.ts';`,
        `export { join } from 'node:path';`,
        `export { Hono } from 'hono';`,
        `export type Answer = string;`,
      ].join('\n'),
    );
    layout.plant('src-main/electron/clean.ts', `export { app } from 'electron';\n`);
    layout.plant(
      'src-renderer/reader/clean.tsx',
      [
        `export { x } from '#core/records/x.ts';`,
        `export type { Answer } from '#main/api/clean.ts';`,
        `export { Node } from 'prosemirror-model';`,
        `export { createElement } from 'react';`,
        `export { hc } from 'hono/client';`,
      ].join('\n'),
    );
    expect(layout.lint()).toEqual([]);
  });
});

describe('what every file keeps', () => {
  test('modules do not import each other in a circle', () => {
    using layout = emptyLayout();
    layout.plant('src-core/text/a.ts', `import { b } from './b.ts';\nexport const a = (): number => b();\n`);
    layout.plant('src-core/text/b.ts', `import { a } from '#core/text/a.ts';\nexport const b = (): number => a();\n`);
    expect(layout.lint().join('\n')).toContain('import(no-cycle)');
  });

  test.for(['src-core/text', 'src-main/api', 'src-renderer/app'])('%s has no default exports', (place) => {
    using layout = emptyLayout();
    layout.plant(`${place}/planted.ts`, `export default 1;\n`);
    expect(layout.lint().join('\n')).toContain(`${place}/planted.ts: import(no-default-export)`);
  });

  test('a file has at most 400 lines', () => {
    using layout = emptyLayout();
    layout.plant('src-core/text/planted.ts', 'export {};\n'.repeat(401));
    expect(layout.lint().join('\n')).toContain('eslint(max-lines)');
  });

  test('a promise is never left alone, which only a linter that knows types can see', () => {
    using layout = emptyLayout();
    layout.plant('src-core/text/planted.ts', `export function go(work: () => Promise<void>): void {\n  work();\n}\n`);
    expect(layout.lint().join('\n')).toContain('typescript(no-floating-promises)');
  });

  test('no HTML is set from data', () => {
    using layout = emptyLayout();
    layout.plant(
      'src-renderer/app/planted.ts',
      `export const set = (e: Element, t: string) => void (e.innerHTML = t);\n`,
    );
    expect(layout.lint().join('\n')).toContain('eslint(no-restricted-properties)');
  });
});

describe('the TypeScript projects', () => {
  const foreign: [what: string, line: string, error: string][] = [
    ['a global of Node', 'export const x = process.argv;', "TS2591: Cannot find name 'process'"],
    ['a module of Node', `export { join } from 'node:path';`, "Cannot find name 'node:path'"],
    ['the DOM', 'export const x = document.title;', "Cannot find name 'document'"],
    ['src-main', `export { x } from '#main/api/x.ts';`, 'TS6307'],
  ];

  test.for(foreign)('src-core does not compile with %s', ([, line, error]) => {
    using layout = emptyLayout();
    layout.plant('src-main/api/x.ts', `export const x = 1;\n`);
    layout.plant('src-core/text/planted.ts', `${line}\n`);
    expect(layout.compile('src-core')).toContain(error);
  });

  test('src-main does not compile with the DOM', () => {
    using layout = emptyLayout();
    layout.plant('src-core/records/x.ts', `export const x = 1;\n`);
    layout.plant('src-main/api/planted.ts', 'export const x = document.title;\n');
    expect(layout.compile('src-main')).toContain("Cannot find name 'document'");
  });

  test('src-renderer does not compile with Node', () => {
    using layout = emptyLayout();
    layout.plant('src-core/records/x.ts', `export const x = 1;\n`);
    layout.plant('src-main/api/x.ts', `export const x = 1;\n`);
    layout.plant('src-renderer/app/planted.ts', 'export const x = process.argv;\n');
    expect(layout.compile('src-renderer')).toContain("Cannot find name 'process'");
  });

  test('the layers compile on one another', () => {
    using layout = emptyLayout();
    layout.plant('src-core/records/x.ts', `export const x = 1;\n`);
    layout.plant('src-main/api/y.ts', `import { x } from '#core/records/x.ts';\nexport const y = [x, process.argv];\n`);
    layout.plant(
      'src-renderer/app/z.ts',
      `import { x } from '#core/records/x.ts';\nimport type { y } from '#main/api/y.ts';\nexport type Z = [typeof y, typeof x, Document];\n`,
    );
    expect(layout.compile('src-renderer')).toBe('');
  });
});
