import { editState, type EditState } from '#core/alignment/edits/state.ts';
import { applied } from '#core/records/apply.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Change } from '#core/records/change.ts';
import { normalise } from '#core/records/normalise.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';

/** A work on which edits are made as the library makes them. */
export interface World {
  readonly state: () => EditState;
  readonly records: () => WorkRecords;
  /** Stores a change; as the library does, with all beads that were derived in the alignments that it touches. */
  readonly perform: (change: Change) => void;
  readonly current: (id: string) => AnyRecord | null;
}

export function worldOf(records: readonly AnyRecord[], relink?: EditState['relink']): World {
  const joined = new Map(records.map((record) => [record.id, record]));
  let stamps = 0;
  let ids = 0;
  const store = (record: AnyRecord): void => {
    stamps += 1;
    joined.set(record.id, { ...record, modified: `2026-11-23T00:00:00.000Z-${String(stamps).padStart(4, '0')}-one` });
  };
  const shown = (): WorkRecords => normalise('w', joined);
  const current = (id: string): AnyRecord | null => joined.get(id) ?? null;
  return {
    records: shown,
    current,
    state: () => editState(shown(), () => `new-${String((ids += 1))}`, relink),
    perform: (change) => {
      const touched = [...change.added, ...change.updated.map(([, to]) => to), ...change.removed];
      const alignments = new Set(touched.flatMap((record) => (record.kind === 'bead' ? record.alignment : [])));
      const derived = [...shown().alignments].flatMap(([name, beads]) => (alignments.has(name) ? beads : []));
      for (const bead of derived) if (!joined.has(bead.id)) store(bead);
      for (const record of applied(current, change)) store(record);
    },
  };
}

/** `kk-1+kk-2=en-1`, with `!` where it is confirmed. */
export function drawn(world: World, alignment = 'kk~en'): string[] {
  return (world.records().alignments.get(alignment) ?? []).map(
    ({ source, target, status }) => `${source.join('+')}=${target.join('+')}${status === 'confirmed' ? '!' : ''}`,
  );
}

export function beadsOf(world: World, alignment = 'kk~en'): readonly Bead[] {
  return world.records().alignments.get(alignment) ?? [];
}

/** What a reader sees, without the stamps. */
export function unstamped(world: World): unknown {
  const { readings: _readings, ...records } = world.records();
  return JSON.parse(
    JSON.stringify(
      { ...records, paragraphs: [...records.paragraphs], alignments: [...records.alignments] },
      (key, value: unknown) => (key === 'modified' ? undefined : value),
    ),
  ) as unknown;
}
