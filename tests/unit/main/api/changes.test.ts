import { describe, expect, test } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import type { Display } from '#core/records/preference.ts';
import { changeLimit } from '#main/api/input.ts';
import type { FailureCode, Stored } from '#main/api/shapes.ts';
import { LibraryError } from '#main/library/error.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const work = makeWork('small', { kk: ['Қазақ'] });
const highlight: Annotation = {
  kind: 'annotation',
  id: 'a1',
  modified: '',
  created: '2026-01-01T00:00:00.000Z',
  motivation: 'highlighting',
  colour: 'fact',
  body: '',
  tags: [],
  targets: [{ edition: 'kk', paragraph: 'kk-0', start: 0, end: 5, quote: { exact: 'Қазақ', prefix: '', suffix: '' } }],
};
const adding = { added: [highlight], updated: [], removed: [] };
const display: Display = {
  kind: 'display',
  id: 'display',
  modified: '',
  theme: 'dark',
  size: 18,
  leading: 1.7,
  measure: 34,
  language: 'kk',
};

/** A change that is sent bit by bit. */
function streamed(body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}): Request {
  // The DOM's types do not have `duplex` yet, without which Node takes no stream.
  const init: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body,
    duplex: 'half',
  };
  return new Request('http://127.0.0.1/api/works/small/changes', init);
}

test('a change to a work is answered with its records, stamped', async () => {
  const app = await application({ library: memoryLibrary([work]) });
  const stored = (await (await app.request('/api/works/small/changes', posted(adding))).json()) as Stored;
  expect(stored.records).toEqual([{ ...highlight, modified: '1' }]);
  expect(stored.at).toBe('2026-01-01T00:00:00.000Z');
});

test('a change to the library goes to its top', async () => {
  const library = memoryLibrary([work]);
  const app = await application({ library });
  await app.request('/api/library/changes', posted({ added: [display], updated: [], removed: [] }));
  expect(library.top.state().display?.language).toBe('kk');
});

test('fields that this version does not know reach the library', async () => {
  const library = memoryLibrary([work]);
  const app = await application({ library });
  const added = [{ ...highlight, shape: { round: true } }];
  await app.request('/api/works/small/changes', posted({ added, updated: [], removed: [] }));
  expect(library.stored[0]).toMatchObject({ shape: { round: true } });
});

test('a change that does not fit is refused with the field that does not', async () => {
  const app = await application({ library: memoryLibrary([work]) });
  const bad = { ...adding, added: [{ ...highlight, targets: [{ ...highlight.targets[0], start: -1 }] }] };
  expect(await failureOf(app.request('/api/works/small/changes', posted(bad)))).toMatchObject({
    status: 400,
    code: 'bad-request',
    where: 'added[0].targets[0].start',
  });
});

test.each<[FailureCode, number]>([
  ['read-only', 423],
  ['disk-full', 507],
  ['no-permission', 500],
  ['write-failed', 500],
  ['bad-request', 400],
])('the library’s %s is answered with %d', async (code, status) => {
  const library = memoryLibrary([work]);
  library.failWith = new LibraryError(code, 'no room for this', 'works/small');
  const app = await application({ library });
  expect(await failureOf(app.request('/api/works/small/changes', posted(adding)))).toEqual({
    status,
    code,
    message: 'no room for this',
    where: 'works/small',
  });
});

test('a failure that nobody expected is answered as internal and reported with its stack', async () => {
  const library = memoryLibrary([work]);
  const reported: Error[] = [];
  library.works = () => Promise.reject(new TypeError('x is not a function'));
  const app = await application({ library, report: (error) => reported.push(error) });
  expect(await failureOf(app.request('/api/library'))).toEqual({
    status: 500,
    code: 'internal',
    message: 'x is not a function',
  });
  expect(reported.map(({ stack }) => stack?.includes('changes.test.ts'))).toEqual([true]);
});

describe('bodies', () => {
  test('that are no JSON are refused', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    const broken = { ...posted(null), body: '{"added": [' };
    expect(await failureOf(app.request('/api/works/small/changes', broken))).toMatchObject({
      code: 'bad-request',
      where: 'body',
    });
  });

  test('that do not say they are JSON are refused, as a form of another site cannot say so', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    const form = { ...posted(adding), headers: { 'Content-Type': 'text/plain' } };
    expect(await failureOf(app.request('/api/works/small/changes', form))).toMatchObject({ code: 'bad-request' });
  });

  test.each(['__proto__', '\\u005f_proto__'])('with a key %s, however deep, are refused', async (key) => {
    const library = memoryLibrary([work]);
    const app = await application({ library });
    for (const body of [
      `{"${key}": {"polluted": 1}, "added": [], "updated": [], "removed": []}`,
      JSON.stringify({ ...adding, added: [{ ...highlight, extra: 'here' }] }).replace(
        '"here"',
        `[{"${key}": {"polluted": 1}}]`,
      ),
    ]) {
      expect(await failureOf(app.request('/api/works/small/changes', { ...posted(null), body }))).toMatchObject({
        code: 'bad-request',
        where: '__proto__',
      });
    }
    expect(library.stored).toEqual([]);
    expect('polluted' in {}).toBe(false);
  });

  test.each([101, 200_000])('nested %d deep are refused', async (depth) => {
    const library = memoryLibrary([work]);
    const app = await application({ library });
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    const body = JSON.stringify({ ...adding, added: [{ ...highlight, extra: 'here' }] }).replace('"here"', deep);
    expect(await failureOf(app.request('/api/works/small/changes', { ...posted(null), body }))).toMatchObject({
      status: 400,
      code: 'bad-request',
      where: 'body',
    });
    expect(library.stored).toEqual([]);
  });

  test('with a field called constructor or prototype are like any other', async () => {
    const library = memoryLibrary([work]);
    const app = await application({ library });
    const added = [{ ...highlight, constructor: { prototype: { polluted: 1 } } }];
    const response = await app.request('/api/works/small/changes', posted({ added, updated: [], removed: [] }));
    expect(response.status).toBe(200);
    expect('polluted' in {}).toBe(false);
  });

  test('over the limit are refused by their announced size, unread', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    let read = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1024));
      },
    });
    const request = streamed(body, { 'Content-Length': String(changeLimit + 1) });
    expect(await failureOf(app.fetch(request))).toMatchObject({ status: 413, code: 'too-large', where: 'body' });
    expect(read).toBeLessThan(3);
  });

  test('over the limit that do not announce their size are read no further than to it', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect(await failureOf(app.fetch(streamed(body)))).toMatchObject({ status: 413, code: 'too-large' });
    expect(sent).toBeLessThan(changeLimit + 3 * 1024 * 1024);
  });

  test('of calls that need little are allowed little', async () => {
    const app = await application({ library: memoryLibrary([work]) });
    const ids = Array.from({ length: 400 }, (_, at) => `${String(at)}-${'x'.repeat(1000)}`);
    expect(await failureOf(app.request('/api/works/small/paragraphs', posted({ ids })))).toMatchObject({
      code: 'too-large',
    });
  });
});
