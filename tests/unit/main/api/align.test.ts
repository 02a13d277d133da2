import { expect, test } from 'vitest';
import type { Hono } from 'hono';
import { alignRoutes } from '#main/api/align.ts';
import type { Realigner } from '#main/jobs/align-in-thread.ts';
import type { AlignLine } from '#main/api/align-shapes.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const texts = {
  kk: ['Бірінші 1901.', 'Екінші 1902.', 'Үшінші 1903.'],
  en: ['First 1901.', 'Second 1902.', 'Third 1903.'],
  ru: ['Первый.'],
};
const slipped = (): WorkRecords =>
  makeWork('w', texts, {
    'kk~en': [
      [[0], [0]],
      [[1], [2]],
      [[2], []],
      [[], [1]],
    ],
  });
const call = '/api/works/w/align';

async function linesOf(answer: Response | Promise<Response>): Promise<AlignLine[]> {
  const text = await (await answer).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AlignLine);
}

/** A job that never ends by itself, and says once it was stopped. */
function endless(): { run: Realigner; begun: Promise<void>; stopped: () => boolean } {
  let begin = (): void => undefined;
  let stopped = false;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return {
    begun,
    stopped: () => stopped,
    run: (_task, progress, stop) =>
      new Promise((_, reject) => {
        progress(0.5);
        stop.addEventListener('abort', () => {
          stopped = true;
          reject(new Error('stopped'));
        });
        begin();
      }),
  };
}

/** The lines as they come, and the id of the job that they tell. */
async function startedJob(
  app: Pick<Hono, 'request'>,
): Promise<{ job: string; rest: () => Promise<AlignLine[]>; leave: () => Promise<void> }> {
  const response = await app.request('/works/w/align', posted({ alignment: 'kk~en', scope: 'unconfirmed' }));
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('no lines');
  let text = (await reader.read()).value ?? '';
  const first = JSON.parse(text.split('\n')[0] ?? '') as AlignLine;
  if (first.type !== 'job') throw new Error(`first came ${first.type}`);
  return {
    job: first.job,
    leave: () => reader.cancel(),
    rest: async () => {
      for (let next = await reader.read(); !next.done; next = await reader.read()) text += next.value;
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as AlignLine);
    },
  };
}

const routes = (run: Realigner, closing = new AbortController().signal) =>
  alignRoutes(memoryLibrary([slipped()]), closing, run);

test('aligns again in a thread, names the job first, and answers the change and what it would do', async () => {
  const library = memoryLibrary([slipped()]);
  const app = await application({ library });
  const lines = await linesOf(app.request(call, posted({ alignment: 'kk~en', scope: 'unconfirmed' })));
  expect(lines[0]?.type).toBe('job');
  const last = lines.at(-1);
  expect(last).toMatchObject({ type: 'done', preview: { beads: 2 } });
  if (last?.type !== 'done') return;
  const made = [...last.change.added, ...last.change.updated.map(([, to]) => to)];
  expect(made.map((bead) => (bead.kind === 'bead' ? [bead.source, bead.target, bead.status] : []))).toEqual(
    expect.arrayContaining([
      [['kk-1'], ['en-1'], 'auto'],
      [[], ['en-2'], 'auto'],
    ]),
  );
  expect(library.stored).toEqual([]);
});

test('aligns editions that were never aligned', async () => {
  const app = await application({ library: memoryLibrary([slipped()]) });
  const lines = await linesOf(app.request(call, posted({ alignment: 'kk~ru', scope: 'all' })));
  expect(lines.at(-1)).toMatchObject({ type: 'done', preview: { beads: 0, same: 0 } });
});

test('refuses editions and beads that are not there, and the original on the wrong side', async () => {
  const app = await application({ library: memoryLibrary([slipped()]) });
  const refused = (body: unknown): ReturnType<typeof failureOf> => failureOf(app.request(call, posted(body)));
  expect(await refused({ alignment: 'kk~fr', scope: 'all' })).toMatchObject({ status: 400, where: 'alignment' });
  expect(await refused({ alignment: 'kk~kk', scope: 'all' })).toMatchObject({ status: 400, where: 'alignment' });
  const reversed = await refused({ alignment: 'en~kk', scope: 'all' });
  expect(reversed.message).toBe('the original stands first: kk~en');
  expect(await refused({ alignment: 'kk~en', scope: { from: 'gone' } })).toMatchObject({ status: 404, where: 'scope' });
  const back = { from: 'kk~en-2', to: 'kk~en-1' };
  expect(await refused({ alignment: 'kk~en', scope: back })).toMatchObject({ status: 400, where: 'scope.to' });
  expect(await refused({ alignment: 'kk~en', scope: 'some' })).toMatchObject({ status: 400, where: 'scope' });
  expect(
    await failureOf(app.request('/api/works/other/align', posted({ alignment: 'kk~en', scope: 'all' }))),
  ).toMatchObject({
    status: 404,
  });
});

test('a call with its id ends a job', async () => {
  const job = endless();
  const app = routes(job.run);
  const started = await startedJob(app);
  await job.begun;
  const cancelled = await app.request(`/works/w/align/${started.job}`, { method: 'DELETE' });
  expect(await cancelled.json()).toEqual({ cancelled: true });
  expect((await started.rest()).map(({ type }) => type)).toEqual(['job', 'progress', 'cancelled']);
  expect(job.stopped()).toBe(true);
  const again = await app.request(`/works/w/align/${started.job}`, { method: 'DELETE' });
  expect(await again.json()).toEqual({ cancelled: false });
});

test('leaving the lines ends a job, and so does closing', async () => {
  const left = endless();
  const started = await startedJob(routes(left.run));
  await left.begun;
  await started.leave();
  await expect.poll(left.stopped).toBe(true);
  const closed = endless();
  const closing = new AbortController();
  const other = await startedJob(routes(closed.run, closing.signal));
  await closed.begun;
  closing.abort();
  expect((await other.rest()).at(-1)).toEqual({ type: 'cancelled' });
});

test('another job for the same alignment ends the one before', async () => {
  const job = endless();
  const app = routes(job.run);
  const first = await startedJob(app);
  await job.begun;
  const second = await startedJob(app);
  expect((await first.rest()).at(-1)).toEqual({ type: 'cancelled' });
  await app.request(`/works/w/align/${second.job}`, { method: 'DELETE' });
  expect((await second.rest()).at(-1)).toEqual({ type: 'cancelled' });
});

test('says so when the alignment was changed meanwhile, and what an aligner that failed said', async () => {
  const library = memoryLibrary([slipped()]);
  const changing: Realigner = () => {
    const other = memoryLibrary([slipped()]);
    library.work = (id) => other.work(id);
    return Promise.resolve({
      change: { added: [], updated: [], removed: [] },
      preview: { runs: [], beads: 0, same: 0, refreshed: 0, released: 0 },
    });
  };
  const request = posted({ alignment: 'kk~en', scope: 'all' });
  const changed = alignRoutes(library, new AbortController().signal, changing);
  expect((await linesOf(changed.request('/works/w/align', request))).at(-1)).toMatchObject({
    type: 'failed',
    code: 'changed',
  });
  const failing = routes(() => Promise.reject(new Error('the texts are too long to be aligned at once')));
  expect((await linesOf(failing.request('/works/w/align', request))).at(-1)).toEqual({
    type: 'failed',
    code: 'internal',
    message: 'the texts are too long to be aligned at once',
  });
});
