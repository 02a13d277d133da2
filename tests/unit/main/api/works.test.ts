import { describe, expect, test } from 'vitest';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Reading } from '#core/records/preference.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Hits, LibraryState, WorkState, WorkSummary } from '#main/api/shapes.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const lines = (edition: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${edition} paragraph ${String(at)}`);
const pairs = (count: number): [number[], number[]][] => Array.from({ length: count }, (_, at) => [[at], [at]]);

const long = makeWork(
  'long',
  { kk: lines('kk', 500), en: lines('en', 500), ru: lines('ru', 500), de: lines('de', 3) },
  { 'kk~en': pairs(500), 'kk~ru': pairs(500) },
);

function readAt(state: WorkRecords, paragraph: string): WorkRecords {
  const reading: Reading = {
    kind: 'reading',
    id: 'reading:here',
    modified: '0',
    device: 'here',
    mode: 'side',
    editions: ['kk', 'en'],
    position: { paragraph, fraction: 0 },
    panels: { contents: { open: true, width: 200 }, side: { open: null, width: 300 } },
    at: '2026-01-01T00:00:00.000Z',
  };
  return { ...state, readings: new Map([['here', reading]]) };
}

async function get<T>(path: string, works: readonly WorkRecords[]): Promise<T> {
  const app = await application({ library: memoryLibrary(works) });
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

const textsOf = ({ texts }: WorkState, edition: string): string[] =>
  texts.filter((text) => text.edition === edition).map(({ id }) => id);

describe('GET /api/library', () => {
  test('tells of the library, its works and who serves it', async () => {
    const state = await get<LibraryState>('/api/library', [long]);
    expect(state).toMatchObject({ folder: '/nowhere/Egiz', device: 'here', host: 'loopback', version: '0.0.0' });
    expect(state.works.map(({ work }) => work.id)).toEqual(['long']);
    expect(state.readOnly).toBeNull();
  });

  test('tells why nothing can be stored', async () => {
    const holder = { pid: 7, host: 'here', program: 'Egiz', since: '2026-01-01T00:00:00.000Z' };
    const app = await application({ library: memoryLibrary([], { reason: 'held', holder }) });
    const state = (await (await app.request('/api/library')).json()) as LibraryState;
    expect(state.readOnly).toEqual({ reason: 'held', holder });
  });
});

describe('GET /api/works/:work', () => {
  test('gives the outline and the beads of the whole text', async () => {
    const state = await get<WorkState>('/api/works/long', [long]);
    expect(state.outline['kk']).toHaveLength(500);
    expect(state.outline['kk']?.[12]).toEqual(['kk-12', 's', 'text', 'kk paragraph 12'.length]);
    expect(state.alignments['kk~en']).toHaveLength(500);
  });

  test('gives the texts of the start where nothing was read yet', async () => {
    const state = await get<WorkState>('/api/works/long', [long]);
    expect(textsOf(state, 'kk')).toEqual(lines('kk', 80).map((_, at) => `kk-${String(at)}`));
    expect(textsOf(state, 'en')).toHaveLength(80);
    expect(textsOf(state, 'ru')).toHaveLength(80);
  });

  test('gives the texts around the reading position, on every side', async () => {
    const state = await get<WorkState>('/api/works/long', [readAt(long, 'kk-300')]);
    for (const edition of ['kk', 'en', 'ru']) {
      const texts = textsOf(state, edition);
      expect(texts).toHaveLength(80);
      expect(texts).toContain(`${edition}-300`);
      expect(texts[0]).toBe(`${edition}-260`);
    }
  });

  test('follows the alignments from a position in a translation to the other translations', async () => {
    const state = await get<WorkState>('/api/works/long', [readAt(long, 'en-300')]);
    expect(textsOf(state, 'ru')).toContain('ru-300');
  });

  test('gives the end of the text whole when that is where the reader is', async () => {
    const state = await get<WorkState>('/api/works/long', [readAt(long, 'kk-499')]);
    expect(textsOf(state, 'en').at(-1)).toBe('en-499');
    expect(textsOf(state, 'en')).toHaveLength(80);
  });

  test('starts at the start when the paragraph of the reading position is gone', async () => {
    const state = await get<WorkState>('/api/works/long', [readAt(long, 'kk-9999')]);
    expect(textsOf(state, 'kk')[0]).toBe('kk-0');
  });

  test('gives an edition that is aligned with none', async () => {
    expect(textsOf(await get<WorkState>('/api/works/long', [readAt(long, 'kk-300')]), 'de')).toHaveLength(3);
  });

  test('gives both sides of a bead with several paragraphs', async () => {
    const state = await get<WorkState>('/api/works/uneven', [
      makeWork(
        'uneven',
        { kk: lines('kk', 2), en: lines('en', 4) },
        {
          'kk~en': [
            [[0], [0, 1, 2]],
            [[1], []],
            [[], [3]],
          ],
        },
      ),
    ]);
    expect(textsOf(state, 'en')).toEqual(['en-0', 'en-1', 'en-2', 'en-3']);
  });

  test('refuses a work that is deleted', async () => {
    const app = await application({ library: memoryLibrary([{ ...long, work: null }]) });
    expect(await failureOf(app.request('/api/works/deleted'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  test('refuses a work that never was', async () => {
    const app = await application();
    expect(await failureOf(app.request('/api/works/no-such'))).toMatchObject({
      status: 404,
      code: 'not-found',
      where: 'no-such',
    });
  });
});

test('GET /api/works/:work/summary counts paragraphs, words, beads and annotations', async () => {
  const work = makeWork(
    'small',
    { kk: ['Қазақ халқы', 'бар'], en: ['The Kazakh people', ''] },
    {
      'kk~en': [
        [[0], [0]],
        [[1], []],
        [[], [1]],
      ],
    },
  );
  expect(await get<WorkSummary>('/api/works/small/summary', [work])).toEqual({
    paragraphs: { kk: 2, en: 2 },
    words: { kk: 3, en: 3 },
    alignments: { 'kk~en': { beads: 3, linked: 1, confirmed: 2 } },
    annotations: 0,
  });
});

describe('POST /api/works/:work/paragraphs', () => {
  test('gives the paragraphs in the order asked for, and leaves out what is none', async () => {
    const app = await application({ library: memoryLibrary([long]) });
    const response = await app.request(
      '/api/works/long/paragraphs',
      posted({ ids: ['en-2', 'kk-1', 'nowhere', 'kk~en-0'] }),
    );
    expect(((await response.json()) as Paragraph[]).map(({ id }) => id)).toEqual(['en-2', 'kk-1']);
  });

  test('refuses more than 500', async () => {
    const app = await application({ library: memoryLibrary([long]) });
    const ids = lines('kk', 501);
    expect(await failureOf(app.request('/api/works/long/paragraphs', posted({ ids })))).toMatchObject({
      status: 400,
      code: 'bad-request',
      where: 'ids',
    });
  });
});

describe('search', () => {
  const work = makeWork(
    'small',
    { kk: ['Қазақ халқы. Қазақ', 'жоқ', 'қазақтар'], en: ['The Kazakh', 'no', 'kazakh'] },
    { 'kk~en': pairs(3) },
  );
  const search = (query: string): Promise<Hits> => get<Hits>(`/api/works/small/search?${query}`, [work]);

  test('finds without Kazakh letters and without case, in text order over both sides', async () => {
    const { hits, total } = await search(`q=${encodeURIComponent('казак')}`);
    expect(hits.map(({ paragraph, start, end }) => [paragraph, start, end])).toEqual([
      ['kk-0', 0, 5],
      ['kk-0', 13, 18],
      ['kk-2', 0, 5],
    ]);
    expect(total).toEqual({ kk: 3, en: 0 });
    expect((await search('q=kazakh')).hits.map(({ paragraph }) => paragraph)).toEqual(['en-0', 'en-2']);
    expect((await search('q=%D0%BE')).hits.map(({ paragraph }) => paragraph)).toEqual(['kk-1']);
  });

  test('puts what stands beside each other together', async () => {
    const both = makeWork(
      'both',
      { kk: ['a', 'a', 'a'], en: ['a', 'a', 'a'] },
      {
        'kk~en': [
          [[0], [0, 1]],
          [[1, 2], [2]],
        ],
      },
    );
    const { hits } = await get<Hits>('/api/works/both/search?q=a', [both]);
    expect(hits.map(({ paragraph }) => paragraph)).toEqual(['kk-0', 'en-0', 'en-1', 'kk-1', 'en-2', 'kk-2']);
  });

  test('searches only the editions asked for', async () => {
    expect((await search('q=%D0%BE&editions=en')).total).toEqual({ en: 0 });
    const app = await application({ library: memoryLibrary([work]) });
    expect(await failureOf(app.request('/api/works/small/search?q=a&editions=de'))).toMatchObject({
      code: 'bad-request',
      where: 'editions',
    });
  });

  test('finds what is typed in the script in which an edition is read, as well as Cyrillic', async () => {
    const places = async (typed: string, scripts: string): Promise<unknown[]> => {
      const { hits } = await search(`q=${encodeURIComponent(typed)}&scripts=${scripts}`);
      return hits.map(({ paragraph, start, end }) => [paragraph, start, end]);
    };
    expect(await places('qazaqtar', 'latn=kk')).toEqual([['kk-2', 0, 8]]);
    expect(await places('قازاقتار', 'arab=kk')).toEqual([['kk-2', 0, 8]]);
    expect(await places('қазақтар', 'arab=kk')).toEqual([['kk-2', 0, 8]]);
    expect(await places('qazaqtar', 'arab=kk')).toEqual([]);
    expect(await places('kazakh', 'latn=kk')).toEqual([
      ['en-0', 4, 10],
      ['en-2', 0, 6],
    ]);
    const app = await application({ library: memoryLibrary([work]) });
    expect(await failureOf(app.request('/api/works/small/search?q=a&scripts=runes=kk'))).toMatchObject({
      code: 'bad-request',
      where: 'scripts',
    });
  });

  test('finds nothing for an empty query', async () => {
    expect(await search('q=%20')).toEqual({ hits: [], total: { kk: 0, en: 0 } });
  });

  test('wants a query', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    expect(await failureOf(app.request('/api/works/small/search'))).toMatchObject({ code: 'bad-request', where: 'q' });
  });

  test('counts all hits and gives the first 1,000', async () => {
    const many = makeWork('many', { kk: Array.from({ length: 700 }, () => 'aXa') });
    const { hits, total } = await get<Hits>('/api/works/many/search?q=a', [many]);
    expect(hits).toHaveLength(1000);
    expect(total).toEqual({ kk: 1400 });
  });

  test('shows 60 code units on either side, and no half characters', async () => {
    const text = `${'🙂'.repeat(40)}x${'🙂'.repeat(40)}`;
    const { hits } = await get<Hits>('/api/works/faces/search?q=x', [makeWork('faces', { kk: [text] })]);
    const [hit] = hits;
    expect(hit?.excerpt).toBe(`${'🙂'.repeat(30)}x${'🙂'.repeat(30)}`);
    expect(hit?.excerpt.charAt(hit.at)).toBe('x');
    const odd = await get<Hits>('/api/works/odd/search?q=x', [
      makeWork('odd', { kk: [`${'🙂'.repeat(40)}-x-${'🙂'.repeat(40)}`] }),
    ]);
    expect(odd.hits[0]?.excerpt.isWellFormed()).toBe(true);
    expect(odd.hits[0]?.excerpt.charAt(odd.hits[0].at)).toBe('x');
  });

  test('lets other calls through while it works, and gives up when nobody waits any more', async () => {
    const words = Array.from({ length: 200 }, () => 'қазақ халқы').join(' ');
    const big = makeWork('big', { kk: Array.from({ length: 3000 }, (_, at) => `${words} ${String(at)}`) });
    const app = await application({ library: memoryLibrary([big]) });
    const finished: string[] = [];
    const slow = Promise.resolve(app.request('/api/works/big/search?q=a')).then(() => finished.push('search'));
    const quick = Promise.resolve(app.request('/api/library')).then(() => finished.push('library'));
    await Promise.all([slow, quick]);
    expect(finished).toEqual(['library', 'search']);

    const giveUp = new AbortController();
    const other = makeWork('big', { kk: Array.from({ length: 3000 }, (_, at) => `${words} ${String(at)}`) });
    const fresh = await application({ library: memoryLibrary([other]) });
    const abandoned = fresh.request('/api/works/big/search?q=a', { signal: giveUp.signal });
    giveUp.abort();
    expect(await failureOf(abandoned)).toMatchObject({ message: 'the call was given up before its answer' });
  });
});

test('POST /api/works/:work/occurrences finds a headword in all its forms', async () => {
  const work = makeWork('small', { kk: ['Қазақ үкіметі, қазақтар', 'қазақ'], en: ['қазақ'] });
  const app = await application({ library: memoryLibrary([work]) });
  const response = await app.request('/api/works/small/occurrences', posted({ headword: 'қазақ', editions: ['kk'] }));
  const { hits, total } = (await response.json()) as Hits;
  expect(hits.map(({ paragraph, start, end }) => [paragraph, start, end])).toEqual([
    ['kk-0', 0, 5],
    ['kk-0', 15, 23],
    ['kk-1', 0, 5],
  ]);
  expect(total).toEqual({ kk: 3 });
});

test('POST /api/works/:work/occurrences leaves out what the reader said is not the term', async () => {
  const text = 'Қазақ үкіметі, қазақтар';
  const base = { modified: '1', term: 'kazakh' };
  const target = { edition: 'kk', paragraph: 'kk-1', start: 0, end: 5 };
  const mismatch: Mismatch = {
    ...base,
    kind: 'mismatch',
    id: 'm',
    target: { ...target, quote: { exact: 'Қазақ', prefix: '', suffix: ' үкіметі,' } },
  };
  const rejection: Rejection = { ...base, kind: 'rejection', id: 'r', form: 'қазақтар' };
  const library = memoryLibrary([{ ...makeWork('small', { kk: [text, text] }), mismatches: [mismatch] }]);
  library.stored.push(rejection);
  const app = await application({ library });
  const places = async (term: string): Promise<unknown> => {
    const response = await app.request('/api/works/small/occurrences', posted({ headword: 'қазақ', term }));
    const { hits } = (await response.json()) as Hits;
    return hits.map(({ paragraph, start }) => [paragraph, start]);
  };
  expect(await places('kazakh')).toEqual([['kk-0', 0]]);
  expect(await places('another')).toHaveLength(4);
});

test('GET /api/works/:work/history/:record gives the versions of a record', async () => {
  const versions = await get<unknown[]>('/api/works/long/history/kk-1', [long]);
  expect(versions).toHaveLength(1);
  expect(await get<unknown[]>('/api/works/long/history/unknown', [long])).toEqual([]);
});
