import { createStore } from 'zustand/vanilla';
import { applied } from '#core/records/apply.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import { unpackBead } from '#core/records/packed-bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Reading } from '#core/records/preference.ts';
import type { Mismatch } from '#core/records/rejection.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Waiver } from '#core/records/waiver.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';
import type { OutlineParagraph, WorkState } from '#main/api/shapes.ts';
import { answer, api, type ApiFailure } from './client.ts';
import { library } from './library-store.ts';
import { notify } from './notices.ts';
import { replacedIn } from './replaced-in.ts';
import { announce } from './problems.ts';
import { answered, unsaved } from './saving.ts';
import { beadIndex, placesOf, restructured } from './work-structure.ts';

/** Where a paragraph stands: its edition and its index in that edition's outline. */
export interface Place {
  edition: string;
  index: number;
}

/** An open work, as the view knows it. */
export interface OpenWork {
  id: string;
  work: Work;
  editions: readonly Edition[];
  sections: readonly Section[];
  /** By edition, in the order of the text. */
  outline: Readonly<Record<string, readonly OutlineParagraph[]>>;
  /** By alignment (`<source>~<target>`). */
  alignments: Readonly<Record<string, readonly Bead[]>>;
  /** By id, tombstones left out. */
  annotations: ReadonlyMap<string, Annotation>;
  /** By id. */
  mismatches: ReadonlyMap<string, Mismatch>;
  /** By id. */
  waivers: ReadonlyMap<string, Waiver>;
  reading: Reading | null;
  places: ReadonlyMap<string, Place>;
  /** The texts that are here, by paragraph; more come by `loadTexts`. */
  texts: ReadonlyMap<string, Paragraph>;
}

/** The work that is open, or `null`. */
export const openedWork = createStore<{ current: OpenWork | null }>(() => ({ current: null }));

/** Texts kept at once: enough for a long way back without reading again, and a limit for memory. */
const mostTexts = 6_000;
/** The API's limit for one call. */
const textsPerCall = 500;

/** Counts openings: what comes after a later question, or after the work was closed, is not shown. */
let openings = 0;

/** Reads a work and shows it, with what is not on disk yet. @throws ApiFailure */
export async function openWork(id: string): Promise<void> {
  openings += 1;
  const opening = openings;
  const state = await readWork(id, () => opening === openings);
  if (state === null) return;
  const { current } = openedWork.getState();
  let next = opened(id, state, current?.id === id ? current.texts : new Map());
  for (const change of unsaved(id)) {
    const work = next;
    const records = applied((record) => recordOf(work, record), change);
    next = withRecords(work, records).work;
  }
  openedWork.setState({ current: next });
  for (const problem of state.problems) announce(problem);
}

/** The work as it is on disk, read again where a change was stored meanwhile; `null` once nobody waits for it. */
async function readWork(id: string, wanted: () => boolean): Promise<WorkState | null> {
  for (;;) {
    const before = answered();
    const state = await answer(api.works[':work'].$get({ param: { work: id } }));
    if (!wanted()) return null;
    if (answered() === before) return state;
  }
}

/** Reads the open work again; a failure is told, and what is shown stays. */
export function readAgain(): void {
  const { current } = openedWork.getState();
  if (current === null) return;
  openWork(current.id).catch((cause: unknown) => {
    notify({ kind: 'failure', failure: cause as ApiFailure });
  });
}

export function closeWork(): void {
  openings += 1;
  openedWork.setState({ current: null });
}

function opened(id: string, state: WorkState, known: ReadonlyMap<string, Paragraph>): OpenWork {
  return {
    id,
    work: state.work,
    editions: state.editions,
    sections: state.sections,
    outline: state.outline,
    alignments: Object.fromEntries(
      Object.entries(state.alignments).map(([name, beads]) => [name, beads.map((bead) => unpackBead(name, bead))]),
    ),
    annotations: mapped(state.annotations),
    mismatches: mapped(state.mismatches),
    waivers: mapped(state.waivers),
    reading: state.reading,
    places: placesOf(state.outline),
    texts: withTexts(known, state.texts),
  };
}

function mapped<R extends AnyRecord>(records: readonly R[]): ReadonlyMap<string, R> {
  return new Map(records.map((record) => [record.id, record]));
}

