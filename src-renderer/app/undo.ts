import { createStore } from 'zustand/vanilla';
import { reverse, type Change } from '#core/records/change.ts';
import type { Scope } from './saving.ts';

/** A change of the records of a work, or of the library's own. */
export interface ScopedChange {
  scope: Scope;
  change: Change;
}

/** Something a person did and can take back. */
export interface Step extends ScopedChange {
  /** What it changed elsewhere: a work that comes in with its terms is one step. */
  also?: readonly ScopedChange[];
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
  return reversed(step);
}

/** The step that takes a step back. */
export function reversed(step: Step): Step {
  const { change, also } = step;
  return {
    ...step,
    change: reverse(change),
    ...(also === undefined ? {} : { also: also.map((part) => ({ ...part, change: reverse(part.change) })) }),
  };
}

/** All that a step changes. */
export function changesOf({ scope, change, also = [] }: Step): ScopedChange[] {
  return [{ scope, change }, ...also];
}

/** Gives the step that was undone last, to be done again, or `null`. */
export function takeRedo(): Step | null {
  const { done, undone } = undoing.getState();
  const step = undone.at(-1);
  if (step === undefined) return null;
  undoing.setState({ done: [...done, step], undone: undone.slice(0, -1) });
  return step;
}

/** Forgets the step of a change that the library refused, or that no longer fits. */
export function forget(change: Change): void {
  const others = (steps: readonly Step[]): Step[] =>
    steps.filter((step) => !changesOf(step).some((part) => part.change === change));
  undoing.setState(({ done, undone }) => ({ done: others(done), undone: others(undone) }));
}
