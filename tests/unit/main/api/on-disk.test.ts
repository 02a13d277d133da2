import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hc } from 'hono/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#core/records/annotation.ts';
import { reverse, type Change } from '#core/records/change.ts';
import type { Work } from '#core/records/work.ts';
import type { App } from '#main/api/app.ts';
import type { Event } from '#main/api/shapes.ts';
import { openLibrary, type Library } from '#main/library/library.ts';
import { application, failureOf, posted } from './application.ts';

const corpus = new URL('../../../../corpus/qazan-1917', import.meta.url).pathname;
const work = 'qazan-1917';
const none: Change = { added: [], updated: [], removed: [] };

let folder: string;
let library: Library;
let app: Awaited<ReturnType<typeof application>>;
let api: ReturnType<typeof hc<App>>['api'];

/** The view's own client, over an application without a network. */
function clientOf(answering: {
  request: (input: Request | string | URL, init?: RequestInit) => Response | Promise<Response>;
}) {
  const fetch = async (input: string | URL | Request, init?: RequestInit) => answering.request(input, init);
  return hc<App>('http://127.0.0.1', { fetch }).api;
}

async function open(): Promise<void> {
  library = await openLibrary(folder, { program: 'test', corpora: [corpus], watch: false });
  app = await application({ library });
  api = clientOf(app);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'egiz-on-disk-'));
  await open();
});
afterEach(() => library.close());

async function highlight(): Promise<Annotation> {
  const { texts } = await (await api.works[':work'].$get({ param: { work } })).json();
  const paragraph = texts.find(({ edition, text }) => edition === 'kk' && text.length > 40);
  if (paragraph === undefined) throw new Error('the corpus has no such paragraph');
  return {
    kind: 'annotation',
    id: 'a1',
    modified: '',
    created: '2026-01-01T00:00:00.000Z',
    motivation: 'commenting',
    colour: 'fact',
    body: 'Ескертпе',
    tags: [],
    targets: [
      {
        edition: 'kk',
        paragraph: paragraph.id,
        start: 0,
        end: 10,
        quote: { exact: paragraph.text.slice(0, 10), prefix: '', suffix: paragraph.text.slice(10, 42) },
      },
    ],
  };
}
const change = (json: Change) => api.works[':work'].changes.$post({ param: { work }, json });

test('a change is there after the library is opened again, as readable JSON on disk', async () => {
  const added = await highlight();
  expect((await change({ ...none, added: [added] })).status).toBe(200);
  await library.close();
  const file = join(folder, 'works', work, 'annotations.json');
  expect(await readFile(file, 'utf8')).toContain('Ескертпе');
  await open();
  const { annotations } = await (await api.works[':work'].$get({ param: { work } })).json();
  expect(annotations.map(({ id, body }) => [id, body])).toEqual([['a1', 'Ескертпе']]);
});

test('two windows that change different fields of a note both keep their edit', async () => {
  const added = await highlight();
  const [record] = (await (await change({ ...none, added: [added] })).json()).records as Annotation[];
  if (record === undefined) throw new Error('nothing was stored');
  await change({ ...none, updated: [[record, { ...record, body: 'one' }]] });
  await change({ ...none, updated: [[record, { ...record, colour: 'question' }]] });
  const { annotations } = await (await api.works[':work'].$get({ param: { work } })).json();
  expect(annotations[0]).toMatchObject({ body: 'one', colour: 'question' });
  const versions = await (await api.works[':work'].history[':record'].$get({ param: { work, record: 'a1' } })).json();
  expect(versions.map((version) => [(version as Annotation).body, (version as Annotation).colour])).toEqual([
    ['one', 'question'],
    ['one', 'fact'],
    ['Ескертпе', 'fact'],
  ]);
});

test('a work that is deleted is gone from the list and comes back when that is undone', async () => {
  const { works } = await (await api.library.$get()).json();
  const record = works.find((entry) => entry.work.id === work)?.work as Work;
  const deleting: Change = { ...none, removed: [record] };
  await change(deleting);
  expect((await (await api.library.$get()).json()).works.map((entry) => entry.work.id)).not.toContain(work);
  expect((await api.works[':work'].$get({ param: { work } })).status).toBe(404);
  await change(reverse(deleting));
  expect((await api.works[':work'].$get({ param: { work } })).status).toBe(200);
});

test('records go where they belong, and nowhere else', async () => {
  const note = { ...none, added: [await highlight()] };
  expect(await failureOf(app.request('/api/library/changes', posted(note)))).toMatchObject({ code: 'bad-request' });
  const display = {
    kind: 'display',
    id: 'display',
    modified: '',
    theme: 'dark',
    size: 18,
    leading: 1.7,
    measure: 34,
    language: 'kk',
  };
  const misplaced = app.request(`/api/works/${work}/changes`, posted({ ...none, added: [display] }));
  expect(await failureOf(misplaced)).toMatchObject({ code: 'bad-request' });
});

test('a change is told to the other windows', async () => {
  const response = await api.events.$get();
  const reader = response.body
    ?.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  await reader?.read();
  await change({ ...none, added: [await highlight()] });
  const told = JSON.parse((await reader?.read())?.value ?? 'null') as Event;
  expect(told).toMatchObject({ type: 'changed', work, records: [{ id: 'a1' }] });
  await reader?.cancel();
});

test('a library that another process holds is read, and takes no change', async () => {
  await change({ ...none, added: [await highlight()] });
  const second = await openLibrary(folder, { program: 'second', corpora: [corpus], watch: false });
  try {
    const other = await application({ library: second });
    const state = await (await clientOf(other).library.$get()).json();
    expect(state.readOnly).toMatchObject({ reason: 'held', holder: { program: 'test' } });
    const refused = other.request(
      `/api/works/${work}/changes`,
      posted({ ...none, added: [{ ...(await highlight()), id: 'a2' }] }),
    );
    expect(await failureOf(refused)).toMatchObject({ status: 423, code: 'read-only' });
  } finally {
    await second.close();
  }
});

test('names of works that lead out of the library make nothing on disk', async () => {
  const before = (await readdir(folder, { recursive: true })).toSorted();
  for (const name of ['..', '%2e%2e', '..%2f..%2fevil', 'evil', 'nul', '%00', 'a%2fb', '.']) {
    for (const init of [undefined, posted(none)]) {
      await app.request(`/api/works/${name}/changes`, init);
      await app.request(`/api/works/${name}`);
    }
  }
  expect((await readdir(folder, { recursive: true })).toSorted()).toEqual(before);
});
