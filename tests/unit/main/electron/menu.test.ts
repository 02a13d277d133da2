import { readFile } from 'node:fs/promises';
import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuCommands } from '#main/api/command.ts';
import { contextTemplate, menuTemplate } from '#main/electron/menu.ts';
import { fill, strings, type Strings } from '#main/electron/strings.ts';
import { languages } from '#main/host/language.ts';

const actions = { send: () => undefined, showFolder: () => undefined, showAbout: () => undefined };

function everyItem(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? everyItem(item.submenu) : [])]);
}

test.each(languages)('every string is there in %s, with the same places to fill', (language) => {
  const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
  const letters = language === 'en' ? /^[^\p{Script=Cyrillic}]+$/u : /\p{Script=Cyrillic}/u;
  for (const [key, english] of Object.entries(strings.en)) {
    const text = strings[language][key as keyof Strings];
    expect([key, text.trim()]).toEqual([key, text]);
    expect([key, places(text)]).toEqual([key, places(english)]);
    expect(text).toMatch(letters);
  }
  expect(Object.keys(strings[language]).toSorted()).toEqual(Object.keys(strings.en).toSorted());
});

test.each(languages)('every item of the menu in %s has a name of its own', (language) => {
  for (const isMac of [false, true]) {
    const items = everyItem(menuTemplate(strings[language], actions, isMac, false));
    expect(items.filter(({ type, label = '' }) => type !== 'separator' && label === '')).toEqual([]);
    const submenus = [items.filter(({ submenu }) => submenu !== undefined), ...items.map(({ submenu }) => submenu)];
    for (const submenu of submenus) {
      const labels = (Array.isArray(submenu) ? submenu : []).flatMap(({ label }) => label ?? []);
      expect(new Set(labels).size).toBe(labels.length);
    }
  }
});

test.each(languages)('the menu and the palette call a command by the same name in %s', async (language) => {
  const file = new URL(`../../../../src-renderer/i18n/locales/${language}/app.json`, import.meta.url);
  const { command } = JSON.parse(await readFile(file, 'utf8')) as { command: Record<string, string> };
  const named = everyItem(menuTemplate(strings[language], actions, false, true)).filter(
    ({ id }) => id !== undefined && id in command,
  );
  expect(named.map(({ id, label = '' }) => [id, label.replace('…', '')])).toEqual(
    named.map(({ id = '' }) => [id, command[id]]),
  );
  expect(named.length).toBeGreaterThan(10);
});

test.each([false, true])('the menu sends every command there is, each once (on a Mac: %s)', (isMac) => {
  const sent: string[] = [];
  const items = everyItem(menuTemplate(strings.en, { ...actions, send: (command) => sent.push(command) }, isMac, true));
  for (const { click, id } of items) {
    if (id !== 'about' && id !== 'show-folder') (click as (() => void) | undefined)?.();
  }
  expect(sent.toSorted()).toEqual([...menuCommands].toSorted());
});

test('the view’s own keys are shown and not taken, so that one key press does one thing', () => {
  const items = everyItem(menuTemplate(strings.en, actions, false, true));
  const withKeys = items.filter(({ accelerator }) => accelerator !== undefined);
  expect(withKeys.length).toBeGreaterThan(5);
  expect(withKeys.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([]);
});

test('the menu shows the folder and the About panel', () => {
  const done: string[] = [];
  const items = everyItem(
    menuTemplate(
      strings.en,
      { ...actions, showFolder: () => done.push('folder'), showAbout: () => done.push('about') },
      false,
      true,
    ),
  );
  for (const { id, click } of items) {
    if (id === 'show-folder' || id === 'about') (click as () => void)();
  }
  expect(done).toEqual(['folder', 'about']);
});

test('developer tools are not offered in the packaged program', () => {
  const roles = (isPackaged: boolean) =>
    everyItem(menuTemplate(strings.en, actions, false, isPackaged)).map(({ role }) => role);
  expect(roles(false)).toContain('toggleDevTools');
  expect(roles(true)).not.toContain('toggleDevTools');
});

test('the right button offers what can be done with what is under it', () => {
  const flags = { canCut: true, canCopy: true, canPaste: false };
  const menuOver = (isEditable: boolean, selectionText: string) =>
    contextTemplate(strings.kk, { isEditable, selectionText, editFlags: flags });
  expect(menuOver(false, ' ')).toBeNull();
  expect(menuOver(false, 'Қазақ')?.map(({ label }) => label)).toEqual(['Көшіру']);
  expect(menuOver(true, '')?.map(({ role, enabled }) => [role, enabled])).toEqual([
    ['cut', true],
    ['copy', true],
    ['paste', false],
    [undefined, undefined],
    ['selectAll', undefined],
  ]);
});

test('a string takes its values as they are', () => {
  expect(fill('{a} and {b}', { a: '$&', b: '{a}' })).toBe('$& and {a}');
  expect(fill('{unknown}', {})).toBe('{unknown}');
});
