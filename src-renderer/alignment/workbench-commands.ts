import type { Command } from '#renderer/app/commands.ts';
import { key } from '#renderer/i18n/key.ts';
import { actionKeys, type ActionId } from './action-keys.ts';
import {
  clearSelected,
  confirmAbove,
  confirmHere,
  intendHere,
  linkSelected,
  mergeHere,
  moveHere,
  selectHere,
  splitHere,
  swapHere,
  unconfirmHere,
  unlinkHere,
} from './bead-actions.ts';
import { here } from './here.ts';
import { moveUnit, seek, step, toEnd } from './moving.ts';
import { backToReading } from './to-workbench.ts';
import { editText, writeHere } from './text-actions.ts';
import { listControls, workbench } from './workbench-state.ts';

const groups = { bead: key('alignment:group.bead'), go: key('alignment:group.go') } as const;

function pages(): number {
  return listControls.current?.page() ?? 5;
}

/** What can be done in the workbench by keys, and by the buttons that name them. */
export const workbenchCommands: readonly Command[] = [
  ...inGroup('bead', {
    confirm: () => {
      confirmHere();
    },
    'confirm-on': () => {
      confirmHere(true);
    },
    'confirm-above': confirmAbove,
    unconfirm: unconfirmHere,
    split: splitHere,
    merge: () => {
      mergeHere(1);
    },
    'merge-previous': () => {
      mergeHere(-1);
    },
    'move-up': () => {
      moveHere('up');
    },
    'move-down': () => {
      moveHere('down');
    },
    unlink: unlinkHere,
    swap: swapHere,
    link: linkSelected,
    select: selectHere,
    intend: intendHere,
    write: writeHere,
    edit: () => {
      editText();
    },
    realign: () => {
      workbench.setState({ asked: 'realign' });
    },
  }),
  ...inGroup('go', {
    'next-unsure': () => {
      seek('unsure', 1);
    },
    'previous-unsure': () => {
      seek('unsure', -1);
    },
    'next-unconfirmed': () => {
      seek('unconfirmed', 1);
    },
    'previous-unconfirmed': () => {
      seek('unconfirmed', -1);
    },
    'next-omission': () => {
      seek('omission', 1);
    },
    'previous-omission': () => {
      seek('omission', -1);
    },
    'next-finding': () => {
      seek('finding', 1);
    },
    'previous-finding': () => {
      seek('finding', -1);
    },
    'bead-next': () => {
      step(1);
    },
    'bead-previous': () => {
      step(-1);
    },
    'page-next': () => {
      step(pages());
    },
    'page-previous': () => {
      step(-pages());
    },
    first: () => {
      toEnd(-1);
    },
    last: () => {
      toEnd(1);
    },
    'unit-next': () => {
      moveUnit(1, false);
    },
    'unit-previous': () => {
      moveUnit(-1, false);
    },
    'sentence-next': () => {
      moveUnit(1, true);
    },
    'sentence-previous': () => {
      moveUnit(-1, true);
    },
    clear: () => {
      clearSelected();
      workbench.setState({ unit: null, panel: false });
    },
    read: backToReading,
  }),
];

function inGroup(group: keyof typeof groups, acts: Partial<Record<ActionId, () => void>>): Command[] {
  return Object.entries(acts).map(([name, run]) => {
    const id = name as ActionId;
    return {
      id: `alignment.${id}`,
      name: `alignment:action.${id}`,
      group: groups[group],
      keys: actionKeys[id],
      // Without any bead the texts can still be aligned.
      enabled: () => id === 'read' || id === 'realign' || here() !== null,
      run,
    };
  });
}
