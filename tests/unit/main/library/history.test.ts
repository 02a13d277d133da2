import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { expired } from '#main/library/backup.ts';
import { readJournal } from '#main/library/journal-line.ts';
import { annotation, change, edition, paragraph, reading, smallWork } from '../../../fixtures/library/records.ts';
import { names, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

const stamp = '2026-11-23T12:00:00.000Z-0000-other';

describe('the history', () => {
  test('[H2] has every version of a record, the newest first, over many sessions', async () => {
    const folder = await scratch();
    const from = paragraph('en-2', 'en', 'a2', { modified: stamp });
    await writeSnapshots(join(folder, 'works', 'w'), [...smallWork().filter(({ id }) => id !== 'en-2'), from]);
    let was = from;
    for (const text of ['One', 'Two', 'Three']) {
      const library = await opened(folder);
      const store = await library.work('w');
      const is = { ...was, text };
      await store.apply(change({ updated: [[was, is]] }));
      was = { ...is, text: `${text}, again` };
      await store.apply(change({ updated: [[is, was]] }));
      await library.close();
    }
    const library = await opened(folder);
    const store = await library.work('w');
    await store.apply(change({ removed: [was] }));
    const versions = await store.history('en-2');
    expect(versions.map((record) => (record.kind === 'paragraph' ? record.text : null))).toEqual([
      'Three, again',
      'Three, again',
      'Three',
      'Two, again',
      'Two',
      'One, again',
      'One',
      'Text of en-2.',
    ]);
    expect(versions[0]).toMatchObject({ deleted: true });
    expect(versions.at(-1)).toEqual(from);
    expect(await store.history('nobody')).toEqual([]);
  });

  test('[W4] holds the journal once the snapshot is written; reading positions are left out', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), smallWork());
    const library = await opened(folder, { now: () => Date.parse('2026-11-23T12:00:00.000Z') });
    const store = await library.work('w');
    await store.apply(change({ added: [annotation('n'), reading('d')] }));
    await store.apply(change({ updated: [[reading('d'), reading('d', { mode: 'stacked' })]] }));
    await library.close();
    const work = join(folder, 'works', 'w');
    expect(await names(join(work, 'journal'))).toEqual([]);
    const file = join(work, 'history', `${library.device}-2026-11.jsonl`);
    const { lines } = readJournal(await readFile(file));
    expect(lines.map(({ put: records }) => records.map(({ id }) => id))).toEqual([['n']]);
    expect(await readFile(join(work, 'reading.json'), 'utf8')).toContain('stacked');
  });
});

describe('an edition that was taken away', () => {
  test('[H3] is not shown, keeps its text in the files, and is there again with its record', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), smallWork());
    const shown = async (): Promise<string[]> => {
      const library = await opened(folder);
      const { paragraphs } = (await library.work('w')).state();
      await library.close();
      return (paragraphs.get('en') ?? []).map(({ id }) => id);
    };
    const before = await shown();
    const taken = edition('en', { order: 'a1' });
    for (const [made, ids] of [
      [change({ removed: [taken] }), []],
      [change({ added: [taken] }), before],
    ] as const) {
      const library = await opened(folder);
      const store = await library.work('w');
      await store.apply(made);
      await library.close();
      expect(await shown()).toEqual(ids);
      expect(store.joined().get('en-1')).not.toHaveProperty('deleted');
      expect(await readFile(join(folder, 'works', 'w', 'editions', 'en.json'), 'utf8')).toContain('Text of en-1.');
    }
  });
});

describe('backups', () => {
  test('[B1] are written on closing, when something changed, and can be read', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), smallWork());
    const backups = join(folder, 'backup', 'works', 'w');
    for (let times = 1; times <= 2; times += 1) {
      const library = await opened(folder);
      const store = await library.work('w');
      await store.apply(change({ added: [annotation(`n${String(times)}`)] }));
      await library.close();
      expect(await names(backups)).toHaveLength(times);
    }
    const unchanged = await opened(folder);
    await unchanged.work('w');
    await unchanged.close();
    const [, newest = ''] = await names(backups);
    expect(await names(backups)).toHaveLength(2);
    const { records } = JSON.parse(gunzipSync(await readFile(join(backups, newest))).toString()) as {
      records: { id: string }[];
    };
    expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining(['w', 'kk-1', 'b3', 'n1', 'n2']));
  });

  test('[B2] put into the work’s folder are joined by reading them', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), smallWork());
    const first = await opened(folder);
    await (await first.work('w')).apply(change({ added: [annotation('n')] }));
    await first.close();
    const [name = ''] = await names(join(folder, 'backup', 'works', 'w'));
    const text = gunzipSync(await readFile(join(folder, 'backup', 'works', 'w', name)));
    const other = await scratch();
    await put(join(other, 'works', 'w', 'restored.json'), text);
    const store = await (await opened(other)).work('w');
    expect(store.get('n')).not.toBeNull();
    expect(store.state().alignments.get('kk~en')).toHaveLength(3);
  });

  test('[B1] are kept: the last 10, one of each of 7 days, one of each of 4 weeks', () => {
    const hour = 60 * 60 * 1000;
    const now = Date.parse('2026-11-23T12:00:00.000Z');
    // Every six hours for a year.
    const times = Array.from({ length: 4 * 365 }, (_, n) => now - n * 6 * hour);
    const gone = new Set(expired(times));
    const kept = times.filter((time) => !gone.has(time)).map((time) => new Date(time).toISOString().slice(0, 13));
    expect(kept).toEqual([
      '2026-11-23T12',
      '2026-11-23T06',
      '2026-11-23T00',
      '2026-11-22T18',
      '2026-11-22T12',
      '2026-11-22T06',
      '2026-11-22T00',
      '2026-11-21T18',
      '2026-11-21T12',
      '2026-11-21T06',
      '2026-11-20T18',
      '2026-11-19T18',
      '2026-11-18T18',
      '2026-11-17T18',
      '2026-11-15T18',
      '2026-11-08T18',
    ]);
  });

  test('[B1] are all kept while there are few, also when days lie between them', () => {
    expect(expired([])).toEqual([]);
    expect(expired(Array.from({ length: 10 }, (_, n) => n * 1e9))).toEqual([]);
  });
});
