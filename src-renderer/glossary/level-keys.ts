import type { Key } from '#renderer/app/commands.ts';
import { keyName } from '#renderer/app/keys.ts';
import { termLevels, type TermLevel } from '#core/records/term.ts';

/** The keys that give a word its level: by their places, so that they work on every layout. */
export const levelKeys: Readonly<Record<TermLevel, readonly Key[]>> = {
  new: [{ code: 'Digit0' }, { code: 'Numpad0' }],
  '1': [{ code: 'Digit1' }, { code: 'Numpad1' }],
  '2': [{ code: 'Digit2' }, { code: 'Numpad2' }],
  '3': [{ code: 'Digit3' }, { code: 'Numpad3' }],
  '4': [{ code: 'Digit4' }, { code: 'Numpad4' }],
  '5': [{ code: 'Digit5' }, { code: 'Numpad5' }],
  known: [{ code: 'KeyK' }, { code: 'KeyW' }],
  ignored: [{ code: 'KeyI' }],
};

/** The level that a key of this place gives; `null` for every other key. */
export function levelOfKey(code: string): TermLevel | null {
  return termLevels.find((level) => levelKeys[level].some((key) => key.code === code)) ?? null;
}

/** How the first key of a level is written. */
export function levelKeyName(level: TermLevel): string | null {
  const [first] = levelKeys[level];
  return first === undefined ? null : keyName(first);
}
