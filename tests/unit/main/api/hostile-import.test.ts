import type { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { FilePreview, ImportFile, ReadLine } from '#main/api/import-shapes.ts';
import { readInThread } from '#main/import/read-in-thread.ts';
import { harmless, payload } from '../../../fixtures/formats/harmless.ts';
import { hostileArchives } from '../../../fixtures/formats/hostile-archives.ts';
import { names, opened, scratch } from '../../../fixtures/library/scratch.ts';
import { application, posted } from './application.ts';

type App = Pick<Hono, 'request'>;

const mebibyte = 1024 * 1024;
/** By how much reading a file of 100 MB may raise the memory of the whole program while it is read: the file twice, and its text. */
const mostRaised = 1000 * mebibyte;

async function withApp(): Promise<{ app: App; folder: string }> {
  const folder = await scratch();
  const library = await opened(`${folder}/library`);
  return { app: await application({ library }), folder };
}

async function sent(app: App, name: string, bytes: Uint8Array): Promise<string> {
  const begun = await app.request('/api/import/files', posted({ name, size: bytes.length }));
  const { file } = (await begun.json()) as ImportFile;
  for (let offset = 0; offset < bytes.length; offset += 8 * mebibyte) {
    const body = Buffer.from(bytes.subarray(offset, offset + 8 * mebibyte));
    await app.request(`/api/import/files/${file}?offset=${String(offset)}`, { method: 'PUT', body });
  }
  return file;
}

/** How reading a file over the API ends; the file is forgotten. */
async function end(app: App, name: string, bytes: Uint8Array): Promise<ReadLine | undefined> {
  const file = await sent(app, name, bytes);
  const text = await (await app.request(`/api/import/files/${file}/read`, posted({}))).text();
  await app.request(`/api/import/files/${file}`, { method: 'DELETE' });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ReadLine)
    .at(-1);
}

async function answers(app: App): Promise<boolean> {
  return (await app.request('/api/import/formats')).ok;
}

describe.each(['epub', 'docx'] as const)('over the API', (kind) => {
  test(
    `a hostile ${kind} of each kind is refused with its place, and nothing is written`,
    { timeout: 300_000 },
    async () => {
      const { app, folder } = await withApp();
      const before = [await names(folder), await names(`${folder}/library`)];
      // One for each way to end: every one is a thread here, and all of them are read without threads in another test.
      const all = await hostileArchives(kind);
      const archives = [...new Map(all.map((archive) => [archive.code, archive])).values()];
      for (const { what, bytes, code, entry } of archives) {
        const last = await end(app, `book.${kind}`, bytes);
        if (last?.type !== 'failed') throw new Error(`${what}: ${JSON.stringify(last)}`);
        expect([what, last.failure.code]).toEqual([what, code]);
        expect([what, last.failure.place.entry ?? null]).toEqual([what, entry ?? last.failure.place.entry ?? null]);
      }
      expect(await answers(app)).toBe(true);
      expect([await names(folder), await names(`${folder}/library`)]).toEqual(before);
    },
  );
});

describe('a file of 100 MB', () => {
  test.each([
    ['on one line', () => Buffer.alloc(100 * mebibyte, 'a'), 1],
    ['of Cyrillic letters without a space', () => Buffer.alloc(100 * mebibyte, 'ә'), 1],
    [
      'with everything on its third line',
      () => Buffer.concat([Buffer.from('а\n\n'), Buffer.alloc(100 * mebibyte, 'ә')]),
      3,
    ],
  ])('%s is refused with the line, in the memory that is allowed', { timeout: 120_000 }, async (_, made, line) => {
    const { app } = await withApp();
    const bytes = made();
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss - before);
    }, 20);
    const last = await end(app, 'a.txt', bytes);
    clearInterval(watch);
    expect(last).toMatchObject({ type: 'failed', failure: { code: 'too-large', place: { line } } });
    expect(most).toBeLessThan(mostRaised);
    expect(await answers(app)).toBe(true);
  });

  test('of a million short lines is read or refused, and the host goes on', { timeout: 120_000 }, async () => {
    const { app } = await withApp();
    const last = await end(app, 'a.txt', Buffer.from('қазан\n'.repeat(1_000_000)));
    expect(['done', 'too-large']).toContain(last?.type === 'failed' ? last.failure.code : last?.type);
    expect(await answers(app)).toBe(true);
  });

  test('that needs more memory than a thread may have ends that thread only', { timeout: 120_000 }, async () => {
    const task = { name: 'a.html', bytes: Buffer.from('<p>а</p>'.repeat(2_000_000)), choices: {} };
    const ended = await readInThread(task, () => undefined, new AbortController().signal, { memory: 64 });
    expect(ended).toMatchObject({ failure: { code: 'too-large' } });
  });

  test('that takes too long is given up', { timeout: 120_000 }, async () => {
    const task = { name: 'a.md', bytes: Buffer.from('[а\n\n'.repeat(1_500_000)), choices: {} };
    const ended = await readInThread(task, () => undefined, new AbortController().signal, { time: 1500 });
    expect(ended).toMatchObject({ failure: { code: 'too-large', message: 'it took longer than 1.5 seconds' } });
  });
});

