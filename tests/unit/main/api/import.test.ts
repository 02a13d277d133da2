import type { Hono } from 'hono';
import { expect, test } from 'vitest';
import type {
  FilePreview,
  ImportFile,
  MakeLine,
  PreviewBlocks,
  ReadLine,
  UpdateLine,
} from '#main/api/import-shapes.ts';
import type { Library } from '#main/library/library.ts';
import { docx, paragraph } from '../../../fixtures/formats/docx.ts';
import { names, opened, scratch } from '../../../fixtures/library/scratch.ts';
import { application, failureOf, posted } from './application.ts';

const kazakh = ['Қазан төңкерісі', 'Уақытша үкімет халықтың күткен мәселесін шеше алмады.', 'Ұлттық құрылыс басталды.'];
const english = [
  'The October Revolution',
  'The Provisional Government could not solve the question.',
  'Nation building began.',
];

type App = Pick<Hono, 'request'>;

async function withApp(): Promise<{ app: App; library: Library; folder: string; close: () => void }> {
  const folder = await scratch();
  const library = await opened(folder);
  const closing = new AbortController();
  const app = await application({ library, closing: closing.signal });
  return { app, library, folder, close: () => closing.abort() };
}

async function linesOf<Line>(response: Response | Promise<Response>): Promise<Line[]> {
  const text = await (await response).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** Sends a file in two pieces. */
async function sent(app: App, name: string, content: Uint8Array | string): Promise<string> {
  const bytes = Buffer.from(content);
  const begun = await app.request('/api/import/files', posted({ name, size: bytes.length }));
  const { file } = (await begun.json()) as ImportFile;
  const half = Math.ceil(bytes.length / 2);
  for (const offset of [0, half]) {
    await app.request(`/api/import/files/${file}?offset=${String(offset)}`, {
      method: 'PUT',
      body: bytes.subarray(offset, offset + half),
    });
  }
  return file;
}

async function read(app: App, file: string, choices: object = {}): Promise<FilePreview> {
  const last = (await linesOf<ReadLine>(app.request(`/api/import/files/${file}/read`, posted(choices)))).at(-1);
  if (last?.type !== 'done') throw new Error(JSON.stringify(last));
  return last.preview;
}

const part = (file: string, edits: [number, object][] = []) => ({ file, text: 0, edits });

test('two files become an aligned work', async () => {
  const { app, library } = await withApp();
  const original = await sent(
    app,
    'kk.docx',
    await docx(
      `${paragraph(kazakh[0] ?? '', 'Heading1')}${kazakh
        .slice(1)
        .map((text) => paragraph(text))
        .join('')}`,
    ),
  );
  const translation = await sent(app, 'en.txt', english.join('\n\n'));
  const preview = await read(app, original);
  expect(preview).toMatchObject({
    format: 'docx',
    texts: [{ language: 'kk-KZ', blocks: 3, sections: [{ at: 0, title: kazakh[0] }] }],
  });
  expect(await read(app, translation)).toMatchObject({ encoding: 'utf-8', texts: [{ language: 'en' }] });
  const page = (await (
    await app.request(`/api/import/files/${original}/texts/0?from=1&count=1`)
  ).json()) as PreviewBlocks;
  expect(page.blocks.map(({ text }) => text)).toEqual([kazakh[1]]);

  const plan = {
    titles: { kk: 'Қазан төңкерісі' },
    editions: [
      { language: 'kk', title: 'Қазан төңкерісі', parts: [part(original)] },
      { language: 'en', title: 'October', parts: [part(translation, [[0, { type: 'heading', level: 1 }]])] },
    ],
    align: true,
  };
  const made = await linesOf<MakeLine>(app.request('/api/import/works', posted(plan)));
  expect(made.at(-1)).toEqual({ type: 'done', work: 'qazan-tongkerisi', edition: 'en', editions: ['kk', 'en'] });
  const state = (await library.work('qazan-tongkerisi')).state();
  expect(state.alignments.get('kk~en')?.map(({ source, target }) => [source.length, target.length])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ]);
  expect(state.paragraphs.get('en')?.[0]?.type).toBe('heading');

  // The same once more is another work.
  const again = await linesOf<MakeLine>(app.request('/api/import/works', posted({ ...plan, align: false })));
  expect(again.at(-1)).toMatchObject({ work: 'qazan-tongkerisi-2' });
});

