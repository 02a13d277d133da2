import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPages } from '#main/api/pages.ts';
import { application, builtPages, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

/** Ways up a folder, as they stand in an address. */
const ways = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '..%5c',
  '..\\',
  '%c0%ae%c0%ae/',
  '..%00/',
  '....//',
  '/etc/',
  '%2fetc%2f',
  'C:%5c',
];

describe('the renderer’s files', () => {
  test('are served with their types', async () => {
    const app = await application();
    const types = await Promise.all(
      ['/', '/index.html', '/assets/index-B3xk9_qz.js', '/assets/noto-DkQ1-x0a.woff2', '/icon.svg'].map(async (path) =>
        (await app.request(path)).headers.get('Content-Type'),
      ),
    );
    expect(types).toEqual([
      'text/html; charset=UTF-8',
      'text/html; charset=UTF-8',
      'text/javascript; charset=utf-8',
      'font/woff2',
      'image/svg+xml; charset=utf-8',
    ]);
  });

  test('are kept by the browser when their name holds a hash, and asked for anew otherwise', async () => {
    const app = await application();
    const cached = async (path: string) => (await app.request(path)).headers.get('Cache-Control');
    expect(await cached('/assets/index-B3xk9_qz.js')).toBe('private, max-age=31536000, immutable');
    expect(await cached('/icon.svg')).toBe('no-cache');
    expect(await cached('/')).toBe('no-store');
  });

  test('answer a HEAD without a body', async () => {
    const response = await (await application()).request('/assets/index-B3xk9_qz.js', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  test('that are gone since the start are missed with a clear word', async () => {
    const pages = await builtPages();
    const app = await application({ pages });
    for (const file of pages.files.values()) await rm(file);
    expect(await failureOf(app.request('/icon.svg'))).toMatchObject({
      status: 404,
      message: 'the page is gone since the start; start Egiz again',
    });
  });

  test('that were not built are missed with a clear word', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'egiz-empty-'));
    await expect(readPages(empty)).rejects.toThrow(/the reader is not built: .*index\.html is missing/);
  });

  test.each(ways)('give nothing from outside for the way %s', async (way) => {
    const app = await application();
    for (const path of [
      `/${way}secret.txt`,
      `/assets/${way}${way}secret.txt`,
      `/assets/${way}${way}${way}etc/passwd`,
    ]) {
      const response = await app.request(`http://127.0.0.1${path}`);
      expect(response.status).toBe(404);
      expect(await response.json()).toHaveProperty('error.code', 'not-found');
    }
  });
});

describe('paths in the parameters of calls', () => {
  const library = memoryLibrary([makeWork('small', { kk: ['a'] })]);

  test.each(ways)('the way %s names no work', async (way) => {
    const app = await application({ library, reveal: () => Promise.reject(new Error('must not be reached')) });
    for (const name of [`${way}small`, `${way}${way}etc`, way]) {
      const calls: [string, RequestInit?][] = [
        [''],
        ['/summary'],
        ['/search?q=a'],
        ['/history/kk-0'],
        ['/changes', posted({ added: [], updated: [], removed: [] })],
        ['/paragraphs', posted({ ids: ['kk-0'] })],
        ['/occurrences', posted({ headword: 'a' })],
        ['/reveal', { method: 'POST' }],
      ];
      for (const [call, init] of calls) {
        const response = await app.request(`http://127.0.0.1/api/works/${name}${call}`, init);
        expect([400, 404, 405], `${name}${call}`).toContain(response.status);
      }
    }
  });

  test.each(ways)('the way %s names no record but is only an id', async (way) => {
    const app = await application({ library });
    const response = await app.request(`/api/works/small/history/${encodeURIComponent(way)}`);
    expect(await response.json()).toEqual([]);
  });

  test.each(ways)('the way %s names no paragraph and no edition', async (way) => {
    const app = await application({ library });
    const paragraphs = await app.request('/api/works/small/paragraphs', posted({ ids: [way] }));
    expect(await paragraphs.json()).toEqual([]);
    const search = app.request(`/api/works/small/search?q=a&editions=${encodeURIComponent(way)}`);
    expect(await failureOf(search)).toMatchObject({ code: 'bad-request', where: 'editions' });
  });

  test.each(['con', 'nul', 'com1', 'Small', 'a'.repeat(101), '-a', 'қазақ'])('%s names no work', async (name) => {
    const app = await application({ library });
    expect((await failureOf(app.request(`/api/works/${encodeURIComponent(name)}`))).status).toBe(400);
  });
});

describe('calls that there are not', () => {
  test('are answered as such', async () => {
    const app = await application();
    expect(await failureOf(app.request('/api/nothing'))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await failureOf(app.request('/nothing.js'))).toMatchObject({ status: 404, code: 'not-found' });
  });

  test.each([
    ['DELETE', '/api/library', 'GET, HEAD'],
    ['PUT', '/api/works/small', 'GET, HEAD'],
    ['GET', '/api/library/changes', 'POST'],
    ['PATCH', '/api/works/small/changes', 'POST'],
    ['POST', '/', 'GET, HEAD'],
    ['DELETE', '/assets/index-B3xk9_qz.js', 'GET, HEAD'],
  ])('%s does not go with %s', async (method, path, allow) => {
    const response = await (await application()).request(path, { method });
    expect(response.headers.get('Allow')).toBe(allow);
    expect(await failureOf(response)).toMatchObject({ status: 405, code: 'not-allowed' });
  });

  test('reveal is not there in a browser', async () => {
    const app = await application({ library: memoryLibrary([makeWork('small', { kk: ['a'] })]) });
    expect(await failureOf(app.request('/api/works/small/reveal', { method: 'POST' }))).toMatchObject({
      status: 501,
      code: 'not-here',
    });
  });

  test('reveal shows the folder of a work that is there', async () => {
    const shown: string[] = [];
    const app = await application({
      library: memoryLibrary([makeWork('small', { kk: ['a'] })]),
      reveal: (work) => Promise.resolve(void shown.push(work)),
    });
    expect((await app.request('/api/works/small/reveal', { method: 'POST' })).status).toBe(204);
    expect((await app.request('/api/works/other/reveal', { method: 'POST' })).status).toBe(404);
    expect(shown).toEqual(['small']);
  });
});
