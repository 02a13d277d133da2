import { expect, test } from 'vitest';
import type { EditionInput, WorkInput } from '#main/api/import-shapes.ts';
import { BroughtFiles } from '#main/import/brought-files.ts';
import { makeEditions, makeWork, type Making } from '#main/import/make.ts';
import type { Library } from '#main/library/library.ts';
import { names, opened, scratch } from '../../../fixtures/library/scratch.ts';

const kazakh = ['Алаш қозғалысы 1917 жылы басталды.', 'Съезд Орынборда өтті.', 'Оған 75 өкіл қатысты.'];
const english = ['The Alash movement began in 1917.', 'The congress met in Orenburg.', '75 delegates took part.'];
const russian = ['Движение Алаш началось в 1917 году.', 'Съезд прошёл в Оренбурге.', 'В нём участвовало 75 делегатов.'];

/** A library, and files that were read; `stopAt` ends the work at the first progress from this share on. */
async function ground(stopAt = Infinity) {
  const folder = await scratch();
  const library = await opened(folder);
  const files = new BroughtFiles();
  const stop = new AbortController();
  const bring = async (language: string, paragraphs: readonly string[]): Promise<EditionInput> => {
    const bytes = Buffer.from(paragraphs.join('\n\n'));
    const file = files.begin(`${language}.txt`, bytes.length);
    files.put(file, 0, bytes);
    await files.read(file, {}, () => undefined, stop.signal);
    return { language, title: 'Алаш', parts: [{ file, text: 0, edits: [] }] };
  };
  const making: Making = {
    library,
    files,
    progress: (share) => {
      if (share >= stopAt) stop.abort();
    },
    stop: stop.signal,
  };
  const work = async (...editions: EditionInput[]): Promise<WorkInput> =>
    Promise.resolve({ titles: { kk: 'Алаш' }, editions, align: true });
  return { folder, library, bring, making, work };
}

async function linked(library: Library, work: string, alignment: string): Promise<number> {
  const beads = (await library.work(work)).state().alignments.get(alignment) ?? [];
  return beads.filter(({ source, target }) => source.length > 0 && target.length > 0).length;
}

test('two works of the same title that are made at the same time stand beside each other, each whole', async () => {
  const { library, bring, making, work } = await ground();
  const input = await work(await bring('kk', kazakh), await bring('en', english));
  const [one, two] = await Promise.all([makeWork(making, input), makeWork(making, input)]);
  expect([one.work, two.work].toSorted()).toEqual(['alash', 'alash-2']);
  for (const id of [one.work, two.work]) expect(await linked(library, id, 'kk~en')).toBe(3);
  expect((await makeWork(making, input)).work).toBe('alash-3');
});

test('a work that is stopped while its texts are aligned leaves nothing, and its id is free again', async () => {
  const { folder, library, bring, making, work } = await ground(0);
  const input = await work(await bring('kk', kazakh), await bring('en', english));
  await expect(makeWork(making, input)).rejects.toThrow('stopped');
  expect(await names(`${folder}/works`)).toEqual([]);
  const again = { ...making, progress: () => undefined, stop: new AbortController().signal };
  expect((await makeWork(again, input)).work).toBe('alash');
  expect(await library.works()).toHaveLength(1);
});

test('several translations are added together, and all are gone with their records', async () => {
  const { library, bring, making, work } = await ground();
  const { work: id } = await makeWork(making, await work(await bring('kk', kazakh)));
  const inputs = [await bring('en', english), await bring('ru', russian)];
  const { edition, editions } = await makeEditions(making, id, inputs, true);
  expect(edition).toBe(editions[1]);
  const store = await library.work(id);
  expect(store.state().editions.map(({ language }) => language)).toEqual(['kk', 'en', 'ru']);
  for (const one of editions) expect(await linked(library, id, `kk~${one}`)).toBe(3);
  const removed = store.state().editions.filter((one) => editions.includes(one.id));
  await store.apply({ added: [], updated: [], removed });
  expect([...store.state().paragraphs.keys()]).toEqual(['kk']);
});

test('translations that are stopped while the second is aligned leave nothing of the first', async () => {
  const { library, bring, making, work } = await ground(0.5);
  const before = { ...making, progress: () => undefined };
  const { work: id } = await makeWork(before, await work(await bring('kk', kazakh)));
  const inputs = [await bring('en', english), await bring('ru', russian)];
  await expect(makeEditions(making, id, inputs, true)).rejects.toThrow('stopped');
  const store = await library.work(id);
  expect([...store.joined().values()].filter(({ kind }) => kind === 'edition')).toHaveLength(1);
});
