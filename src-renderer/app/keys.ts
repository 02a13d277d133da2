import { commands, type Key } from './commands.ts';

const names: Readonly<Record<string, string>> = {
  Slash: '/',
  Backslash: '\\',
  Comma: ',',
  Period: '.',
  Minus: '−',
  Equal: '+',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backquote: '`',
  // The only key whose name differs by language, and that has nothing on it.
  Space: '␣',
  Enter: 'Enter',
  NumpadEnter: 'Enter',
  Escape: 'Esc',
  Tab: 'Tab',
  Delete: 'Del',
  Backspace: '⌫',
  Insert: 'Ins',
  Home: 'Home',
  End: 'End',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  NumpadAdd: '+',
  NumpadSubtract: '−',
  ContextMenu: '☰',
};

/** Is this a Mac, where Cmd is what Ctrl is elsewhere? */
export function onMac(): boolean {
  return navigator.platform.startsWith('Mac');
}

/** How a key is written on the platform: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`. Named by the Latin letter on the keycap. */
export function keyName(key: Key, mac: boolean = onMac()): string {
  // What one types to get the sign, as everyone calls it.
  if (key.code === 'Slash' && key.shift === true && key.mod !== true && key.alt !== true) return '?';
  // The plus stands on this key, with Shift or without.
  const isPlus = key.code === 'Equal';
  const sign = names[key.code] ?? key.code.replace(/^(?:Key|Digit|Numpad)/, '');
  const parts = mac
    ? [key.alt === true && '⌥', key.shift === true && !isPlus && '⇧', key.mod === true && '⌘', sign]
    : [key.mod === true && 'Ctrl+', key.alt === true && 'Alt+', key.shift === true && !isPlus && 'Shift+', sign];
  return parts.filter((part) => part !== false).join('');
}

/** How the first key of a command is written on this platform; `null` where it has none or is not offered now. */
export function keysOf(command: string): string | null {
  const key = commands.getState().commands.find(({ id }) => id === command)?.keys?.[0];
  return key === undefined ? null : keyName(key);
}
