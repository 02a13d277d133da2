import type { EditState } from '#core/alignment/edits/state.ts';
import { relinkWith } from '#core/alignment/realign/sentence-links.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';

/** What an edit of beads or texts looks at, of an open work: of its texts those that are here. */
export function workEditState(work: OpenWork): EditState {
  return {
    alignments: new Map(Object.entries(work.alignments)),
    annotations: work.annotations.values(),
    mismatches: work.mismatches.values(),
    waivers: work.waivers.values(),
    language: (edition) => work.editions.find(({ id }) => id === edition)?.language ?? 'und',
    original: work.work.original,
    place: (paragraph) => work.places.get(paragraph) ?? null,
    at: (edition, index) => work.outline[edition]?.[index]?.[0] ?? null,
    paragraph: (id) => work.texts.get(id) ?? null,
    newId: () => crypto.randomUUID(),
    // Without the glossary: it is of little weight inside one bead, and an edit answers at once.
    relink,
  };
}

const relink = relinkWith([]);
