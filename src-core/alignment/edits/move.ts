import type { Change } from '#core/records/change.ts';
import { replaceBeads } from './replace.ts';
import { beadsOf, type EditState, type SideName } from './state.ts';

/**
 * A paragraph goes to the bead before (`up`) or after (`down`), and with it those of its side that would be passed otherwise:
 * those before it on the way up, those after it on the way down. A bead that is left without paragraphs goes. `null` where
 * there is no bead to go to.
 *
 * @throws RangeError for a paragraph that stands in no bead of the alignment
 */
export function moveParagraph(
  state: EditState,
  alignment: string,
  paragraph: string,
  direction: 'up' | 'down',
): Change | null {
  const beads = beadsOf(state, alignment);
  const { index, side } = holderOf(state, alignment, paragraph);
  const from = beads[index];
  const to = beads[direction === 'up' ? index - 1 : index + 1];
  if (from === undefined || to === undefined) return null;
  const at = from[side].indexOf(paragraph);
  const isUp = direction === 'up';
  const moved = isUp ? from[side].slice(0, at + 1) : from[side].slice(at);
  const left = isUp ? from[side].slice(at + 1) : from[side].slice(0, at);
  const rest = { keeps: from, from: [from], source: from.source, target: from.target, [side]: left, made: false };
  const goal = {
    keeps: to,
    from: [to, from],
    source: to.source,
    target: to.target,
    [side]: [...to[side], ...moved],
    made: true,
  };
  const first = isUp ? index - 1 : index;
  return replaceBeads(state, alignment, first, first + 2, isUp ? [goal, rest] : [rest, goal]);
}

/** Where a paragraph stands in an alignment. @throws RangeError when it stands in none of its beads */
export function holderOf(state: EditState, alignment: string, paragraph: string): { index: number; side: SideName } {
  const beads = beadsOf(state, alignment);
  for (const side of ['source', 'target'] as const) {
    const index = beads.findIndex((bead) => bead[side].includes(paragraph));
    if (index !== -1) return { index, side };
  }
  throw new RangeError(`no bead of ${alignment} has the paragraph ${paragraph}`);
}
