import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { join as joined } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { readZip } from '#main/container/read-zip.ts';
import { bringEgiz, lookAtEgiz } from '#main/export/egiz-in.ts';
import { egizParts, exportEgiz } from '#main/export/egiz-out.ts';
import { readEgizFile, writeEgizFile } from '#main/formats/egiz-file.ts';
import { textWords } from '#main/jobs/text-words.ts';
import type { Library } from '#main/library/library.ts';
import { someRecord } from '../../../fixtures/library/arbitrary.ts';
import {
  annotation,
  bead,
  change,
  edition,
  paragraph,
  reading,
  section,
  smallWork,
  term,
} from '../../../fixtures/library/records.ts';
import { opened, put, scratch } from '../../../fixtures/library/scratch.ts';

const words = textWords();
afterAll(() => {
  words.close();
});
const everything = { annotations: true, glossary: true, cards: true };
const { signal } = new AbortController();

const exported = (library: Library, work = 'w', options = everything): Promise<Uint8Array> =>
  exportEgiz({ library, words, program: 'Egiz test', signal }, work, options);

/** A library with a small work, a note, a term of its own, one that occurs, one that does not, and cards. */
async function withWork(): Promise<Library> {
  const library = await opened(await scratch());
  const store = await library.create('w', [
    ...smallWork(),
    paragraph('kk-4', 'kk', 'a4', { text: 'Қазанда кеңестер өкіметі орнады.' }),
    annotation('note', { motivation: 'commenting', body: 'Why?', tags: ['a'], colour: 'own' }),
    annotation('gone', { body: 'a secret' }),
  ]);
  await store.apply(change({ added: [reading('here')], removed: [annotation('gone')] }));
  const subject = { type: 'highlight' as const, work: 'w', annotation: 'note' };
  const created = '2026-11-23T03:25:19.000Z';
  const base = { modified: '', created, face: 'cloze' as const, kind: 'card' as const };
  await library.top.apply(
    change({
      added: [
        term('occurs'),
        term('owned', { headword: 'жоқ', work: 'w' }),
        term('other', { headword: 'басқа', work: 'v' }),
        { id: 'never', kind: 'rejection', modified: '', term: 'occurs', form: 'кеңес' },
        { id: 'palette', kind: 'palette', modified: '', colours: [{ id: 'own', name: 'Mine', hue: 'teal' }] },
        { ...base, id: 'card', subject },
        { ...base, id: 'word-card', face: 'word', subject: { type: 'term', term: 'occurs' } },
        { ...base, id: 'other-card', face: 'word', subject: { type: 'term', term: 'other' } },
        { id: 'answered', kind: 'answer', modified: '', card: 'card', rating: 3, at: created },
      ],
    }),
  );
  return library;
}

