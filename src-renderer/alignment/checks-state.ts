import { createStore } from 'zustand/vanilla';
import type { Finding } from '#core/alignment/checks/finding.ts';
import type { ApiFailure } from '#renderer/app/client.ts';
import type { Findings } from './bead-kind.ts';

export interface Checks {
  /** The last answer, in the order of the beads, without what was waved through since. */
  findings: readonly Finding[];
  byBead: Findings;
  /** How many were waved through. */
  waived: number;
  /** How much of an answer that takes long is done, 0 to 1; `null` while none is asked for. */
  share: number | null;
  failure: ApiFailure | null;
  /** There was an answer. */
  isKnown: boolean;
}

export const noChecks: Checks = {
  findings: [],
  byBead: new Map(),
  waived: 0,
  share: null,
  failure: null,
  isKnown: false,
};

/** What the checks say of the alignment in the workbench. */
export const checks = createStore<Checks>(() => noChecks);
