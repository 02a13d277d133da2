import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isStamp } from '#core/records/clock.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Event } from '#main/api/shapes.ts';
import type { Library, Store } from '#main/library/library.ts';
import { readJournal } from '#main/library/journal-line.ts';
import {
  annotation,
  bead,
  change,
  edition,
  paragraph,
  reading,
  smallWork,
  term,
  work,
} from '../../../fixtures/library/records.ts';
import { eventually, names, opened, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

/** A library with one small work, open. */
async function withWork(count = 3): Promise<{ folder: string; library: Library; store: Store }> {
  const folder = await scratch();
  await writeSnapshots(join(folder, 'works', 'w'), smallWork(count));
  const library = await opened(folder);
  return { folder, library, store: await library.work('w') };
}

const journal = (folder: string, library: Library): string =>
  join(folder, 'works', 'w', 'journal', `${library.device}.jsonl`);
const newest = (records: AnyRecord[]): string => records[0]?.modified ?? '';

describe('a change', () => {
  test('[W1] is in the journal when it is answered, stamped', async () => {
    const { folder, library, store } = await withWork();
    const stored = await store.apply(change({ added: [annotation('n')] }));
    expect(isStamp(newest(stored.records))).toBe(true);
    const { lines } = readJournal(await readFile(journal(folder, library)));
    expect(lines).toEqual([{ put: stored.records, was: [] }]);
    expect(store.get('n')).toEqual(stored.records[0]);
  });

  test('[W1] is there when the library is opened again', async () => {
    const { folder, library, store } = await withWork();
    const added = await store.apply(change({ added: [annotation('n'), annotation('m')] }));
    await store.apply(change({ removed: [annotation('m')] }));
    await library.top.apply(change({ added: [term('t')] }));
    await library.close();
    const again = await opened(folder);
    expect((await again.work('w')).state().annotations).toEqual([added.records[0]]);
    expect(again.top.state().terms.map(({ id }) => id)).toEqual(['t']);
    expect(again.problems()).toEqual([]);
  });

  test('[W3] shares a sync with those that come at the same time, and each gets its own answer', async () => {
    const { folder, library, store } = await withWork();
    const ids = Array.from({ length: 50 }, (_, n) => `n${String(n)}`);
    const stored = await Promise.all(ids.map((id) => store.apply(change({ added: [annotation(id)] }))));
    expect(stored.map(({ records }) => records.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
    expect(readJournal(await readFile(journal(folder, library))).lines).toHaveLength(50);
    expect(new Set(stored.map(({ records }) => newest(records))).size).toBe(50);
  });

  test('[W3] follows those before it in the same sync', async () => {
    const { store } = await withWork();
    const from = annotation('n', { body: '' });
    await Promise.all([
      store.apply(change({ added: [from] })),
      store.apply(change({ updated: [[from, { ...from, body: 'text' }]] })),
      store.apply(change({ updated: [[from, { ...from, tags: ['tag'] }]] })),
    ]);
    expect(store.get('n')).toMatchObject({ body: 'text', tags: ['tag'] });
  });

  test('[D2] of a stale view keeps what another view changed in other fields', async () => {
    const { store } = await withWork();
    await store.apply(change({ added: [annotation('n')] }));
    const seen = annotation('n');
    await store.apply(change({ updated: [[seen, { ...seen, colour: 'person' }]] }));
    const { records } = await store.apply(change({ updated: [[seen, { ...seen, body: 'note' }]] }));
    expect(records).toMatchObject([{ colour: 'person', body: 'note' }]);
  });

  test('[D3] that removes answers with the tombstone, and its reverse brings the record back', async () => {
    const { store } = await withWork();
    await store.apply(change({ added: [annotation('n')] }));
    const { records } = await store.apply(change({ removed: [annotation('n')] }));
    expect(records).toMatchObject([{ id: 'n', deleted: true }]);
    expect(isStamp(newest(records))).toBe(true);
    expect(store.get('n')).toBeNull();
    await store.apply(change({ added: records }));
    expect(store.get('n')).toMatchObject({ id: 'n', body: '' });
  });

  test('[D5] that changes nothing writes nothing', async () => {
    const { folder, library, store } = await withWork();
    const stored = await store.apply(change({ added: [annotation('n')] }));
    const before = await readFile(journal(folder, library));
    const [record] = stored.records;
    const again = await store.apply(
      change({ added: [annotation('n')], updated: [[annotation('n'), annotation('n')]] }),
    );
    expect(again.records).toEqual([record]);
    expect(await readFile(journal(folder, library))).toEqual(before);
  });

  test('[C3] is newer than the record it changes, though that came from a clock far ahead', async () => {
    const folder = await scratch();
    const ahead = annotation('n', { modified: '2999-01-01T00:00:00.000Z-0000-other' });
    await writeSnapshots(join(folder, 'works', 'w'), [...smallWork(), ahead]);
    const library = await opened(folder);
    const store = await library.work('w');
    await store.apply(change({ updated: [[ahead, { ...ahead, body: 'mine' }]] }));
    await library.close();
    expect((await (await opened(folder)).work('w')).get('n')).toMatchObject({ body: 'mine' });
  });

  test('[N8] that does not touch an alignment stores nothing of what was derived in it', async () => {
    const folder = await scratch();
    await writeSnapshots(
      join(folder, 'works', 'w'),
      smallWork().filter(({ kind }) => kind !== 'bead'),
    );
    const library = await opened(folder);
    const store = await library.work('w');
    expect(store.state().alignments.get('kk~en')).toHaveLength(6);
    await store.apply(change({ added: [annotation('n')] }));
    await library.close();
    expect(await names(join(folder, 'works', 'w', 'alignments'))).toEqual([]);
  });

  test('[D7] of a bead stores with it what was derived in its alignment', async () => {
    const folder = await scratch();
    await writeSnapshots(
      join(folder, 'works', 'w'),
      smallWork(1).filter(({ kind }) => kind !== 'bead'),
    );
    const library = await opened(folder);
    const store = await library.work('w');
    const [first, second] = store.state().alignments.get('kk~en') ?? [];
    if (first === undefined || second === undefined) throw new Error('no beads were derived');
    const joinedBead = { ...first, target: second.target, status: 'confirmed' as const };
    const { records } = await store.apply(change({ updated: [[first, joinedBead]], removed: [second] }));
    expect(records).toMatchObject([
      { id: 'kk~en:kk-1', source: ['kk-1'], target: ['en-1'], status: 'confirmed' },
      { id: 'kk~en:en-1', deleted: true },
    ]);
    await library.close();
    const again = (await (await opened(folder)).work('w')).state().alignments.get('kk~en') ?? [];
    expect(again.map(({ id, source, target }) => [id, source, target])).toEqual([['kk~en:kk-1', ['kk-1'], ['en-1']]]);
  });

  test('answers with the beads that follow from it', async () => {
    const { store } = await withWork();
    const gone = await store.apply(change({ removed: [paragraph('kk-2', 'kk', 'a2')] }));
    expect(gone.records).toMatchObject([
      { id: 'kk-2', deleted: true },
      { id: 'b2', source: [], target: ['en-2'] },
    ]);
    const back = await store.apply(change({ added: [paragraph('kk-2', 'kk', 'a2')] }));
    expect(back.records.map(({ id }) => id)).toEqual(['kk-2', 'b2']);
    expect(store.get('b2')).toMatchObject({ source: ['kk-2'], target: ['en-2'] });
  });
});

test('[W6] snapshots are written when the reader rests, and the journal goes to the history', async () => {
  const { folder, library, store } = await withWork();
  await store.apply(change({ added: [annotation('n')] }));
  const inWork = join(folder, 'works', 'w');
  await eventually(async () => {
    expect(await names(join(inWork, 'journal'))).toEqual([]);
    expect(await names(join(folder, 'backup', 'works', 'w'))).toHaveLength(1);
  }, 20_000);
  expect(await readFile(join(inWork, 'annotations.json'), 'utf8')).toContain('"id":"n"');
  expect(await names(join(inWork, 'history'))).toHaveLength(1);
  expect(library.readOnly).toBeNull();
});

describe('what does not fit is refused, and nothing of it stored', () => {
  test.each([
    [change({ added: [annotation('fine'), { ...annotation('n'), targets: [] }] }), 'added[1]'],
    [change({ added: [term('t')] }), 'added[0]'],
    [change({ updated: [[annotation('a'), annotation('b')]] }), 'updated[0]'],
    [change({ added: [annotation('fine')], removed: [annotation('kk-1')] }), 'removed[0]'],
    [change({ added: [{ ...annotation(''), id: '' }] }), 'added[0]'],
  ])('[D6] %#', async (wrong, where) => {
    const { folder, library, store } = await withWork();
    await expect(store.apply(wrong)).rejects.toMatchObject({ name: 'LibraryError', code: 'bad-request', where });
    expect(store.get('fine')).toBeNull();
    await library.close();
    expect(await names(join(folder, 'works', 'w', 'history'))).toEqual([]);
  });

  test('[D6] also one of several that come together, and the others are stored', async () => {
    const { store } = await withWork();
    const [good, bad] = await Promise.allSettled([
      store.apply(change({ added: [annotation('n')] })),
      store.apply(change({ added: [term('t')] })),
    ]);
    expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected']);
    expect(store.get('n')).not.toBeNull();
  });

  test('after the library is closed', async () => {
    const { library, store } = await withWork();
    await library.close();
    await expect(store.apply(change({ added: [annotation('n')] }))).rejects.toMatchObject({ code: 'write-failed' });
  });
});

describe('a library', () => {
  test('lists its works without reading their texts', async () => {
    const { folder, library } = await withWork();
    await writeSnapshots(join(folder, 'works', 'a'), [work({ id: 'a' }), edition('kk')]);
    await writeSnapshots(join(folder, 'works', 'gone'), [work({ id: 'gone', deleted: true })]);
    await writeFile(join(folder, 'works', 'w', 'editions', 'kk.json'), 'not read');
    const entries = await library.works();
    expect(entries.map((entry) => [entry.work.id, entry.editions.map(({ id }) => id), entry.bundled])).toEqual([
      ['a', ['kk'], false],
      ['w', ['kk', 'en'], false],
    ]);
  });

  test('lists a work as it was renamed, deleted and read, before any snapshot is written', async () => {
    const { folder, library, store } = await withWork();
    const renamed = { ...work(), titles: { und: 'Mine' } };
    const read = reading(library.device);
    await store.apply(change({ updated: [[work(), renamed]], added: [read] }));
    expect(await library.works()).toMatchObject([{ work: { titles: { und: 'Mine' } }, reading: { mode: 'side' } }]);
    const other = await opened(folder);
    expect(await other.works()).toMatchObject([{ work: { titles: { und: 'Mine' } }, reading: { mode: 'side' } }]);
    await store.apply(change({ removed: [renamed] }));
    expect(await library.works()).toEqual([]);
    expect((await library.work('w')).state().work).toBeNull();
    await store.apply(change({ added: [renamed] }));
    expect(await library.works()).toHaveLength(1);
  });

  test('[S3] has no work whose id is not a plain name', async () => {
    const { library } = await withWork();
    for (const id of ['none', '..', '../w', 'w/', '.', '', 'W', 'w\0', 'a/b', '/etc']) {
      await expect(library.work(id)).rejects.toMatchObject({ name: 'LibraryError', code: 'not-found', where: id });
    }
  });

  test('tells those who listen what changed, and that the works did', async () => {
    const { library, store } = await withWork();
    const events: Event[] = [];
    const stop = library.subscribe((event) => events.push(event));
    store.state();
    await store.apply(change({ added: [annotation('n')] }));
    await store.apply(change({ updated: [[work(), { ...work(), titles: { und: 'Mine' } }]] }));
    await library.top.apply(change({ added: [term('t')] }));
    stop();
    await store.apply(change({ added: [annotation('m')] }));
    expect(events).toMatchObject([
      { type: 'changed', work: 'w', records: [{ id: 'n' }] },
      { type: 'changed', work: 'w', records: [{ id: 'w' }] },
      { type: 'works' },
      { type: 'changed', work: null, records: [{ id: 't' }] },
    ]);
  });

  test('gives the same store to all who open a work', async () => {
    const { library } = await withWork();
    const [a, b] = await Promise.all([library.work('w'), library.work('w')]);
    expect(a).toBe(b);
  });

  test('keeps a state as it is, whatever changes afterwards', async () => {
    const { store } = await withWork();
    const before = store.state();
    const copy = structuredClone(before);
    await store.apply(change({ added: [annotation('n')], removed: [bead('b1', [], []), paragraph('kk-1', 'kk')] }));
    expect(before).toEqual(copy);
    expect(store.state()).not.toEqual(copy);
  });
});
