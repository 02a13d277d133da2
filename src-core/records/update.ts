import type { Bead } from './bead.ts';
import { normaliseAlignment, type Sides } from './normalise-alignment.ts';
import {
  byCreation,
  byDevice,
  byId,
  displayOf,
  type Joined,
  live,
  normalise,
  paletteOf,
  studyOf,
} from './normalise.ts';
import type { Paragraph } from './paragraph.ts';
import type { Replaced } from './replaced.ts';
import type { AnyRecord } from './schema.ts';
import { withReplaced } from './sorted.ts';
import type { LibraryRecords, WorkRecords } from './state.ts';

/**
 * What `normalise(id, joined)` gives after `replaced` changed, found from what it gave before. Only the lists that can have
 * changed are made anew, so that a highlight costs the same in a long work and in a short one.
 */
export function renormalise(
  id: string,
  previous: WorkRecords,
  joined: Joined,
  replaced: readonly Replaced[],
): WorkRecords {
  const kinds = new Set(replaced.map(({ after }) => after.kind));
  if (replaced.some(({ before, after }) => before !== null && before.kind !== after.kind)) return normalise(id, joined);
  if (kinds.has('work') || kinds.has('edition') || kinds.has('section')) return normalise(id, joined);
  let state = previous;
  if (kinds.has('paragraph')) {
    const paragraphs = withNewTexts(previous, replaced);
    if (paragraphs === null) return normalise(id, joined);
    state = { ...state, paragraphs };
  }
  if (kinds.has('bead')) {
    const alignments = withNewBeads(state, joined, replaced);
    if (alignments === null) return normalise(id, joined);
    state = { ...state, alignments };
  }
  if (kinds.has('annotation')) {
    state = { ...state, annotations: withReplaced(state.annotations, 'annotation', byCreation, replaced) };
  }
  if (kinds.has('mismatch')) {
    state = { ...state, mismatches: withReplaced(state.mismatches, 'mismatch', byId, replaced) };
  }
  if (kinds.has('waiver')) state = { ...state, waivers: withReplaced(state.waivers, 'waiver', byId, replaced) };
  if (kinds.has('reading')) state = { ...state, readings: byDevice(live(joined, 'reading')) };
  return state;
}

/** The paragraphs, when nothing but what is in them changed; `null` when one came, went or moved. */
function withNewTexts(
  previous: WorkRecords,
  replaced: readonly Replaced[],
): ReadonlyMap<string, readonly Paragraph[]> | null {
  const changed = new Map<string, Map<AnyRecord, Paragraph>>();
  for (const { before, after } of replaced) {
    if (after.kind !== 'paragraph') continue;
    if (before?.kind !== 'paragraph' || !samePlace(before, after)) return null;
    const texts = changed.get(after.edition) ?? new Map<AnyRecord, Paragraph>();
    changed.set(after.edition, texts.set(before, after));
  }
  const paragraphs = new Map(previous.paragraphs);
  for (const [edition, texts] of changed) {
    const list = paragraphs.get(edition) ?? [];
    let found = 0;
    const next = list.map((paragraph) => {
      const text = texts.get(paragraph);
      if (text === undefined) return paragraph;
      found += 1;
      return text;
    });
    // One that stands elsewhere than its record says was placed by `normalise`.
    if (found !== texts.size) return null;
    paragraphs.set(edition, next);
  }
  return paragraphs;
}

function samePlace(a: Paragraph, b: Paragraph): boolean {
  return (
    a.deleted !== true &&
    b.deleted !== true &&
    a.edition === b.edition &&
    a.section === b.section &&
    a.order === b.order
  );
}

/** The alignments after a change of beads; `null` when one of them may have come or gone. */
function withNewBeads(
  state: WorkRecords,
  joined: Joined,
  replaced: readonly Replaced[],
): ReadonlyMap<string, readonly Bead[]> | null {
  const touched = new Set<string>();
  for (const { before, after } of replaced) {
    if (before?.kind === 'bead') touched.add(before.alignment);
    if (after.kind === 'bead') touched.add(after.alignment);
  }
  const alignments = new Map(state.alignments);
  const beads = Map.groupBy(live(joined, 'bead'), (bead) => bead.alignment);
  for (const alignment of touched) {
    const sides = sidesOf(state, alignment);
    // Those of the original are always there.
    if (!alignments.has(alignment) || sides === null || sides.id !== state.work?.original) return null;
    alignments.set(alignment, normaliseAlignment(alignment, sides, beads.get(alignment) ?? []));
  }
  return alignments;
}

/** The paragraphs on either side of an alignment, and the id of the edition that is its source. */
function sidesOf(state: WorkRecords, alignment: string): (Sides & { id: string }) | null {
  for (const [source, before] of state.paragraphs) {
    for (const [target, beside] of state.paragraphs) {
      if (`${source}~${target}` === alignment) return { id: source, source: before, target: beside };
    }
  }
  return null;
}

/** What `libraryRecords(joined)` gives after `replaced` changed, found from what it gave before. */
export function nextLibraryRecords(
  previous: LibraryRecords,
  joined: Joined,
  replaced: readonly Replaced[],
): LibraryRecords {
  return {
    terms: kept(previous.terms, 'term', replaced),
    rejections: kept(previous.rejections, 'rejection', replaced),
    cards: kept(previous.cards, 'card', replaced),
    answers: kept(previous.answers, 'answer', replaced),
    display: displayOf(joined),
    palette: paletteOf(joined),
    study: studyOf(joined),
  };
}

/** A list by id after records were replaced; the same object when none of them is of its kind. */
function kept<R extends AnyRecord>(list: readonly R[], kind: R['kind'], replaced: readonly Replaced[]): readonly R[] {
  return replaced.some(({ after }) => after.kind === kind) ? withReplaced(list, kind, byId, replaced) : list;
}
