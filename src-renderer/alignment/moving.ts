import { language } from '#core/language/language.ts';
import { isUnsure } from '#core/alignment/unsure.ts';
import type { Bead } from '#core/records/bead.ts';
import { notify } from '#renderer/app/notices.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';
import { beadIndex } from '#renderer/app/work-structure.ts';
import { key } from '#renderer/i18n/key.ts';
import { beadKind, matches } from './bead-kind.ts';
import { checks } from './checks-state.ts';
import { here, indexHolding } from './here.ts';
import { listControls, workbench, type Unit } from './workbench-state.ts';

/** What one looks for next. */
export type Wanted = 'unsure' | 'unconfirmed' | 'omission' | 'finding';

/** Makes a bead the current one and brings it into view with the focus. */
export function goToBead(beads: readonly Bead[], index: number, unit: Unit | null = null): void {
  const bead = beads[index];
  if (bead === undefined) return;
  const anchor = unit?.paragraph ?? bead.source[0] ?? bead.target[0] ?? null;
  workbench.setState({ bead: bead.id, anchor, unit, edited: null, writing: null });
  listControls.current?.focus(bead.id);
}

/** To another bead that is listed, by so many. */
export function step(by: number): void {
  const place = here();
  if (place === null) return;
  const { filter } = workbench.getState();
  const { byBead } = checks.getState();
  const way = by < 0 ? -1 : 1;
  let found = place.index;
  let left = Math.abs(by);
  for (let at = place.index + way; at >= 0 && at < place.beads.length && left > 0; at += way) {
    const bead = place.beads[at];
    if (bead === undefined || !matches(filter, bead, byBead)) continue;
    found = at;
    left -= 1;
  }
  goToBead(place.beads, found);
}

/** To the first (-1) or the last (1) bead that is listed. */
export function toEnd(way: 1 | -1): void {
  const place = here();
  if (place !== null) step(way * place.beads.length);
}

/** To the next bead of a kind, or the one before; says where there is none. */
export function seek(wanted: Wanted, way: 1 | -1): void {
  const place = here();
  if (place === null) return;
  const { byBead } = checks.getState();
  const isWanted = (bead: Bead): boolean => {
    switch (wanted) {
      case 'unsure':
        return isUnsure(bead);
      case 'unconfirmed':
        return bead.status !== 'confirmed';
      case 'omission':
        return beadKind(bead) === 'omitted';
      case 'finding':
        return byBead.has(bead.id);
    }
  };
  const { length } = place.beads;
  // Round once: after the last comes the first.
  for (let turn = 1; turn <= length; turn += 1) {
    const at = (((place.index + turn * way) % length) + length) % length;
    const bead = place.beads[at];
    if (bead !== undefined && isWanted(bead)) {
      goToBead(place.beads, at);
      return;
    }
  }
  notify({ kind: 'done', message: nothingMore[wanted], undoable: false });
}

const nothingMore: Record<Wanted, string> = {
  unsure: key('alignment:none.unsure'),
  unconfirmed: key('alignment:none.unconfirmed'),
  omission: key('alignment:none.omission'),
  finding: key('alignment:none.finding'),
};

/** After an edit: the bead with this paragraph is the current one. */
export function stayWith(work: OpenWork, alignment: string, paragraph: string | null): void {
  const beads = work.alignments[alignment] ?? [];
  const { bead, unit } = workbench.getState();
  const index = paragraph === null ? (beadIndex(beads).get(bead ?? '') ?? -1) : indexHolding(beads, paragraph);
  if (index >= 0) goToBead(beads, index, unit !== null && unit.paragraph === paragraph ? unit : null);
}

/** The next part of the current bead (1) or the one before (-1): a paragraph, or with `fine` a sentence; then the whole bead. */
export function moveUnit(way: 1 | -1, fine: boolean): void {
  const place = here();
  if (place === null) return;
  const { unit } = workbench.getState();
  const ids = [...place.bead.source, ...place.bead.target];
  const units = ids.flatMap((paragraph): Unit[] =>
    fine
      ? sentencesOf(place.work, paragraph).map((sentence) => ({ paragraph, sentence }))
      : [{ paragraph, sentence: null }],
  );
  const found = units.findIndex(
    ({ paragraph, sentence }) =>
      paragraph === unit?.paragraph && (!fine || unit.sentence === null || sentence === unit.sentence),
  );
  const isInside = unit !== null && (fine ? unit.sentence !== null : true);
  const next = units[unit === null ? (way === 1 ? 0 : units.length - 1) : isInside ? found + way : found];
  workbench.setState({ unit: next ?? null });
}

function sentencesOf(work: OpenWork, paragraph: string): number[] {
  const text = work.texts.get(paragraph);
  const tag = work.editions.find(({ id }) => id === text?.edition)?.language ?? 'und';
  return text === undefined
    ? []
    : language(tag)
        .sentences(text.text)
        .map((_, at) => at);
}
