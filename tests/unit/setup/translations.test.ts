// Plants texts and a page that uses them, and runs i18next-cli with the project's own configuration.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const languages = ['en', 'kk', 'ru'];
let folder = '';

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function plantTexts(language: string, texts: object): void {
  plant(`src-renderer/i18n/locales/${language}/app.json`, JSON.stringify(texts));
}

/** A page with a body of JSX, and lines before its component. */
function plantPage(jsx: string, before = ''): void {
  plant(
    'src-renderer/app/Page.tsx',
    `import { useTranslation } from 'react-i18next';
${before}
export function Page({ side }: { side: 'left' | 'right' }) {
  const { t } = useTranslation('app');
  return <p>${jsx}</p>;
}
`,
  );
}

function check(...options: string[]): { passes: boolean; says: string } {
  const script = join(root, 'node_modules', 'i18next-cli', 'dist', 'esm', 'cli.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...options], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { passes: status === 0, says: stdout + stderr };
}

const textsAreThere = (): boolean => check('status').passes;
const noneIsUnused = (): boolean => check('status', '--unused').passes;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egiz-translations-'));
  for (const file of ['i18next.config.ts', 'package.json', 'scripts/translations']) {
    cpSync(join(root, file), join(folder, file), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const language of languages) plantTexts(language, { title: 'Егіз' });
  plantPage(`{t('title')}`);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('texts that are there in every language and used pass', () => {
  expect(textsAreThere()).toBe(true);
  expect(noneIsUnused()).toBe(true);
  expect(check('lint').passes).toBe(true);
});

test('a key that the page uses and no language has fails', () => {
  plantPage(`{t('title')} {t('nowhere')}`);
  const { passes, says } = check('status', 'en', '--hide-translated');
  expect(passes).toBe(false);
  expect(says).toContain('nowhere');
});

test.for(['kk', 'ru'])('a key that is missing or empty in %s alone fails', (language) => {
  plantTexts(language, {});
  expect(textsAreThere()).toBe(false);
  plantTexts(language, { title: '' });
  expect(textsAreThere()).toBe(false);
});

test('a key that no one uses fails', () => {
  for (const language of languages) plantTexts(language, { title: 'Егіз', old: 'Ескі' });
  expect(noneIsUnused()).toBe(false);
});

test('a text that stands in the code fails', () => {
  plantPage(`{t('title')} A text that no one can translate`);
  expect(check('lint').passes).toBe(false);
});

test('a key in a string that names its namespace is used, and must be there', () => {
  plantPage(`{t('title')}`, `export const label = 'app:undo.edit';`);
  expect(textsAreThere()).toBe(false);
  for (const language of languages) plantTexts(language, { title: 'Егіз', undo: { edit: 'Түзету' } });
  expect(textsAreThere()).toBe(true);
  expect(noneIsUnused()).toBe(true);
});

test('keys that are put together at run time are used', () => {
  for (const language of languages) plantTexts(language, { title: 'Егіз', side: { left: 'Сол', right: 'Оң' } });
  expect(noneIsUnused()).toBe(false);
  plantPage('{t(`title`)} {t(`side.${side}`)}');
  expect(textsAreThere()).toBe(true);
  expect(noneIsUnused()).toBe(true);
});

test('a plural has the forms of its language', () => {
  plantPage(`{t('title')} {t('works', { count: 2 })}`);
  const forms = { works_one: '{{count}}', works_other: '{{count}}' };
  plantTexts('en', { title: 'Egiz', ...forms });
  plantTexts('kk', { title: 'Егіз', ...forms });
  plantTexts('ru', { title: 'Егиз', ...forms });
  expect(textsAreThere()).toBe(false);
  plantTexts('ru', { title: 'Егиз', ...forms, works_few: '{{count}}', works_many: '{{count}}' });
  expect(textsAreThere()).toBe(true);
  expect(noneIsUnused()).toBe(true);
});
