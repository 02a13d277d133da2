import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const project = join(import.meta.dirname, '../../../..');
const numbers = (text: string, pattern: RegExp): Set<string> =>
  new Set([...text.matchAll(pattern)].map(([, number = '']) => number));

test('every rule of docs/spec/records.md is quoted by a test, and every number quoted is a rule', () => {
  const rules = numbers(readFileSync(join(project, 'docs/spec/records.md'), 'utf8'), /^- \*\*\[([A-Z]\d+)\]\*\*/gm);
  const tests = ['tests/unit/core/records', 'tests/unit/main/library'].flatMap((folder) =>
    readdirSync(join(project, folder)).map((name) => readFileSync(join(project, folder, name), 'utf8')),
  );
  const quoted = numbers(tests.join('\n'), /\[([A-Z]\d+)\]/g);
  expect([...quoted].toSorted((a, b) => a.localeCompare(b))).toEqual([...rules].toSorted((a, b) => a.localeCompare(b)));
});
