import { describe, expect, test } from 'vitest';
import type { EgizBrought, EgizLook, EgizRefusal } from '#main/api/egiz-shapes.ts';
import type { ExportFormats, ExportPreview } from '#main/api/export-shapes.ts';
import { annotation, change, smallWork, term } from '../../../fixtures/library/records.ts';
import { opened, scratch } from '../../../fixtures/library/scratch.ts';
import { application, failureOf, posted } from './application.ts';

const options = {
  unit: 'paragraph',
  includeUnconfirmed: true,
  notes: true,
  highlights: true,
  glossary: true,
  cards: true,
};
const asked = (format: string, more: object = {}): RequestInit => posted({ format, options, language: 'en', ...more });

/** An application over a library with a small work, a note in it and a word. */
async function withWork() {
  const library = await opened(await scratch());
  await library.create('w', [...smallWork(), annotation('a', { body: 'Why?' })]);
  await library.top.apply(change({ added: [term('text', { headword: 'text', language: 'en' })] }));
  const closing = new AbortController();
  const app = await application({ library, closing: closing.signal });
  return { library, app };
}

describe('export', () => {
  test('offers formats for other programs, for reading, annotations, words and everything', async () => {
    const { app } = await withWork();
    const { formats } = (await (await app.request('/api/export/formats')).json()) as ExportFormats;
    expect(formats.at(-1)).toMatchObject({ id: 'egiz', group: 'everything' });
    expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  });

  test('gives the words of a work as a file with a name', async () => {
    const { app } = await withWork();
    const response = await app.request('/api/works/w/export', asked('glossary-tsv'));
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''A%20work.tsv");
    expect(await response.text()).toContain('text');
  });

  test('shows what a file with everything would hold', async () => {
    const { app } = await withWork();
    const response = await app.request('/api/works/w/export/preview', asked('egiz'));
    expect((await response.json()) as ExportPreview).toMatchObject({
      type: 'everything',
      counts: { paragraph: 6, bead: 3, annotation: 1, term: 1 },
    });
  });

  test('writes two texts with their links, and shows the beginning before', async () => {
    const { app } = await withWork();
    const file = await (await app.request('/api/works/w/export', asked('tmx', { editions: ['en', 'kk'] }))).text();
    expect(file).toContain('srclang="en"');
    expect(file).toContain('Text of kk-3.');
    const preview = (await (await app.request('/api/works/w/export/preview', asked('tmx'))).json()) as ExportPreview;
    expect(preview).toMatchObject({
      type: 'text',
      count: 3,
      more: false,
      contents: { links: 3, confirmed: 0, notes: 1, highlights: null, words: null },
    });
    const rows = (await (await app.request('/api/works/w/export/preview', asked('html'))).json()) as ExportPreview;
    expect(rows).toMatchObject({
      type: 'rows',
      rows: [
        {
          source: [
            {
              heading: false,
              runs: [
                { text: 'Text', hue: 'green', notes: [1] },
                { text: ' of kk-1.', hue: null, notes: [] },
              ],
            },
          ],
          target: [{ heading: false, runs: [{ text: 'Text of en-1.' }] }],
        },
        {},
        {},
      ],
      contents: { links: null, notes: 1, highlights: 0 },
    });
  });

  test('of links that are confirmed, writes and shows only these, and says when there is none', async () => {
    const { app, library } = await withWork();
    const confirmed = { ...options, includeUnconfirmed: false };
    for (const format of ['tmx', 'xliff', 'tsv']) {
      const of = asked(format, { options: confirmed });
      const preview = (await (await app.request('/api/works/w/export/preview', of)).json()) as ExportPreview;
      expect(preview).toMatchObject({ type: 'text', text: '', more: false, count: 0, contents: { links: 0 } });
      const refused = await app.request('/api/works/w/export', of);
      expect(refused.status).toBe(400);
      expect((await failureOf(refused)).message).toContain('nothing would be in the file');
    }
    // Formats that hold whole texts have something in any case.
    const tei = await app.request('/api/works/w/export', asked('tei', { options: confirmed }));
    expect(await tei.text()).toContain('Text of kk-1.');
    const work = await library.work('w');
    const last = [...work.state().alignments.values()].flat().at(-1);
    if (last === undefined) throw new Error('the work has beads');
    await work.apply(change({ updated: [[last, { ...last, status: 'confirmed', confidence: 1 }]] }));
    const one = (await (
      await app.request('/api/works/w/export/preview', asked('tmx', { options: confirmed }))
    ).json()) as ExportPreview;
    expect(one).toMatchObject({ type: 'text', count: 1 });
  });

  test('writes every format that it offers', async () => {
    const { app } = await withWork();
    const { formats } = (await (await app.request('/api/export/formats')).json()) as ExportFormats;
    for (const { id, ending } of formats) {
      const response = await app.request('/api/works/w/export', asked(id));
      expect([id, response.status]).toEqual([id, 200]);
      expect(response.headers.get('content-disposition')).toMatch(new RegExp(`\\.${ending}$`, 'u'));
      expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20);
      expect([id, (await app.request('/api/works/w/export/preview', asked(id))).status]).toEqual([id, 200]);
    }
  }, 120_000);

  test('that is given up ends, and is no failure of the program', async () => {
    const { app } = await withWork();
    const left = new AbortController();
    const answered = failureOf(app.request('/api/works/w/export', { ...asked('tmx'), signal: left.signal }));
    left.abort();
    expect(await answered).toMatchObject({ status: 400, message: 'the call was given up before its answer' });
  });

  test('refuses a format that there is not, and a work that there is not', async () => {
    const { app } = await withWork();
    expect(await failureOf(app.request('/api/works/w/export', asked('doc')))).toMatchObject({
      status: 400,
      where: 'format',
    });
    expect((await failureOf(app.request('/api/works/v/export', asked('egiz')))).status).toBe(404);
  });
});

describe('a .egiz file', () => {
  const sent = (body: ArrayBuffer): RequestInit => ({ method: 'POST', body });

  test('goes out of one library, is looked at, and comes into another', async () => {
    const from = await withWork();
    const bytes = await (await from.app.request('/api/works/w/export', asked('egiz'))).arrayBuffer();
    const library = await opened(await scratch());
    const app = await application({ library });
    const look = (await (await app.request('/api/library/egiz?as=look', sent(bytes))).json()) as EgizLook;
    expect(look).toMatchObject({ here: 'none', counts: { annotations: 1, terms: 1 } });
    expect(await library.works()).toEqual([]);
    const brought = (await (await app.request('/api/library/egiz?as=new', sent(bytes))).json()) as EgizBrought;
    expect(brought.work).toBe('w');
    expect((await library.work('w')).state().annotations.map(({ body }) => body)).toEqual(['Why?']);
    expect(brought.changes.top?.added.map(({ id }) => id)).toEqual(['text']);
  });

  test('is refused with what is wrong, and the library stays as it is', async () => {
    const { app, library } = await withWork();
    const response = await app.request('/api/library/egiz?as=new', sent(new TextEncoder().encode('PK..').buffer));
    expect((await response.json()) as EgizRefusal).toMatchObject({ refused: { code: 'damaged' } });
    expect(await library.works()).toHaveLength(1);
  });

  test('is not taken as new where the work is there', async () => {
    const { app } = await withWork();
    const bytes = await (await app.request('/api/works/w/export', asked('egiz'))).arrayBuffer();
    expect(await failureOf(app.request('/api/library/egiz?as=new', sent(bytes)))).toMatchObject({
      status: 400,
      where: 'how',
    });
  });
});
