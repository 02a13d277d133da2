import { randomUUID } from 'node:crypto';
import { type Arrival, arriving, countJoin, type Here, joinChange } from '#core/formats/egiz-file/arriving.ts';
import type { EgizContent } from '#core/formats/egiz-file/content.ts';
import { type Change, noChange } from '#core/records/change.ts';
import type { AnyRecord, Kind } from '#core/records/schema.ts';
import type { EgizBrought, EgizLook } from '#main/api/egiz-shapes.ts';
import { withFreeId, workHere, workIdOf } from '#main/import/work-id.ts';
import { LibraryError, type Library, type Store } from '#main/library/library.ts';

/** Records of a change that is given back to be undone; of more it takes too long to send them to and fro. */
const mostUndone = 20_000;

/** What a file holds, and what the library has of it already. */
export async function lookAtEgiz(library: Library, content: EgizContent, now = Date.now()): Promise<EgizLook> {
  const { manifest, work, records, top, unknown } = content;
  const alive = [...records, ...top].filter((record) => record.deleted !== true);
  const count = (...kinds: Kind[]): number => alive.filter(({ kind }) => kinds.includes(kind)).length;
  const store = await workHere(library, work.id);
  const paragraphs = Map.groupBy(
    alive.filter((record) => record.kind === 'paragraph'),
    ({ edition }) => edition,
  );
  return {
    work,
    program: manifest.program ?? null,
    exported: manifest.exported ?? null,
    editions: alive
      .filter((record) => record.kind === 'edition')
      .toSorted((a, b) => (a.order < b.order ? -1 : 1))
      .map((edition) => ({ edition, paragraphs: paragraphs.get(edition.id)?.length ?? 0 })),
    counts: {
      beads: count('bead'),
      annotations: count('annotation'),
      terms: count('term'),
      cards: count('card'),
      answers: count('answer'),
    },
    unknown: [...unknown],
    here: store === null ? 'none' : store.state().work === null ? 'deleted' : 'there',
    join: store === null ? null : countJoin(records, store.joined(), now),
    glossary: countJoin(
      top.filter(({ kind }) => kind === 'term'),
      library.top.joined(),
      now,
    ),
  };
}

/**
 * Takes the work of a file into the library. Its stamps stay what they are, so that a later version of the file joins well.
 *
 * @throws EgizFileError conflict; LibraryError, bad-request where a work is to be new that is there
 */
export function bringEgiz(library: Library, content: EgizContent, how: Arrival): Promise<EgizBrought> {
  if (how !== 'copy') return bringAs(library, content, how, null);
  return withFreeId(library, workIdOf(content.work.id), (id) => bringAs(library, content, how, id));
}

/** @param copy the id of a copy */
async function bringAs(
  library: Library,
  content: EgizContent,
  how: Arrival,
  copy: string | null,
): Promise<EgizBrought> {
  const { work } = content;
  const store = await workHere(library, work.id);
  if (how === 'new' && store !== null) {
    throw new LibraryError('bad-request', `the library has the work ${work.id} already`, 'how');
  }
  const here: Here = { work: store?.joined() ?? null, top: library.top.joined() };
  let isFirst = true;
  const newId = (): string => {
    const id = isFirst && copy !== null ? copy : randomUUID();
    isFirst = false;
    return id;
  };
  const { work: id, records, top, palette } = arriving(content, how, here, Date.now(), newId);
  const changes = {
    top: joinChange(top, here.top),
    work: how === 'join' && here.work !== null ? joinChange(records, here.work) : null,
  };
  if (how === 'join' && store !== null) await joined(store, records);
  else await library.create(id, records, 'kept');
  await library.top.absorb(top);
  if (palette !== null) await library.top.apply({ ...noChange, added: [palette] });
  return {
    work: id,
    changes: { top: undoable(changes.top), work: changes.work === null ? null : undoable(changes.work) },
  };
}

/** Joins, and brings back a work that was deleted here: whoever joins it wants it. */
async function joined(store: Store, records: readonly AnyRecord[]): Promise<void> {
  await store.absorb(records);
  const work = records.find((record) => record.kind === 'work');
  if (store.state().work === null && work !== undefined) await store.apply({ ...noChange, added: [work] });
}

function undoable(change: Change): Change | null {
  return change.added.length + change.updated.length + change.removed.length > mostUndone ? null : change;
}
