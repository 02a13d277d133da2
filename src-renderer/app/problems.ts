import type { Problem } from '#main/api/shapes.ts';
import { addProblem } from './library-store.ts';
import { notify } from './notices.ts';

/** Tells of a problem once, and leaves it with the library, where it stays to be read. */
export function announce(problem: Problem): void {
  if (addProblem(problem)) notify({ kind: 'problem', problem });
}
