import { applied } from '#core/records/apply.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Display } from '#core/records/preference.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import type { Edition, Work } from '#core/records/work.ts';
import type { Event, ReadOnly } from '#main/api/shapes.ts';
import { LibraryError } from '#main/library/error.ts';
import type { Library, Store } from '#main/library/library.ts';

const stamp = { modified: '0' };

/** A work from its texts by edition, and beads as `[source indexes, target indexes]` by alignment. */
export function makeWork(
  id: string,
  texts: Record<string, string[]>,
  beads: Record<string, [source: number[], target: number[]][]> = {},
): WorkRecords & { work: Work } {
  const languages = Object.keys(texts);
  const editions = languages.map((language): Edition => ({
    ...stamp,
    kind: 'edition',
    id: language,
    language,
    title: language,
    order: language,
  }));
  const paragraphs = new Map(
    Object.entries(texts).map(([edition, lines]) => [
      edition,
      lines.map((text, at): Paragraph => ({ ...paragraphOf(edition, at), text })),
    ]),
  );
  const alignments = new Map(
    Object.entries(beads).map(([alignment, list]) => {
      const [source = '', target = ''] = alignment.split('~');
      return [
        alignment,
        list.map(([from, to], at): Bead => ({
          ...stamp,
          kind: 'bead',
          id: `${alignment}-${String(at)}`,
          alignment,
          order: String(at),
          source: from.map((index) => `${source}-${String(index)}`),
          target: to.map((index) => `${target}-${String(index)}`),
          status: at % 2 === 0 ? 'confirmed' : 'auto',
          confidence: 1,
        })),
      ];
    }),
  );
  const work: Work = { ...stamp, kind: 'work', id, titles: { kk: id }, original: languages[0] ?? 'kk' };
  return {
    work,
    editions,
    sections: [],
    paragraphs,
    alignments,
    annotations: [],
    mismatches: [],
    waivers: [],
    readings: new Map(),
  };
}

function paragraphOf(edition: string, at: number): Paragraph {
  const id = `${edition}-${String(at)}`;
  return { ...stamp, kind: 'paragraph', id, edition, section: 's', order: id, type: 'text', text: '', marks: [] };
}

export interface MemoryLibrary extends Library {
  /** Says what happened, as if from outside. */
  tell(event: Event): void;
  /** How many listen. */
  listeners(): number;
  /** Refuses every change with this, from now on. */
  failWith: LibraryError | null;
  stored: AnyRecord[];
}

/** A library that keeps nothing on disk: what the application sees of one, with failures at will. */
export function memoryLibrary(works: readonly WorkRecords[] = [], readOnly: ReadOnly | null = null): MemoryLibrary {
  const listeners = new Set<(event: Event) => void>();
  const stored: AnyRecord[] = [];
  let display: Display | null = null;

  const storeOf = <State>(state: () => State, records: () => AnyRecord[]): Store<State> => ({
    state,
    get: (id) => records().findLast((record) => record.id === id) ?? null,
    apply: async (change) => {
      await Promise.resolve();
      if (library.failWith !== null) throw library.failWith;
      const current = (id: string): AnyRecord | null => records().findLast((record) => record.id === id) ?? null;
      const result = applied(current, change).map((record) => ({ ...record, modified: String(stored.length + 1) }));
      stored.push(...result);
      display = result.findLast((record) => record.kind === 'display') ?? display;
      library.tell({ type: 'changed', work: null, records: result });
      return { records: result, at: '2026-01-01T00:00:00.000Z' };
    },
    joined: () => new Map(records().map((record) => [record.id, record])),
    absorb: () => Promise.reject(new LibraryError('internal', 'nothing is joined here')),
    history: (id) => Promise.resolve(records().filter((record) => record.id === id)),
    problems: () => [],
  });

  const stores = new Map(
    works.map((state) => {
      const own = [...state.paragraphs.values(), ...state.alignments.values()].flat();
      return [
        state.work?.id ?? 'deleted',
        storeOf<WorkRecords>(
          () => state,
          () => [...own, ...stored],
        ),
      ];
    }),
  );
  const library: MemoryLibrary = {
    folder: '/nowhere/Egiz',
    device: 'here',
    readOnly,
    failWith: null,
    stored,
    problems: () => [],
    works: () =>
      Promise.resolve(
        works.flatMap(({ work, editions }) =>
          work === null ? [] : [{ work, editions: [...editions], reading: null, bundled: false }],
        ),
      ),
    top: storeOf<LibraryRecords>(
      () => ({
        terms: stored.filter((record) => record.kind === 'term'),
        rejections: stored.filter((record) => record.kind === 'rejection'),
        cards: stored.filter((record) => record.kind === 'card'),
        answers: stored.filter((record) => record.kind === 'answer'),
        display,
        palette: null,
        study: null,
      }),
      () => stored,
    ),
    work: async (id) => {
      await Promise.resolve();
      const store = stores.get(id);
      if (store === undefined) throw new LibraryError('not-found', `there is no work ${id}`, id);
      return store;
    },
    create: () => Promise.reject(new LibraryError('internal', 'nothing is created here')),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
    listeners: () => listeners.size,
  };
  return library;
}
