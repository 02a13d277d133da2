import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Event } from '#main/api/shapes.ts';
import { Journal } from '#main/library/journal.ts';
import { journalLine } from '#main/library/journal-line.ts';
import type { Library, Store } from '#main/library/library.ts';
import { snapshotText } from '#main/library/snapshot.ts';
import { annotation, change, smallWork } from '../../../fixtures/library/records.ts';
import { eventually, names, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

const stamp = '2026-11-23T12:00:00.000Z-0000-there';

interface Reader {
  folder: string;
  work: string;
  library: Library;
  store: Store;
  events: Event[];
}

/** A library with one work that is open and watches. */
async function reading(...extra: AnyRecord[]): Promise<Reader> {
  const folder = await scratch();
  const work = join(folder, 'works', 'w');
  await writeSnapshots(work, [...smallWork(), annotation('n', { modified: stamp }), ...extra]);
  return read(folder);
}

async function read(folder: string): Promise<Reader> {
  const library = await opened(folder, { watch: true });
  const events: Event[] = [];
  library.subscribe((event) => events.push(event));
  const store = await library.work('w');
  store.state();
  return { folder, work: join(folder, 'works', 'w'), library, store, events };
}

const changedIds = (events: readonly Event[]): string[] =>
  events.flatMap((event) => (event.type === 'changed' ? event.records.map(({ id }) => id) : []));

describe('[O1] what changes outside while the library is open is noticed, joined and told', () => {
  test('a journal of another device that comes, and grows', async () => {
    const { work, store, events } = await reading();
    const line = (id: string): string => journalLine({ put: [annotation(id, { modified: stamp })], was: [] });
    const journal = join(work, 'journal', 'there.jsonl');
    await put(journal, line('a'));
    await eventually(() => {
      expect(store.get('a')).not.toBeNull();
    });
    await appendFile(journal, line('b') + line('c').slice(0, 50));
    await eventually(() => {
      expect(store.get('b')).not.toBeNull();
    });
    await appendFile(journal, line('c').slice(50));
    await eventually(() => {
      expect(store.get('c')).not.toBeNull();
    });
    expect(changedIds(events)).toEqual(['a', 'b', 'c']);
    expect(store.problems()).toEqual([]);
  });

  test('a conflicted copy', async () => {
    const { work, store, events } = await reading();
    const copy = [annotation('n', { modified: '2026-11-23T13:00:00.000Z-0000-there', body: 'There' })];
    await put(
      join(work, 'annotations (conflicted copy 2026-11-23).json'),
      (await snapshotText(copy, 'there')).join(''),
    );
    await eventually(() => {
      expect(store.get('n')).toMatchObject({ body: 'There' });
    });
    expect(changedIds(events)).toEqual(['n']);
    expect(events).toContainEqual(expect.objectContaining({ type: 'problem' }));
  });

  test('a snapshot that a synchroniser replaced by another device’s', async () => {
    const { work, library, store } = await reading();
    await store.apply(change({ added: [annotation('mine', { body: 'Mine' })] }));
    const theirs = [annotation('n', { modified: stamp, deleted: true }), annotation('theirs', { modified: stamp })];
    const later = theirs.map((record) => ({ ...record, modified: '2026-11-23T14:00:00.000Z-0000-there' }));
    await writeSnapshots(work, later, 'there');
    await eventually(() => {
      expect(
        store
          .state()
          .annotations.map(({ id }) => id)
          .toSorted(),
      ).toEqual(['mine', 'theirs']);
    });
    await library.close();
    expect(await readFile(join(work, 'annotations.json'), 'utf8')).toContain('"id":"mine"');
  });

  test('a snapshot that a synchroniser replaced by an older one is written again', async () => {
    const { work, library, store } = await reading(annotation('m', { modified: stamp }));
    await writeSnapshots(work, [annotation('n', { modified: stamp })], 'there');
    await eventually(async () => {
      expect(await readFile(join(work, 'annotations.json'), 'utf8')).not.toContain('"id":"m"');
    });
    await library.close();
    expect(store.get('m')).not.toBeNull();
    expect(await readFile(join(work, 'annotations.json'), 'utf8')).toContain('"id":"m"');
  });

  test('the top of the library, and new works', async () => {
    const { folder, library, events } = await reading();
    library.top.state();
    await put(
      join(folder, 'glossary.json'),
      JSON.stringify({ egiz: 1, records: [{ ...termOf('t'), modified: stamp }] }),
    );
    await eventually(() => {
      expect(library.top.state().terms).toHaveLength(1);
    });
    await writeSnapshots(join(folder, 'works', 'v'), smallWork());
    await eventually(() => {
      expect(events).toContainEqual({ type: 'works' });
    });
    expect((await library.works()).map(({ work }) => work.id)).toHaveLength(2);
  });

  test('in a library that is read only because another one holds it', async () => {
    const holder = await reading();
    const guest = await read(holder.folder);
    expect(guest.library.readOnly).toMatchObject({ reason: 'held' });
    await holder.store.apply(change({ added: [annotation('by holder')] }));
    await eventually(() => {
      expect(guest.store.get('by holder')).not.toBeNull();
    });
    expect(guest.library.problems()).toEqual([]);
  });
});

const termOf = (id: string): object => ({
  id,
  kind: 'term',
  language: 'kk',
  headword: 'кеңес',
  category: 'word',
  glosses: {},
  notes: {},
});

describe('[O2] what a person edits in a snapshot becomes a change', () => {
  const edit = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
  };

  test('while the library is open', async () => {
    const { folder, work, library, store } = await reading(annotation('m', { modified: stamp, body: 'Was' }));
    await edit(join(work, 'annotations.json'), '"body":"Was"', '"body":"By hand"');
    await eventually(() => {
      expect(store.get('m')).toMatchObject({ body: 'By hand' });
    });
    expect((store.get('m')?.modified ?? '') > stamp).toBe(true);
    await library.close();
    const again = await (await opened(folder)).work('w');
    expect(again.get('m')).toMatchObject({ body: 'By hand' });
    expect(await again.history('m')).toMatchObject([{ body: 'By hand' }, { body: 'Was', modified: stamp }]);
  });

  test('while it is closed, where a backup tells what was there', async () => {
    const first = await reading(annotation('m', { modified: stamp, body: 'Was' }));
    await first.store.apply(change({ added: [annotation('x')] }));
    await first.library.close();
    await edit(join(first.work, 'annotations.json'), '"body":"Was"', '"body":"By hand"');
    const { store } = await read(first.folder);
    expect(store.get('m')).toMatchObject({ body: 'By hand' });
    expect((store.get('m')?.modified ?? '') > stamp).toBe(true);
    expect(await store.history('m')).toMatchObject([{ body: 'By hand' }, { body: 'Was', modified: stamp }]);
  });

  test('and does not undo what was changed in other records meanwhile', async () => {
    const { work, library, store } = await reading(annotation('m', { modified: stamp, body: 'Was' }));
    const file = join(work, 'annotations.json');
    const stale = await readFile(file, 'utf8');
    await store.apply(change({ updated: [[annotation('n'), annotation('n', { body: 'Meanwhile' })]] }));
    await writeFile(file, stale.replace('"body":"Was"', '"body":"By hand"'));
    await eventually(() => {
      expect(store.get('m')).toMatchObject({ body: 'By hand' });
    });
    expect(store.get('n')).toMatchObject({ body: 'Meanwhile' });
    await library.close();
    expect((await names(join(work, 'history'))).filter((name) => name.endsWith(' annotations.json'))).toHaveLength(1);
  });
});