function withTexts(known: ReadonlyMap<string, Paragraph>, more: readonly Paragraph[]): ReadonlyMap<string, Paragraph> {
  const texts = new Map(known);
  for (const paragraph of more) {
    texts.delete(paragraph.id);
    texts.set(paragraph.id, paragraph);
  }
  for (const oldest of texts.keys()) {
    if (texts.size <= mostTexts) break;
    texts.delete(oldest);
  }
  return texts;
}

const asked = new Set<string>();

/** Reads the texts of these paragraphs that are not here yet and not asked for already. @throws ApiFailure */
export async function loadTexts(ids: readonly string[]): Promise<void> {
  const work = openedWork.getState().current;
  if (work === null) return;
  const missing = ids.filter((id) => !work.texts.has(id) && !asked.has(id));
  for (let at = 0; at < missing.length; at += textsPerCall) {
    const part = missing.slice(at, at + textsPerCall);
    for (const id of part) asked.add(id);
    try {
      const paragraphs = await answer(
        api.works[':work'].paragraphs.$post({ param: { work: work.id }, json: { ids: part } }),
      );
      const { current } = openedWork.getState();
      if (current?.id === work.id) {
        openedWork.setState({ current: { ...current, texts: withTexts(current.texts, paragraphs) } });
      }
    } finally {
      for (const id of part) asked.delete(id);
    }
  }
}

/** A record of the open work as shown now. */
export function workRecord(id: string): AnyRecord | null {
  const { current } = openedWork.getState();
  return current === null ? null : recordOf(current, id);
}

function recordOf(work: OpenWork, id: string): AnyRecord | null {
  const listed = [work.work, ...work.editions, ...work.sections, work.reading];
  return (
    work.annotations.get(id) ??
    work.mismatches.get(id) ??
    work.waivers.get(id) ??
    work.texts.get(id) ??
    listed.find((record) => record?.id === id) ??
    beadOf(work, id)
  );
}

function beadOf({ alignments }: OpenWork, id: string): Bead | null {
  for (const beads of Object.values(alignments)) {
    const found = beads[beadIndex(beads).get(id) ?? -1];
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * Shows records of the open work in place of those with the same ids. What changes sections or editions, or leaves a paragraph
 * in no bead or in two, is read again as a whole, because the library restores what must hold between records.
 */
export function showInWork(records: readonly AnyRecord[], work: string): void {
  const { current } = openedWork.getState();
  if (current === null || current.id !== work) return;
  const shown = withRecords(current, records);
  openedWork.setState({ current: shown.work });
  if (shown.again) readAgain();
}

/** A work with records in place of those with the same ids, and whether it has to be read `again` for the rest. */
function withRecords(work: OpenWork, records: readonly AnyRecord[]): { work: OpenWork; again: boolean } {
  // What did not change stays the same object: views draw by that.
  let next: OpenWork = {
    ...work,
    annotations: replacedIn(work.annotations, 'annotation', records),
    mismatches: replacedIn(work.mismatches, 'mismatch', records),
    waivers: replacedIn(work.waivers, 'waiver', records),
  };
  let again = false;
  const texts: Paragraph[] = [];
  const paragraphs: Paragraph[] = [];
  const beads: Bead[] = [];
  for (const record of records) {
    switch (record.kind) {
      case 'paragraph': {
        const isKnown = work.places.get(record.id)?.edition === record.edition;
        if (!record.deleted) texts.push(record);
        if (isKnown === (record.deleted === true)) paragraphs.push(record);
        break;
      }
      case 'bead':
        beads.push(record);
        break;
      case 'reading':
        // Other devices read the same work in places of their own.
        if (record.device === library.getState().state?.device) next = { ...next, reading: record };
        break;
      case 'work':
        next = { ...next, work: record };
        break;
      case 'edition':
      case 'section':
        again = true;
        break;
      default:
        break;
    }
  }
  if (texts.length > 0) next = { ...next, texts: withTexts(next.texts, texts) };
  if (paragraphs.length > 0 || beads.length > 0) {
    const structure = restructured(next, paragraphs, beads);
    if (structure === null) again = true;
    else next = { ...next, ...structure };
  }
  return { work: next, again };
}
