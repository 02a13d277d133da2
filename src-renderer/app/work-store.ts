import { createStore } from 'zustand/vanilla';
import type { Annotation } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Reading } from '#core/records/preference.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Edition, Section, Work } from '#core/records/work.ts';
import type { OutlineParagraph, WorkState } from '#main/api/shapes.ts';
import { answer, api } from './client.ts';

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

/** Reads a work and shows it. @throws ApiFailure */
export async function openWork(id: string): Promise<void> {
  const state = await answer(api.works[':work'].$get({ param: { work: id } }));
  const { current } = openedWork.getState();
  openedWork.setState({ current: opened(id, state, current?.id === id ? current.texts : new Map()) });
}

export function closeWork(): void {
  openedWork.setState({ current: null });
}

function opened(id: string, state: WorkState, known: ReadonlyMap<string, Paragraph>): OpenWork {
  const places = new Map<string, Place>();
  for (const [edition, paragraphs] of Object.entries(state.outline)) {
    for (const [index, [paragraph]] of paragraphs.entries()) places.set(paragraph, { edition, index });
  }
  return {
    id,
    work: state.work,
    editions: state.editions,
    sections: state.sections,
    outline: state.outline,
    alignments: state.alignments,
    annotations: new Map(state.annotations.map((annotation) => [annotation.id, annotation])),
    reading: state.reading,
    places,
    texts: withTexts(known, state.texts),
  };
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
      if (current?.id === work.id)
        openedWork.setState({ current: { ...current, texts: withTexts(current.texts, paragraphs) } });
    } finally {
      for (const id of part) asked.delete(id);
    }
  }
}

/** A record of the open work as shown now. */
export function workRecord(id: string): AnyRecord | null {
  const { current } = openedWork.getState();
  if (current === null) return null;
  const listed = [current.work, ...current.editions, ...current.sections, current.reading];
  return (
    current.annotations.get(id) ??
    current.texts.get(id) ??
    listed.find((record) => record?.id === id) ??
    Object.values(current.alignments)
      .flat()
      .find((bead) => bead.id === id) ??
    null
  );
}

/**
 * Shows records of the open work in place of those with the same ids. What changes the order or the number of
 * paragraphs or beads is read again as a whole, because the library restores what must hold between records.
 */
export function showInWork(records: readonly AnyRecord[], work: string): void {
  const { current } = openedWork.getState();
  if (current === null || current.id !== work) return;
  let next = current;
  let structure = false;
  const annotations = new Map(current.annotations);
  const texts: Paragraph[] = [];
  for (const record of records) {
    switch (record.kind) {
      case 'annotation':
        if (record.deleted) annotations.delete(record.id);
        else annotations.set(record.id, record);
        break;
      case 'paragraph':
        if (!record.deleted && current.places.get(record.id)?.edition === record.edition) texts.push(record);
        else structure = true;
        break;
      case 'reading':
        if (record.id === current.reading?.id || current.reading === null) next = { ...next, reading: record };
        break;
      case 'work':
        next = { ...next, work: record };
        break;
      case 'edition':
      case 'section':
      case 'bead':
        structure = true;
        break;
      default:
        break;
    }
  }
  openedWork.setState({ current: { ...next, annotations, texts: withTexts(next.texts, texts) } });
  if (structure) void openWork(work);
}
