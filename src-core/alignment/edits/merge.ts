import type { Change } from '#core/records/change.ts';
import { replaceBeads } from './replace.ts';
import { findBead, type EditState } from './state.ts';

/** A bead and the next become one, which keeps the first one's id. `null` after the last. */
export function mergeWithNext(state: EditState, alignment: string, bead: string): Change | null {
  const { beads, index, bead: first } = findBead(state, alignment, bead);
  const second = beads[index + 1];
  if (second === undefined) return null;
  const source = [...first.source, ...second.source];
  const target = [...first.target, ...second.target];
  return replaceBeads(state, alignment, index, index + 2, [
    { keeps: first, from: [first, second], source, target, made: true },
  ]);
}

/** A bead and the one before become one, which keeps that one's id. `null` for the first. */
export function mergeWithPrevious(state: EditState, alignment: string, bead: string): Change | null {
  const { beads, index } = findBead(state, alignment, bead);
  const previous = beads[index - 1];
  return previous === undefined ? null : mergeWithNext(state, alignment, previous.id);
}
