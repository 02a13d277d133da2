import { describe, expect, it } from 'vitest';
import { keyName } from '#renderer/app/keys.ts';

describe('the name of a key', () => {
  it.each([
    [{ code: 'KeyZ', mod: true, shift: true }, 'Ctrl+Shift+Z', '⇧⌘Z'],
    [{ code: 'Digit1', alt: true, shift: true }, 'Alt+Shift+1', '⌥⇧1'],
    [{ code: 'Slash', shift: true }, '?', '?'],
    [{ code: 'Equal', mod: true, shift: true }, 'Ctrl++', '⌘+'],
    [{ code: 'NumpadAdd', mod: true }, 'Ctrl++', '⌘+'],
    [{ code: 'Numpad0', mod: true }, 'Ctrl+0', '⌘0'],
    [{ code: 'ArrowLeft' }, '←', '←'],
    [{ code: 'F2' }, 'F2', 'F2'],
  ])('%o is %s, on a Mac %s', (key, elsewhere, mac) => {
    expect(keyName(key, false)).toBe(elsewhere);
    expect(keyName(key, true)).toBe(mac);
  });
});