const stored = (records: Iterable<AnyRecord>): AnyRecord[] =>
  [...records].filter(({ kind }) => kind !== 'reading').toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a work as a file', () => {
  test('[EG3] holds the words that occur in it or are its own, with their cards and forms, and no others', async () => {
    const { top } = await readEgizFile(await exported(await withWork()));
    expect(top.map(({ id }) => id).toSorted()).toEqual([
      'answered',
      'card',
      'never',
      'occurs',
      'owned',
      'palette',
      'word-card',
    ]);
  });

  test('[EG3] leaves out what is not wanted', async () => {
    const options = { annotations: false, glossary: false, cards: false };
    const { top, records } = await readEgizFile(await exported(await withWork(), 'w', options));
    expect(top).toEqual([]);
    expect(records.some(({ kind }) => kind === 'annotation')).toBe(false);
  });

  test('[EG2] [EG4] takes neither reading positions along nor what a deleted note said', async () => {
    const { records } = await readEgizFile(await exported(await withWork()));
    expect(records.some(({ kind }) => kind === 'reading')).toBe(false);
    expect(records.find(({ id }) => id === 'gone')).toMatchObject({ deleted: true, body: '' });
  });

  test('[EG4] has of an edition that was taken away its tombstone alone', async () => {
    const library = await withWork();
    const store = await library.work('w');
    const ru = edition('ru');
    const texts = [
      section('ru-s', 'ru'),
      paragraph('ru-p', 'ru'),
      bead('r', ['kk-1'], ['ru-p'], 'a0', { alignment: 'kk~ru' }),
    ];
    const added = [ru, ...texts];
    await store.apply(change({ added }));
    const there = await readEgizFile(await exported(library));
    expect(there.records.filter(({ id }) => added.some((one) => one.id === id))).toHaveLength(4);
    await store.apply(change({ removed: [ru] }));
    const { records } = await readEgizFile(await exported(library));
    const left = records.filter(({ id }) => added.some((one) => one.id === id));
    expect(left).toMatchObject([{ id: 'ru', deleted: true }]);
    // Here it all comes back with its record.
    await store.apply(change({ added: [ru] }));
    expect(
      store
        .state()
        .paragraphs.get('ru')
        ?.map(({ id }) => id),
    ).toEqual(['ru-p']);
  });

  test('[EG1] unpacked is a library', async () => {
    const archive = await readZip(await exported(await withWork()));
    const folder = await scratch();
    for (const name of archive.entries.keys()) await put(join(folder, name), await archive.text(name));
    const library = await opened(folder);
    expect((await library.work('w')).state().annotations.map(({ id }) => id)).toEqual(['note']);
    expect(library.top.state().terms.map(({ id }) => id)).toEqual(['occurs', 'owned']);
    expect(library.problems()).toEqual([]);
  });

  test('[EG5] stands in an empty library as it stood where it comes from', async () => {
    const from = await withWork();
    const to = await opened(await scratch());
    const content = await readEgizFile(await exported(from));
    expect(await lookAtEgiz(to, content)).toMatchObject({
      here: 'none',
      counts: { beads: 3, annotations: 1, terms: 2, cards: 2, answers: 1 },
    });
    await bringEgiz(to, content, 'new');
    const [before, after] = [await from.work('w'), await to.work('w')];
    expect(after.state()).toEqual({ ...before.state(), readings: new Map() });
    expect(stored(after.joined().values())).toEqual(
      stored(before.joined().values()).map((one) => (one.id === 'gone' ? { ...one, body: '', tags: [] } : one)),
    );
    const gone = new Set(['other', 'other-card', 'palette']);
    expect(stored(to.top.joined().values()).filter(({ id }) => !gone.has(id))).toEqual(
      stored(from.top.joined().values()).filter(({ id }) => !gone.has(id)),
    );
  });

  test('[EG13] brings the colours of its highlights without taking away the reader’s own', async () => {
    const to = await opened(await scratch());
    await bringEgiz(to, await readEgizFile(await exported(await withWork())), 'new');
    const { palette } = to.top.state();
    expect(palette?.colours.map(({ id }) => id)).toEqual(['question', 'fact', 'person', 'term']);
    expect(palette?.['retired']).toEqual([{ id: 'own', name: 'Mine', hue: 'teal' }]);
  });

  test('[EG5] whatever is stored, the same is there after export and import, unknown fields too', async () => {
    const library = await withWork();
    const sets = fc.array(
      someRecord.map((record) => ({ ...record, since: { version: 9, list: ['x'] } })),
      { maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(sets, async (more) => {
        const records = [...joined(smallWork(), more).values()].filter(({ id }) => id !== 'w');
        const own = smallWork().filter(({ id }) => id === 'w');
        const parts = await egizParts({ library, words, program: 'test', signal }, 'w', everything);
        const stamped = [...own, ...records].map((one) => (one.modified === '' ? { ...one, modified: early } : one));
        const content = await readEgizFile(await writeEgizFile({ ...parts, records: stamped }));
        const folder = await mkdtemp(join(tmpdir(), 'egiz-test-'));
        const to = await opened(folder);
        await bringEgiz(to, content, 'new');
        expect(stored((await to.work('w')).joined().values())).toEqual(stored(stamped));
        await to.close();
        await rm(folder, { recursive: true });
      }),
      { numRuns: 20 },
    );
  });
});

const early = '2026-01-01T00:00:00.000Z-0000-one';

