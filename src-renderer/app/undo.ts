import { createStore } from 'zustand/vanilla';
import { reverse, type Change } from '#core/records/change.ts';
import type { Scope } from './saving.ts';

/** Something a person did and can take back. */
export interface Step {
  scope: Scope;
  change: Change;
  /** Translation key of what was done, for the menu: "Undo: highlight". */
  label: string;
}

export interface Undo {
  done: readonly Step[];
  undone: readonly Step[];
}

const most = 500;

/** What was done since the window opened, across works and glossary. */
export const undoing = createStore<Undo>(() => ({ done: [], undone: [] }));

/** Remembers a step; what was undone before it can no longer be redone. */
export function remember(step: Step): void {
  undoing.setState(({ done }) => ({ done: [...done, step].slice(-most), undone: [] }));
}

/** Takes the last step off the stack and gives the step that reverses it, or `null` when nothing is left. */
export function takeUndo(): Step | null {
  const { done, undone } = undoing.getState();
  const step = done.at(-1);
  if (step === undefined) return null;
  undoing.setState({ done: done.slice(0, -1), undone: [...undone, step] });
  return { ...step, change: reverse(step.change) };
}

/** Gives the step that was undone last, to be done again, or `null`. */
export function takeRedo(): Step | null {
  const { done, undone } = undoing.getState();
  const step = undone.at(-1);
  if (step === undefined) return null;
  undoing.setState({ done: [...done, step], undone: undone.slice(0, -1) });
  return step;
}

/** Forgets a step that the library refused, or that no longer fits. */
export function forget(change: Change): void {
  const others = (steps: readonly Step[]): Step[] => steps.filter((step) => step.change !== change);
  undoing.setState(({ done, undone }) => ({ done: others(done), undone: others(undone) }));
}