describe('[O3] a file that is half written while the library is open', () => {
  test('is read once it is whole', async () => {
    const { work, store, library } = await reading();
    const text = (await snapshotText([annotation('late', { modified: stamp })], 'there')).join('');
    const file = join(work, 'annotations (1).json');
    await writeFile(file, text.slice(0, 60));
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    expect(library.problems()).toEqual([]);
    await writeFile(file, text);
    await eventually(() => {
      expect(store.get('late')).not.toBeNull();
    });
  });

  test('and stays broken is set aside, and written anew from what is known', async () => {
    const { work, store, library, events } = await reading();
    await writeFile(join(work, 'annotations.json'), '{"egiz":1,"records":[\n{"id":"n","ki');
    await eventually(() => {
      expect(events).toContainEqual(expect.objectContaining({ type: 'problem' }));
    }, 15_000);
    expect(store.get('n')).not.toBeNull();
    await library.close();
    expect(await readFile(join(work, 'annotations.json'), 'utf8')).toContain('"id":"n"');
  });
});

test('[O1] a snapshot that was taken away is written again', async () => {
  const { work, store, library } = await reading();
  await rm(join(work, 'annotations.json'));
  await rm(join(work, 'editions'), { recursive: true });
  await library.close();
  expect(store.get('n')).not.toBeNull();
  expect(await names(join(work, 'editions'))).toEqual(['en.json', 'kk.json']);
  expect(await readFile(join(work, 'annotations.json'), 'utf8')).toContain('"id":"n"');
});

test('[W4] journals that are closed in the same moment do not take each other’s place', async () => {
  const folder = await scratch();
  const journal = new Journal(folder, folder, 'dev');
  for (const id of ['a', 'b', 'c']) {
    await journal.append(journalLine({ put: [annotation(id)], was: [] }));
    await journal.seal();
  }
  expect(await names(join(folder, 'journal'))).toHaveLength(3);
  expect(await journal.seal()).toHaveLength(3);
});

test('[W2] a journal folder that was taken away is made again', async () => {
  const { work, store } = await reading();
  await store.apply(change({ added: [annotation('x')] }));
  await rm(join(work, 'journal'), { recursive: true });
  await store.apply(change({ added: [annotation('y')] }));
  expect(await names(join(work, 'journal'))).toHaveLength(1);
});
