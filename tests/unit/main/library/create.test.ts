import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Event } from '#main/api/shapes.ts';
import { annotation, change, smallWork } from '../../../fixtures/library/records.ts';
import { opened, scratch } from '../../../fixtures/library/scratch.ts';

describe('a new work', () => {
  test('[W7] is whole on disk when it is answered, and can be changed at once', async () => {
    const folder = await scratch();
    const library = await opened(folder);
    const store = await library.create('w', smallWork());
    await store.apply(change({ added: [annotation('n')] }));
    await library.close();
    const again = await opened(folder);
    const state = (await again.work('w')).state();
    expect([...state.paragraphs.values()].flat().map(({ id }) => id)).toEqual([
      'kk-1',
      'kk-2',
      'kk-3',
      'en-1',
      'en-2',
      'en-3',
    ]);
    expect(state.annotations.map(({ id }) => id)).toEqual(['n']);
    expect(again.problems()).toEqual([]);
    expect((await again.works()).map(({ work }) => work.id)).toEqual(['w']);
  });

  test('keeps the stamps that its records bring, where that is asked for', async () => {
    const modified = '2026-01-02T00:00:00.000Z-0000-elsewhere';
    const library = await opened(await scratch());
    const store = await library.create(
      'w',
      [...smallWork().map((one) => ({ ...one, modified })), annotation('n')],
      'kept',
    );
    expect(store.joined().get('kk-1')?.modified).toBe(modified);
    expect(store.joined().get('n')?.modified).toMatch(new RegExp(`-${library.device}$`, 'u'));
  });

  test('takes in newer versions from elsewhere, keeps what they replace, and is newer afterwards', async () => {
    const library = await opened(await scratch());
    const store = await library.create('w', [...smallWork(), annotation('n')]);
    const modified = '2026-01-02T00:00:00.000Z-0000-elsewhere';
    const newer = new Date(Date.now() + 60_000).toISOString();
    await store.absorb([
      { ...annotation('n'), body: 'older', modified },
      { ...annotation('m'), body: 'from elsewhere', modified: `${newer}-0000-elsewhere` },
    ]);
    expect(store.state().annotations.map(({ id, body }) => [id, body])).toContainEqual(['m', 'from elsewhere']);
    expect(store.joined().get('n')?.modified).not.toBe(modified);
    const { records } = await store.apply(change({ added: [annotation('o')] }));
    expect((records[0]?.modified ?? '') > newer).toBe(true);
  });

  test('is told to the views', async () => {
    const library = await opened(await scratch());
    const told: Event[] = [];
    library.subscribe((event) => told.push(event));
    await library.create('w', smallWork());
    expect(told).toContainEqual({ type: 'works' });
  });

  test('never takes the place of one that is there', async () => {
    const library = await opened(await scratch());
    await library.create('w', smallWork());
    await expect(library.create('w', smallWork(1))).rejects.toThrow('there is a work w already');
    expect([...(await library.work('w')).state().paragraphs.values()].flat()).toHaveLength(6);
  });

  test.each(['../w', 'W', '', '.w', 'a/b', 'nul'])('is refused where its id %j is no harmless name', async (id) => {
    const folder = await scratch();
    const library = await opened(folder);
    await expect(library.create(id, smallWork())).rejects.toThrow('cannot be the id of a work');
    expect(await library.works()).toEqual([]);
  });

  test('[W7] leaves nothing behind when the program died while it was written', async () => {
    const folder = await scratch();
    const half = join(folder, 'works', '.w.new', 'editions');
    await mkdir(half, { recursive: true });
    await writeFile(join(half, 'kk.json'), '{"egiz":1,"records":[\n');
    const library = await opened(folder);
    expect(await library.works()).toEqual([]);
    expect(await readdir(join(folder, 'works'))).toEqual([]);
  });
});
