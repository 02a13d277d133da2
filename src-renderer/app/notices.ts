import { createStore } from 'zustand/vanilla';
import type { Problem } from '#main/api/shapes.ts';
import type { ApiFailure } from './client.ts';

/** Something the reader should know, shown without taking the focus. */
export type Notice =
  | { kind: 'failure'; failure: ApiFailure }
  | { kind: 'problem'; problem: Problem }
  /** What was just done, with a way back: `message` is a translation key. */
  | { kind: 'done'; message: string; values?: Record<string, string | number>; undoable: boolean };

export const notices = createStore<{ shown: readonly { id: number; notice: Notice }[] }>(() => ({ shown: [] }));

let last = 0;

export function notify(notice: Notice): void {
  last += 1;
  const id = last;
  notices.setState(({ shown }) => ({ shown: [...shown, { id, notice }].slice(-4) }));
}

export function dismiss(id: number): void {
  notices.setState(({ shown }) => ({ shown: shown.filter((one) => one.id !== id) }));
}