test('a translation is added to a work, and a new version of it keeps ids and beads', async () => {
  const { app, library } = await withApp();
  const original = await sent(app, 'kk.txt', kazakh.join('\n\n'));
  await read(app, original);
  const first = {
    titles: { kk: 'А' },
    editions: [{ language: 'kk', title: 'А', parts: [part(original)] }],
    align: true,
  };
  expect((await linesOf<MakeLine>(app.request('/api/import/works', posted(first)))).at(-1)).toMatchObject({
    work: 'a',
  });
  const translation = await sent(app, 'en.txt', english.join('\n\n'));
  await read(app, translation);
  const edition = { language: 'en', title: 'A', parts: [part(translation)] };
  const made = (
    await linesOf<MakeLine>(app.request('/api/works/a/editions', posted({ editions: [edition], align: true })))
  ).at(-1);
  if (made?.type !== 'done') throw new Error(JSON.stringify(made));
  const store = await library.work('a');
  const before = store.state().paragraphs.get(made.edition) ?? [];
  expect(before.map(({ text }) => text)).toEqual(english);

  const newer = await sent(
    app,
    'en-2.txt',
    [english[0], 'A new one.', english[1]?.replace('solve', 'settle'), english[2]].join('\n\n'),
  );
  await read(app, newer);
  const call = `/api/works/a/editions/${made.edition}/update`;
  const update = (
    await linesOf<UpdateLine>(app.request(call, posted({ edition: { ...edition, parts: [part(newer)] } })))
  ).at(-1);
  if (update?.type !== 'done') throw new Error(JSON.stringify(update));
  expect(update.update.preview).toMatchObject({
    same: 2,
    added: ['A new one.'],
    removed: [],
    changed: [{ before: english[1] }],
    beads: [{ alignment: `kk~${made.edition}`, kept: 3, made: 0, alone: 1, altered: 0 }],
  });
  await store.apply(update.update.change);
  const after = store.state().paragraphs.get(made.edition) ?? [];
  expect([after[0], after[2], after[3]].map((one) => one?.id)).toEqual(before.map(({ id }) => id));
  const linked = store
    .state()
    .alignments.get(`kk~${made.edition}`)
    ?.filter(({ source, target }) => source.length * target.length > 0);
  expect(linked).toHaveLength(3);
});

test('a file that is wrong is refused in words, and leaving leaves nothing', async () => {
  const { app, folder } = await withApp();
  const file = await sent(app, 'a.docx', 'PK\u0003\u0004 broken');
  const [line] = await linesOf<ReadLine>(app.request(`/api/import/files/${file}/read`, posted({})));
  expect(line).toMatchObject({ type: 'failed', failure: { code: 'damaged' } });
  expect(await failureOf(app.request(`/api/import/files/${file}/texts/0?from=0&count=1`))).toMatchObject({
    code: 'bad-request',
  });
  expect((await app.request(`/api/import/files/${file}`, { method: 'DELETE' })).status).toBe(204);
  expect(await failureOf(app.request(`/api/import/files/${file}/texts/0?from=0&count=1`))).toMatchObject({
    code: 'not-found',
  });
  expect(
    await failureOf(app.request('/api/import/files', posted({ name: 'a', size: 300 * 1024 * 1024 }))),
  ).toMatchObject({ code: 'too-large' });
  const plan = { titles: {}, editions: [{ language: 'kk', title: '', parts: [part(file)] }], align: true };
  expect(await linesOf<MakeLine>(app.request('/api/import/works', posted(plan)))).toMatchObject([
    { type: 'failed', code: 'not-found' },
  ]);
  expect(await names(`${folder}/works`)).toEqual([]);
});

test('an alignment in a file of its own says what it needs, and is read with it', async () => {
  const { app, library } = await withApp();
  const link =
    "<linkGrp toDoc='../b.en.xml' fromDoc='b.kk.xml'><link type='1-1' xtargets='1;1' status='man'/></linkGrp>";
  const alignment = await sent(app, 'b.kk.en.xml', link);
  const [last] = (await linesOf<ReadLine>(app.request(`/api/import/files/${alignment}/read`, posted({})))).slice(-1);
  expect(last).toMatchObject({
    type: 'failed',
    failure: { code: 'incomplete', needs: { documents: [{ name: 'b.kk.xml' }, { name: '../b.en.xml' }] } },
  });
  const documents = [
    await sent(app, 'b.kk.xml', `<text><s id="1">${kazakh[1] ?? ''}</s></text>`),
    await sent(app, 'c.xml', `<text><s id="1">${english[1] ?? ''}</s></text>`),
  ];
  expect(await read(app, alignment, { documents })).toMatchObject({
    format: 'alignment',
    texts: [{ language: 'kk' }, { language: 'en' }],
    links: [{ between: [0, 1], beads: 1, confirmed: 1 }],
  });
  const editions = ['kk', 'en'].map((language, text) => ({
    language,
    title: language,
    parts: [{ file: alignment, text, edits: [] }],
  }));
  const plan = { titles: { kk: 'Б' }, editions, align: true };
  const made = (await linesOf<MakeLine>(app.request('/api/import/works', posted(plan)))).at(-1);
  if (made?.type !== 'done') throw new Error(JSON.stringify(made));
  const [bead] = (await library.work(made.work)).state().alignments.get('kk~en') ?? [];
  expect(bead).toMatchObject({ status: 'confirmed' });
});

test('an alignment is read with files that came whole, and with no other', async () => {
  const { app } = await withApp();
  const alignment = await sent(app, 'a.xml', '<linkGrp toDoc="b" fromDoc="c"><link xtargets="1;1"/></linkGrp>');
  const none = '0'.repeat(32);
  const [last] = await linesOf<ReadLine>(
    app.request(`/api/import/files/${alignment}/read`, posted({ documents: [none, none] })),
  );
  expect(last).toMatchObject({ type: 'failed' });
  expect(last?.type === 'failed' ? last.failure.message : '').toContain('there is no file');
  const path = await app.request(`/api/import/files/${alignment}/read`, posted({ documents: ['../../etc/passwd'] }));
  expect(path.status).toBe(400);
});
