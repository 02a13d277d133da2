import { appendFile, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Problem } from '#main/api/shapes.ts';
import { journalLine } from '#main/library/journal-line.ts';
import type { Library, Store } from '#main/library/library.ts';
import { annotation, change, paragraph, smallWork } from '../../../fixtures/library/records.ts';
import { contents, names, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

const stamp = '2026-11-23T12:00:00.000Z-0000-other';
const three = ['n1', 'n2', 'n3'].map((id) => annotation(id, { modified: stamp, body: `Note ${id}` }));

/** A library that was used once and closed: snapshots, history and a backup are there. */
async function used(...extra: AnyRecord[]): Promise<{ folder: string; work: string; device: string }> {
  const folder = await scratch();
  const work = join(folder, 'works', 'w');
  await writeSnapshots(work, [...smallWork(), ...three, ...extra]);
  const library = await opened(folder);
  const store = await library.work('w');
  await store.apply(change({ added: [annotation('mine', { body: 'Mine' })] }));
  await library.close();
  return { folder, work, device: library.device };
}

async function reopened(
  folder: string,
): Promise<{ library: Library; store: Store; ids: string[]; problems: Problem[] }> {
  const library = await opened(folder);
  const store = await library.work('w');
  const ids = store
    .state()
    .annotations.map(({ id }) => id)
    .toSorted((a, b) => (a < b ? -1 : 1));
  return { library, store, ids, problems: store.problems() };
}

const all = ['mine', 'n1', 'n2', 'n3'];

describe('a library with a damaged file opens with everything that can be saved, and says what it set aside', () => {
  test('[Q1] a torn last line of the journal', async () => {
    const { folder, work, device } = await used();
    const line = journalLine({ put: [annotation('whole', { modified: stamp })], was: [] });
    const journal = join(work, 'journal', `${device}.jsonl`);
    await put(journal, `${line}${line.replaceAll('whole', 'torn').slice(0, 120)}`);
    const { library, store, ids, problems } = await reopened(folder);
    expect(ids).toEqual([...all, 'whole']);
    expect(problems).toMatchObject([{ code: 'torn-line', file: `works/w/journal/${device}.jsonl`, line: 2 }]);
    expect(await readFile(join(folder, problems[0]?.quarantined ?? ''), 'utf8')).toContain('"id":"torn"'.slice(0, 8));
    // What comes next is not written behind half a line.
    await store.apply(change({ added: [annotation('next')] }));
    await library.close();
    expect(await reopened(folder)).toMatchObject({ ids: [...all, 'next', 'whole'], problems: [] });
  });

  test('[Q1] a flipped byte in the journal', async () => {
    const { folder, work, device } = await used();
    const lines = ['a', 'b', 'c'].map((id) => journalLine({ put: [annotation(id, { modified: stamp })], was: [] }));
    const bytes = Buffer.from(lines.join(''));
    const at = bytes.indexOf('"highlighting"', (lines[0] ?? '').length) + 3;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
    await put(join(work, 'journal', `${device}.jsonl`), bytes);
    const { ids, problems } = await reopened(folder);
    expect(ids).toEqual(['a', 'c', ...all]);
    expect(problems).toMatchObject([{ code: 'bad-checksum', file: `works/w/journal/${device}.jsonl`, line: 2 }]);
    expect(await readFile(join(folder, problems[0]?.quarantined ?? ''))).toEqual(
      bytes.subarray((lines[0] ?? '').length, bytes.length - (lines[2] ?? '').length - 1),
    );
  });

  test('[Q1] a flipped byte in a snapshot, where a backup has the record', async () => {
    const { folder, work } = await used();
    const file = join(work, 'annotations.json');
    const bytes = await readFile(file);
    bytes.writeUInt8(0xff, bytes.indexOf('Note n2'));
    await writeFile(file, bytes);
    const { library, store, ids, problems } = await reopened(folder);
    expect(ids).toEqual(all);
    expect(store.get('n2')).toEqual(three[1]);
    expect(problems).toMatchObject([{ code: 'bad-record', file: 'works/w/annotations.json' }]);
    expect(problems[0]?.detail).toMatch(/1 records were brought back from backup\/works\/w\/.*\.json\.gz/);
    await library.close();
    expect(await reopened(folder)).toMatchObject({ ids: all, problems: [] });
  });

  test('[Q1] a flipped byte in a snapshot, where no backup is there', async () => {
    const folder = await scratch();
    const work = join(folder, 'works', 'w');
    await writeSnapshots(work, [...smallWork(), ...three]);
    const file = join(work, 'annotations.json');
    const bytes = await readFile(file);
    bytes.write('"', bytes.indexOf('Note n2'));
    await writeFile(file, bytes);
    const { ids, problems } = await reopened(folder);
    expect(ids).toEqual(['n1', 'n3']);
    expect(problems).toMatchObject([{ code: 'bad-record', file: 'works/w/annotations.json', line: 3 }]);
    expect(await readFile(join(folder, problems[0]?.quarantined ?? ''), 'utf8')).toContain('n2');
  });

  test.each([
    ['[Q2] an emptied snapshot', ''],
    ['[Q2] a snapshot of NUL bytes', '\0'.repeat(4096)],
    ['[Q2] a snapshot that is something else now', 'PK\u0003\u0004 not JSON at all'],
  ])('%s', async (_what, content) => {
    const { folder, work } = await used();
    await writeFile(join(work, 'annotations.json'), content);
    const { library, ids, problems } = await reopened(folder);
    expect(ids).toEqual(all);
    expect(problems).toMatchObject([{ code: 'unreadable-file', file: 'works/w/annotations.json' }]);
    expect(await readFile(join(folder, problems[0]?.quarantined ?? ''), 'utf8')).toBe(content);
    await library.close();
    expect(await reopened(folder)).toMatchObject({ ids: all, problems: [] });
  });

  test('[Q2] an emptied snapshot of a text, so that the work can be read on', async () => {
    const { folder, work } = await used();
    await truncate(join(work, 'editions', 'kk.json'), 0);
    const { store } = await reopened(folder);
    expect(store.state().paragraphs.get('kk')).toHaveLength(3);
    expect(
      store
        .state()
        .alignments.get('kk~en')
        ?.map(({ id }) => id),
    ).toEqual(['b1', 'b2', 'b3']);
  });

  test('[Q2] an emptied description of the work itself, without a backup', async () => {
    const folder = await scratch();
    await writeSnapshots(join(folder, 'works', 'w'), smallWork());
    await truncate(join(folder, 'works', 'w', 'work.json'), 0);
    const library = await opened(folder);
    expect(await library.works()).toMatchObject([{ work: { id: 'w' }, editions: [{ id: 'en' }, { id: 'kk' }] }]);
  });

  test('[Q1] a record that is none', async () => {
    const { folder, work } = await used();
    const wrong = { ...annotation('wrong'), targets: 'none' };
    const misplaced = {
      id: 't',
      kind: 'term',
      modified: '',
      language: 'kk',
      headword: 'x',
      category: 'word',
      glosses: {},
      notes: {},
    };
    await writeFile(
      join(work, 'annotations.json'),
      JSON.stringify({ egiz: 1, records: [three[0], wrong, misplaced, null] }),
    );
    const { ids, problems } = await reopened(folder);
    expect(ids).toContain('n1');
    expect(problems.map(({ code, detail }) => [code, detail.split(';')[0]])).toEqual([
      ['bad-record', 'targets: Invalid input: expected array, received string'],
      ['bad-record', 'not an object but null'],
      ['bad-record', 't: kind: a term does not belong in this folder'],
    ]);
    expect(await names(join(folder, 'quarantine'))).toHaveLength(3);
  });

  test('[Q3] thousands of broken records are set aside at once', async () => {
    const { folder, work } = await used();
    const wrong = Array.from({ length: 3000 }, (_, n) => ({ id: `x${String(n)}`, kind: 'annotation' }));
    await writeFile(join(work, 'annotations.json'), JSON.stringify({ egiz: 1, records: [...wrong, three[0]] }));
    const { problems } = await reopened(folder);
    expect(problems).toHaveLength(1);
    expect(await names(join(folder, 'quarantine'))).toHaveLength(1);
  });

  test('[Q3] what stays broken in a journal of another device is set aside once only', async () => {
    const { folder, work } = await used();
    const line = journalLine({ put: [annotation('b', { modified: stamp })], was: [] });
    await put(join(work, 'journal', 'other.jsonl'), `${line.replace('highlighting', 'commenting!!')}${line}`);
    for (let times = 0; times < 3; times += 1) {
      const { library, ids, problems } = await reopened(folder);
      expect(ids).toContain('b');
      expect(problems).toMatchObject([
        { code: 'bad-checksum', quarantined: expect.stringContaining('other.jsonl.line-1') as string },
      ]);
      await library.close();
    }
    expect(await names(join(folder, 'quarantine'))).toHaveLength(1);
  });

  test('[Q2] a description of the library that is broken', async () => {
    const { folder } = await used();
    await writeFile(join(folder, 'library.json'), '{"egiz":1,"devices":');
    const { library, ids } = await reopened(folder);
    expect(ids).toEqual(all);
    expect(library.problems()).toMatchObject([{ code: 'unreadable-file', file: 'library.json' }]);
    expect(await names(join(folder, 'quarantine'))).toHaveLength(1);
  });

  test('[R1] unknown fields survive, through changes, snapshots and journals', async () => {
    const { folder } = await used({ ...annotation('strange', { modified: stamp }), future: { by: 'Egiz 9' } });
    const { library, store } = await reopened(folder);
    const from = annotation('strange');
    await store.apply(change({ updated: [[from, { ...from, body: 'edited' }]] }));
    await library.close();
    expect((await reopened(folder)).store.get('strange')).toMatchObject({ body: 'edited', future: { by: 'Egiz 9' } });
  });
});

describe('copies and journals from elsewhere', () => {
  test.each([
    'annotations (conflicted copy 2026-11-23).json',
    'annotations.sync-conflict-20261123-032519-ABCDEFG.json',
    'annotations-LAPTOP.json',
  ])('[H1] a conflicted copy called %s is joined, and moved to the history', async (name) => {
    const { folder, work } = await used();
    const edited = annotation('n1', { modified: '2026-11-23T12:00:00.001Z-0000-there', body: 'Edited there' });
    const lost = annotation('n2', { modified: '2026-11-23T11:00:00.000Z-0000-there', body: 'Older there' });
    const copy = join(await scratch(), 'copy');
    await writeSnapshots(copy, [edited, lost, annotation('theirs', { modified: stamp })], 'there');
    await put(join(work, name), await readFile(join(copy, 'annotations.json')));
    const { library, store, ids, problems } = await reopened(folder);
    expect(ids).toEqual([...all, 'theirs']);
    expect(store.get('n1')).toEqual(edited);
    expect(store.get('n2')).toEqual(three[1]);
    expect(problems).toMatchObject([{ code: 'joined-copy', file: `works/w/${name}` }]);
    await library.close();
    expect(await names(work)).not.toContain(name);
    const again = await reopened(folder);
    expect(again).toMatchObject({ ids: [...all, 'theirs'], problems: [] });
    expect(await again.store.history('n2')).toEqual([three[1], lost]);
    expect(await again.store.history('n1')).toEqual([edited, three[0]]);
  });

  test('[H1] a conflicted copy of a text is joined paragraph by paragraph', async () => {
    const { folder, work } = await used();
    const paragraphs = smallWork().filter((record) => record.kind === 'paragraph' && record.edition === 'en');
    const edited = paragraphs.map((record, at) => ({
      ...record,
      ...(at === 1 ? { text: 'New.', modified: stamp } : {}),
    }));
    await put(join(work, 'editions', 'en (1).json'), JSON.stringify({ egiz: 1, records: edited }));
    const { library, store } = await reopened(folder);
    expect(
      store
        .state()
        .paragraphs.get('en')
        ?.map(({ text }) => text),
    ).toEqual(['Text of en-1.', 'New.', 'Text of en-3.']);
    await library.close();
    expect(await names(join(work, 'editions'))).toEqual(['en.json', 'kk.json']);
  });

  test('[W5] a journal of another device is joined, and left as it is', async () => {
    const { folder, work } = await used();
    const text = journalLine({
      put: [annotation('n1', { modified: '2026-11-23T13:00:00.000Z-0000-there', deleted: true })],
      was: [],
    });
    const journal = join(work, 'journal', 'there.jsonl');
    await put(journal, text);
    const first = await reopened(folder);
    expect(first).toMatchObject({ ids: ['mine', 'n2', 'n3'], problems: [] });
    await first.library.close();
    expect(await readFile(journal, 'utf8')).toBe(text);
    expect(await reopened(folder)).toMatchObject({ ids: ['mine', 'n2', 'n3'], problems: [] });
  });

  test('[Q1] a journal that a synchroniser has brought only in part counts as far as it is whole', async () => {
    const { folder, work } = await used();
    const line = (id: string): string => journalLine({ put: [annotation(id, { modified: stamp })], was: [] });
    const journal = join(work, 'journal', 'there.jsonl');
    await put(journal, line('a') + line('b').slice(0, 90));
    const first = await reopened(folder);
    expect(first.ids).toEqual(['a', ...all]);
    expect(first.problems).toMatchObject([{ code: 'torn-line', file: 'works/w/journal/there.jsonl' }]);
    expect(first.problems[0]).not.toHaveProperty('quarantined');
    await first.library.close();
    await appendFile(journal, line('b').slice(90));
    expect(await reopened(folder)).toMatchObject({ ids: ['a', 'b', ...all], problems: [] });
  });

  test('[B2] an old snapshot in place of the new one loses nothing of what this device did', async () => {
    const { folder, work } = await used();
    const old = join(await scratch(), 'old');
    await writeSnapshots(old, three, 'there');
    await writeFile(join(work, 'annotations.json'), await readFile(join(old, 'annotations.json')));
    const { store, ids } = await reopened(folder);
    expect(ids).toEqual(all);
    expect(store.get('mine')).toMatchObject({ body: 'Mine' });
  });

  test('[S1] a record that a person put into another file of the work goes to its own', async () => {
    const { folder, work } = await used();
    const moved = paragraph('en-9', 'en', 'a9', { modified: stamp });
    await put(join(work, 'annotations.json'), JSON.stringify({ egiz: 1, records: [...three, moved] }));
    const { library, store } = await reopened(folder);
    await store.apply(change({ added: [annotation('next')] }));
    await library.close();
    expect(await readFile(join(work, 'annotations.json'), 'utf8')).not.toContain('en-9');
    expect((await reopened(folder)).store.get('en-9')).toEqual(moved);
  });

  test('other files that a person keeps there are left alone', async () => {
    const { folder, work } = await used();
    await put(join(work, 'my notes.json'), '{"shopping": ["bread"]}');
    await put(join(work, 'todo.txt'), 'read on');
    await put(join(folder, '.stfolder', 'x'), '');
    const { library, problems } = await reopened(folder);
    expect(problems).toEqual([]);
    await library.close();
    expect(await names(work)).toContain('my notes.json');
    expect(await names(folder)).not.toContain('quarantine');
  });
});

describe('[S4] symbolic links that lead out of the library', () => {
  test('are not followed in reading', async () => {
    const { folder, work } = await used();
    const outside = join(await scratch(), 'outside');
    await writeSnapshots(outside, [annotation('stranger', { modified: stamp })]);
    await symlink(join(outside, 'annotations.json'), join(work, 'annotations 2.json'));
    const { ids, problems } = await reopened(folder);
    expect(ids).toEqual(all);
    expect(problems).toMatchObject([{ code: 'unreadable-file', file: 'works/w/annotations 2.json' }]);
  });

  test('are not followed in writing', async () => {
    const outside = await scratch();
    const folder = await scratch();
    const work = join(folder, 'works', 'w');
    await writeSnapshots(work, smallWork());
    for (const part of ['journal', 'history']) await symlink(outside, join(work, part));
    await symlink(outside, join(folder, 'backup'));
    await symlink(outside, join(folder, 'quarantine'));
    const library = await opened(folder);
    const store = await library.work('w');
    await expect(store.apply(change({ added: [annotation('n')] }))).rejects.toMatchObject({ code: 'no-permission' });
    await library.close();
    expect(await contents(outside)).toEqual(new Map());
  });

  test('are no works', async () => {
    const folder = await scratch();
    const outside = await scratch();
    await writeSnapshots(outside, smallWork());
    await mkdir(join(folder, 'works'));
    await symlink(outside, join(folder, 'works', 'w'));
    const library = await opened(folder);
    expect(await library.works()).toEqual([]);
    await expect(library.work('w')).rejects.toMatchObject({ code: 'not-found' });
  });
});
