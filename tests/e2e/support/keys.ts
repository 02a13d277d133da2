import type { Page } from 'playwright/test';

/** What the keys of these places type on the Kazakh layout. */
const letters = { KeyF: 'а', KeyG: 'п', KeyH: 'р', KeyK: 'л', KeyN: 'т', KeyZ: 'я' } as const;
const modifierBits = { Alt: 1, Control: 2, Shift: 8 } as const;

/** Presses a key by its place while the Kazakh layout is on: to the page its `key` is a Cyrillic letter. */
export async function pressOnKazakhLayout(
  page: Page,
  code: keyof typeof letters,
  modifiers: readonly (keyof typeof modifierBits)[] = [],
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bits = modifiers.reduce((sum, modifier) => sum + modifierBits[modifier], 0);
  const typed = { code, key: letters[code], windowsVirtualKeyCode: code.charCodeAt(3), modifiers: bits };
  const text = modifiers.length === 0 ? { text: letters[code] } : {};
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...typed, ...text });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...typed });
  await session.detach();
}