describe('a name of a file', () => {
  test.each([
    '../../../etc/passwd',
    'C:\\Windows\\a.txt',
    '\\\\e.kz\\a.txt',
    'a\0.txt',
    `<img src=x onerror=${payload}>.txt`,
    '\u202Etxt.exe',
    '__proto__',
    'con',
  ])('%j opens nothing and is only a name', async (name) => {
    const { app, folder } = await withApp();
    const last = await end(app, name, Buffer.from('Уақытша үкімет халық күткен мәселені шеше алмады.'));
    expect(last?.type).toBe('done');
    expect(await names(folder)).toEqual(['library']);
  });
});

describe('a body with', () => {
  const deep = `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`;
  const routes: readonly [method: string, path: string][] = [
    ['POST', '/api/import/files'],
    ['POST', `/api/import/files/${'0'.repeat(32)}/read`],
    ['POST', '/api/import/works'],
    ['POST', '/api/works/a/editions'],
    ['POST', '/api/works/a/translation'],
    ['POST', '/api/works/a/editions/kk/update'],
  ];
  const bodies: readonly [what: string, body: string][] = [
    ['a field __proto__', '{"name":"a","size":1,"__proto__":{"polluted":true}}'],
    ['a field __proto__ within', '{"titles":{"__proto__":{"polluted":true}},"editions":[],"align":false}'],
    ['nesting without an end', deep],
    ['a list without an end', '['.repeat(100_000)],
    ['no JSON', '{"a":'],
    ['a word', '"a"'],
    ['nothing', ''],
    ['constructor and prototype', '{"constructor":{"prototype":{"polluted":true}}}'],
    ['a number that is none', '{"name":"a","size":1e999}'],
    ['a size below nothing', '{"name":"a","size":-1}'],
  ];

  test.each(routes.flatMap(([method, path]) => bodies.map(([what, body]) => [what, method, path, body] as const)))(
    '%s is refused by %s %s',
    async (_, method, path, body) => {
      const { app } = await withApp();
      const answer = await app.request(path, { method, body, headers: { 'Content-Type': 'application/json' } });
      const text = await answer.text();
      // A call whose answer are lines has begun to answer before it knows.
      const refused = answer.status >= 400 && answer.status < 500;
      const lines = answer.ok && /"type":"(?:failed|cancelled)"/u.test(text);
      expect([refused || lines, text]).toEqual([true, text]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );
});

test('what is shown of a hostile page is harmless', async () => {
  const { app } = await withApp();
  const page = `<html lang="kk&quot;><script>"><head><title>&#x202E;А</title></head><p>Мәтін <a href="javascript:${payload}">осы</a><script>${payload}</script></p>`;
  const file = await sent(app, '\u202Ea.html', Buffer.from(page));
  const text = await (await app.request(`/api/import/files/${file}/read`, posted({}))).text();
  const last = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as { preview: FilePreview };
  const blocks = await app.request(`/api/import/files/${file}/texts/0?from=0&count=10`);
  const { blocks: shown } = (await blocks.json()) as { blocks: { type: 'text'; text: string; marks: [] }[] };
  harmless({
    texts: last.preview.texts.map((one) => ({ ...one, blocks: shown })),
    links: [],
    findings: last.preview.findings,
  });
  expect(shown[0]?.text).toBe('Мәтін осы');
});