describe('a work that is there', () => {
  test('[EG9] joins record by record, the newer of each', async () => {
    const from = await withWork();
    const to = await opened(await scratch());
    await bringEgiz(to, await readEgizFile(await exported(from)), 'new');
    await (
      await to.work('w')
    ).apply(
      change({ added: [annotation('mine')], updated: [[annotation('note'), annotation('note', { body: 'Mine' })]] }),
    );
    await (await from.work('w')).apply(change({ added: [annotation('theirs')], removed: [paragraph('kk-4', 'kk')] }));
    const content = await readEgizFile(await exported(from));
    const look = await lookAtEgiz(to, content);
    expect(look.here).toBe('there');
    expect(look.join).toMatchObject({ added: 1, replaced: 1, kept: 1 });
    const { changes } = await bringEgiz(to, content, 'join');
    const state = (await to.work('w')).state();
    expect(state.annotations.map(({ id, body }) => [id, body])).toEqual([
      ['mine', ''],
      ['note', 'Mine'],
      ['theirs', ''],
    ]);
    expect(state.paragraphs.get('kk')?.map(({ id }) => id)).toEqual(['kk-1', 'kk-2', 'kk-3']);
    expect(changes.work?.added.map(({ id }) => id)).toEqual(['theirs']);
    expect(changes.work?.removed.map(({ id }) => id)).toEqual(['kk-4']);
  });

  test('[EG9] is never replaced without being asked for', async () => {
    const from = await withWork();
    const content = await readEgizFile(await exported(from));
    await expect(bringEgiz(from, content, 'new')).rejects.toMatchObject({ code: 'bad-request' });
  });

  test('[EG9] joining again changes nothing', async () => {
    const from = await withWork();
    const before = stored((await from.work('w')).joined().values());
    const { changes } = await bringEgiz(from, await readEgizFile(await exported(from)), 'join');
    expect(changes.work).toEqual(change({}));
    expect(changes.top).toEqual(change({}));
    expect(stored((await from.work('w')).joined().values()).map(({ id, modified }) => [id, modified])).toEqual(
      before.map(({ id, modified }) => [id, modified]),
    );
  });

  test('[EG9] that was deleted lives again when it is joined', async () => {
    const from = await withWork();
    const bytes = await exported(from);
    const store = await from.work('w');
    await store.apply(change({ removed: smallWork().filter(({ kind }) => kind === 'work') }));
    const content = await readEgizFile(bytes);
    expect((await lookAtEgiz(from, content)).here).toBe('deleted');
    await bringEgiz(from, content, 'join');
    expect((await from.works()).map(({ work }) => work.id)).toEqual(['w']);
  });

  test('[EG10] gets a copy beside it, with cards of its own and the words that are there', async () => {
    const from = await withWork();
    const { work } = await bringEgiz(from, await readEgizFile(await exported(from)), 'copy');
    expect(work).toBe('w-2');
    expect((await from.work(work)).state().annotations.map(({ id }) => id)).toEqual(['note']);
    const { cards, answers, terms } = from.top.state();
    const own = cards.filter(({ subject }) => subject.type === 'highlight' && subject.work === work);
    expect(own).toHaveLength(1);
    expect(answers.filter(({ card }) => card === own[0]?.id)).toHaveLength(1);
    expect(cards).toHaveLength(4);
    expect(terms).toHaveLength(3);
  });

  test('[EG12] refuses a file in which a card is called as a term is here, before anything is changed', async () => {
    const content = await readEgizFile(await exported(await withWork()));
    const to = await opened(await scratch());
    await to.top.apply(change({ added: [term('card')] }));
    await expect(bringEgiz(to, content, 'new')).rejects.toMatchObject({ code: 'conflict' });
    expect(await to.works()).toEqual([]);
  });

  test('[EG11] is not taken over by stamps of the far future', async () => {
    const from = await withWork();
    const content = await readEgizFile(await exported(from));
    const late = '9998-01-01T00:00:00.000Z-0000-evil';
    const records = content.records.map((one) =>
      one.kind === 'annotation' ? { ...one, body: 'x', modified: late } : one,
    );
    await bringEgiz(from, { ...content, records }, 'join');
    expect((await from.work('w')).state().annotations.map(({ body }) => body)).toEqual(['Why?']);
  });
});

test('a library that can only be read refuses', async () => {
  const folder = await scratch();
  await put(join(folder, 'library.json'), '{"egiz":99}');
  const to = await opened(folder);
  const content = await readEgizFile(await exported(await withWork()));
  await expect(bringEgiz(to, content, 'new')).rejects.toMatchObject({ code: 'read-only' });
});
