import type { Command, Key } from '#renderer/app/commands.ts';
import { aloud, skip, stop } from './player.ts';
import { readAloud } from './start.ts';

export const keys = {
  read: { code: 'KeyR' },
  next: { code: 'Period' },
  previous: { code: 'Comma' },
  stop: { code: 'Escape' },
} as const satisfies Record<string, Key>;

const isOn = (): boolean => aloud.getState().status !== 'off';

/** What can be done while a work is open. */
export const aloudCommands: readonly Command[] = [
  { id: 'aloud.read', name: 'aloud:command.read', group: 'aloud:group', keys: [keys.read], run: readAloud },
  {
    id: 'aloud.next',
    name: 'aloud:command.next',
    group: 'aloud:group',
    keys: [keys.next],
    enabled: isOn,
    run: () => void skip(1),
  },
  {
    id: 'aloud.previous',
    name: 'aloud:command.previous',
    group: 'aloud:group',
    keys: [keys.previous],
    enabled: isOn,
    run: () => void skip(-1),
  },
  { id: 'aloud.stop', name: 'aloud:command.stop', group: 'aloud:group', keys: [keys.stop], enabled: isOn, run: stop },
];
