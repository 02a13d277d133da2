import type { Finding } from '#core/alignment/checks/finding.ts';
import { waive } from '#core/alignment/checks/waive.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { key } from '#renderer/i18n/key.ts';
import { perform } from './edit-beads.ts';
import { goToBead } from './moving.ts';
import { workbench } from './workbench-state.ts';

/** Milliseconds for which a place that was gone to stays marked. */
const flashFor = 1_600;

/** Goes to the bead of a finding and lets its place flash. */
export function goToFinding(finding: Finding): void {
  const { current } = openedWork.getState();
  const beads = current?.alignments[workbench.getState().alignment] ?? [];
  const index = beadIndex(beads).get(finding.bead);
  if (index === undefined) return;
  const first = finding.ranges[0];
  goToBead(beads, index, first === undefined ? null : { paragraph: first.paragraph, sentence: null });
  workbench.setState({ shown: finding });
  setTimeout(() => {
    workbench.setState(({ shown }) => ({ shown: shown === finding ? null : shown }));
  }, flashFor);
}

/** A person says that a finding is all right: it is not told again. One step of undo. */
export function waiveFinding(finding: Finding): void {
  const { current } = openedWork.getState();
  const { alignment } = workbench.getState();
  if (current === null) return;
  perform(current, () => waive(finding, alignment, crypto.randomUUID()), key('alignment:undo.waive'));
}
