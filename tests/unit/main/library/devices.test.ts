import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { machineKey } from '#main/library/machine.ts';
import { canonical } from '#core/records/join.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { annotation, change, paragraph, smallWork } from '../../../fixtures/library/records.ts';
import { names, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

describe('the devices that share a library', () => {
  test('[I1] have ids of their own by computer, also when the description is copied from one to the other', async () => {
    const folder = await scratch();
    const first = await opened(folder, { machine: 'one' });
    await first.close();
    const second = await opened(folder, { machine: 'two' });
    await second.close();
    expect(second.device).not.toBe(first.device);
    expect((await opened(folder, { machine: 'one' })).device).toBe(first.device);
    const { devices } = JSON.parse(await readFile(join(folder, 'library.json'), 'utf8')) as { devices: unknown };
    expect(devices).toEqual({ one: first.device, two: second.device });
  });

  test('[I1] are joined when both described the library, and a copy is left', async () => {
    const folder = await scratch();
    const copy = { egiz: 1, devices: { there: 'theirs' }, corpora: { c: { revision: 2, works: ['w'] } } };
    await writeFile(
      join(folder, 'library.json'),
      '{"egiz":1,"devices":{"here":"ours"},"corpora":{"c":{"revision":1,"works":[]}}}',
    );
    await writeFile(join(folder, 'library (conflicted copy).json'), JSON.stringify(copy));
    const library = await opened(folder);
    expect(library.device).toBe('ours');
    expect(library.problems()).toMatchObject([{ code: 'joined-copy', file: 'library (conflicted copy).json' }]);
    expect(JSON.parse(await readFile(join(folder, 'library.json'), 'utf8'))).toEqual({
      egiz: 1,
      devices: { here: 'ours', there: 'theirs' },
      corpora: { c: { revision: 2, works: ['w'] } },
    });
    expect(await names(folder)).not.toContain('library (conflicted copy).json');
  });

  test('[I1] come from what the system says of itself, the same each time', async () => {
    const key = await machineKey();
    expect(key).toMatch(/^[0-9a-f]{16}$/);
    expect(await machineKey()).toBe(key);
  });

  test('[S3] whose id in the description is no plain name get another one', async () => {
    const folder = await scratch();
    await writeFile(join(folder, 'library.json'), '{"egiz":1,"devices":{"here":"../../evil"}}');
    expect((await opened(folder)).device).toMatch(/^[a-z0-9]{8}$/);
  });

  test('[J1] see the same after their folders were exchanged, whoever was first', async () => {
    const seed = await scratch();
    await writeSnapshots(join(seed, 'works', 'w'), smallWork());
    const here = join(await scratch(), 'l');
    const there = join(await scratch(), 'l');
    for (const folder of [here, there]) await cp(seed, folder, { recursive: true });
    const edit = async (folder: string, machine: string, n: number): Promise<void> => {
      const library = await opened(folder, { machine });
      const store = await library.work('w');
      const from = paragraph('en-1', 'en', 'a1');
      await store.apply(
        change({ added: [annotation(machine)], updated: [[from, { ...from, text: `By ${machine}` }]] }),
      );
      await store.apply(change({ removed: [paragraph(`kk-${String(n)}`, 'kk')] }));
      await library.close();
    };
    await edit(here, 'one', 2);
    await edit(there, 'two', 3);
    // Each gets the other's files as a synchroniser leaves them: journals and history beside, snapshots as conflicted copies.
    await exchange(here, there);
    const views: WorkRecords[] = [];
    for (const [folder, machine] of [
      [here, 'one'],
      [there, 'two'],
    ] as const) {
      views.push((await (await opened(folder, { machine })).work('w')).state());
    }
    const [a, b] = views;
    expect(canonical(flat(a))).toBe(canonical(flat(b)));
    expect(a?.paragraphs.get('kk')?.map(({ id }) => id)).toEqual(['kk-1']);
    expect(a?.paragraphs.get('en')?.[0]?.text).toBe('By two');
    expect(a?.annotations.map(({ id }) => id)).toEqual(['one', 'two']);
  });
});

async function exchange(a: string, b: string): Promise<void> {
  const work = join('works', 'w');
  for (const file of ['annotations.json', 'editions/kk.json', 'editions/en.json', 'alignments/kk~en.json']) {
    const [ofA, ofB] = [await readFile(join(a, work, file)), await readFile(join(b, work, file))];
    await put(join(a, work, file.replace('.json', ' (conflict).json')), ofB);
    await put(join(b, work, file.replace('.json', ' (conflict).json')), ofA);
  }
}

function flat(state: WorkRecords | undefined): unknown {
  if (state === undefined) return null;
  const { paragraphs, alignments, readings, ...rest } = state;
  return { ...rest, paragraphs: [...paragraphs], alignments: [...alignments], readings: [...readings] };
}
