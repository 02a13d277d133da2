import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { revisionStamp } from '#main/library/seed.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Library } from '#main/library/library.ts';
import { annotation, change, paragraph, smallWork, term, work } from '../../../fixtures/library/records.ts';
import { contents, names, opened, put, scratch, writeSnapshots } from '../../../fixtures/library/scratch.ts';

/** A library that comes with Egiz, in some revision; `some-corpus` is its name. */
async function corpus(revision: number, records: AnyRecord[], terms: AnyRecord[] = [], into?: string): Promise<string> {
  const folder = into ?? join(await scratch(), 'some-corpus');
  await rm(folder, { recursive: true, force: true });
  await writeSnapshots(join(folder, 'works', 'w'), records, 'maker');
  await mkdir(folder, { recursive: true });
  await writeSnapshots(folder, terms, 'maker');
  await writeFile(join(folder, 'library.json'), JSON.stringify({ egiz: 1, revision }));
  return folder;
}

const ours = term('t1', { work: 'w', headword: 'кеңес' });
const texts = async (library: Library): Promise<string[]> =>
  (await library.work('w'))
    .state()
    .paragraphs.get('en')
    ?.map(({ text }) => text) ?? [];
const en = (n: number, text: string): AnyRecord => paragraph(`en-${String(n)}`, 'en', `a${String(n)}`, { text });
const edited = (text: string): AnyRecord[] => [...smallWork().filter(({ id }) => id !== 'en-2'), en(2, text)];

describe('a library that comes with Egiz', () => {
  test('[K1] stands in the reader’s own from the first start, and is not written to', async () => {
    const bundled = await corpus(1, smallWork(), [ours]);
    const before = await contents(bundled);
    const folder = join(await scratch(), 'new', 'library');
    const library = await opened(folder, { corpora: [bundled] });
    expect(await library.works()).toMatchObject([{ work: { id: 'w', modified: revisionStamp(1) }, bundled: true }]);
    expect(library.top.state().terms).toMatchObject([{ id: 't1', headword: 'кеңес' }]);
    await (await library.work('w')).apply(change({ added: [annotation('n')] }));
    await library.close();
    expect(await contents(bundled)).toEqual(before);
    const without = await opened(folder);
    expect(await without.works()).toMatchObject([{ bundled: true }]);
    expect(await texts(without)).toHaveLength(3);
  });

  test('[K2] is read again only when its revision is newer', async () => {
    const bundled = await corpus(1, smallWork());
    const folder = await scratch();
    await (await opened(folder, { corpora: [bundled] })).close();
    await corpus(1, edited('Not looked at'), [], bundled);
    const library = await opened(folder, { corpora: [bundled] });
    expect(await texts(library)).toEqual(['Text of en-1.', 'Text of en-2.', 'Text of en-3.']);
  });

  test('[K3] in a newer revision reaches what the reader left alone, and nothing else', async () => {
    const bundled = await corpus(1, smallWork(), [ours, term('t2', { work: 'w' })]);
    const folder = await scratch();
    const first = await opened(folder, { corpora: [bundled] });
    const store = await first.work('w');
    const own = { ...en(1, 'The reader’s own'), modified: revisionStamp(1) };
    await store.apply(change({ updated: [[en(1, 'Text of en-1.'), own]], added: [annotation('n')] }));
    await first.top.apply(change({ removed: [ours], added: [term('mine')] }));
    await first.close();
    const changed = [
      ...smallWork().filter(({ kind }) => !['work', 'paragraph', 'bead'].includes(kind)),
      work({ author: { en: 'A' } }),
    ];
    const newer = ['kk', 'en'].flatMap((id) =>
      [1, 2].map((n) => paragraph(`${id}-${String(n)}`, id, `a${String(n)}`, { text: 'Second' })),
    );
    await corpus(2, [...changed, ...newer], [ours, term('t3', { work: 'w' })], bundled);
    const library = await opened(folder, { corpora: [bundled] });
    expect(await texts(library)).toEqual(['The reader’s own', 'Second']);
    expect((await library.work('w')).state().annotations).toMatchObject([{ id: 'n' }]);
    expect((await library.work('w')).state().work).toMatchObject({ author: { en: 'A' } });
    expect(library.top.state().terms.map(({ id }) => id)).toEqual(['mine', 't3']);
  });

  test('[K3] leaves alone what is the same in both revisions', async () => {
    const bundled = await corpus(1, smallWork());
    const folder = await scratch();
    await (await opened(folder, { corpora: [bundled] })).close();
    await corpus(2, edited('Second'), [], bundled);
    const store = await (await opened(folder, { corpora: [bundled] })).work('w');
    expect(store.get('en-2')?.modified).toBe(revisionStamp(2));
    expect(store.get('en-1')?.modified).toBe(revisionStamp(1));
  });

  test('[K3] keeps in the history the text that a newer revision replaces', async () => {
    const bundled = await corpus(1, smallWork());
    const folder = await scratch();
    await (await opened(folder, { corpora: [bundled] })).close();
    await corpus(2, edited('Second'), [], bundled);
    const library = await opened(folder, { corpora: [bundled] });
    const versions = await (await library.work('w')).history('en-2');
    expect(versions).toMatchObject([
      { text: 'Second', modified: revisionStamp(2) },
      { text: 'Text of en-2.', modified: revisionStamp(1) },
    ]);
  });

  test('[K4] stays deleted when the reader deleted it', async () => {
    const bundled = await corpus(1, smallWork());
    const folder = await scratch();
    const first = await opened(folder, { corpora: [bundled] });
    await (await first.work('w')).apply(change({ removed: [work()] }));
    await first.close();
    await corpus(2, [...edited('Second'), work({ author: { en: 'A' } })], [], bundled);
    const second = await opened(folder, { corpora: [bundled] });
    expect(await second.works()).toEqual([]);
    await second.close();
    await rm(join(folder, 'works', 'w'), { recursive: true });
    expect(await (await opened(folder, { corpora: [bundled] })).works()).toEqual([]);
  });

  test('[K2] does not go back to an older revision', async () => {
    const bundled = await corpus(2, edited('Second'));
    const folder = await scratch();
    await (await opened(folder, { corpora: [bundled] })).close();
    await corpus(1, smallWork(), [], bundled);
    expect(await texts(await opened(folder, { corpora: [bundled] }))).toContain('Second');
  });

  test('[K1] that is not there keeps no library from opening', async () => {
    const library = await opened(await scratch(), { corpora: ['/nowhere/at-all'] });
    expect(await library.works()).toEqual([]);
  });

  test('[K1] begun and not finished is taken up again at the next start', async () => {
    const bundled = await corpus(1, smallWork());
    const folder = await scratch();
    // The file that lies in the way stands for a disk that was full.
    await put(join(folder, 'works', 'w', 'editions'), 'in the way');
    await (await opened(folder, { corpora: [bundled] })).close();
    await rm(join(folder, 'works', 'w', 'editions'));
    const library = await opened(folder, { corpora: [bundled] });
    expect(await texts(library)).toHaveLength(3);
    expect(await names(join(folder, 'works', 'w', 'editions'))).toEqual(['en.json', 'kk.json']);
  });
});
