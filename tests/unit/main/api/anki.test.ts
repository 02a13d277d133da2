import { expect, test } from 'vitest';
import { describe } from '#core/annotation/describe.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import { cardId } from '#core/review/make.ts';
import { readNotes } from '#core/review/anki/read-text.ts';
import { readPackage } from '#main/anki/read-package.ts';
import type { AnkiPreview, AnkiRead } from '#main/api/anki-shapes.ts';
import { oldCollection, oldPackage } from '../anki/old-package.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const kk = ['Петроградта кеңес үкіметі құрылды. Алаш қайта жиналды сонда.'];
const en = ['A soviet government was founded in Petrograd. The Alash met there again.'];
const work = makeWork('w', { kk, en }, { 'kk~en': [[[0], [0]]] });

function term(id: string, headword: string, more: Partial<Term> = {}): Term {
  const base = { kind: 'term' as const, modified: '1', language: 'kk', category: 'word' as const, notes: {} };
  return { id, headword, glosses: { en: [id] }, ...base, ...more };
}

const glossary = [
  term('council', 'кеңес'),
  term('alash', 'Алаш', { glosses: {} }),
  term('nowhere', 'болыс'),
  term('left', 'үкімет', { level: 'ignored' }),
];
const all = { of: 'all', work: null, words: true, clozes: true, highlights: true, language: 'en' };

async function app(more: readonly AnyRecord[] = []) {
  const paragraph = work.paragraphs.get('kk')?.[0];
  if (paragraph === undefined) throw new Error('no paragraph');
  const annotation: Annotation = {
    id: 'h1',
    kind: 'annotation',
    modified: '1',
    created: '2026-01-01T00:00:00.000Z',
    motivation: 'commenting',
    colour: 'fact',
    body: 'my note',
    tags: ['t'],
    targets: [describe(paragraph, 0, 11)],
  };
  const library = memoryLibrary([{ ...work, annotations: [annotation] }]);
  library.stored.push(...glossary, ...more);
  return application({ library });
}

test('a preview counts the notes and shows the first with their sentences', async () => {
  const response = await (await app()).request('/api/anki/preview', posted(all));
  expect(response.status).toBe(200);
  const preview = (await response.json()) as AnkiPreview;
  expect(preview).toMatchObject({ words: 2, clozes: 2, highlights: 1 });
  const [first] = preview.notes;
  expect(first).toMatchObject({
    guid: 'egiz:word:council',
    type: 'word',
    fields: { Word: 'кеңес', Translation: 'council' },
  });
  expect(first?.sentence?.text.slice(first.sentence.start, first.sentence.end)).toBe('кеңес');
  expect(first?.fields['Aligned sentence']).toContain('soviet');
});

test('a package and a text file have the same notes', async () => {
  const host = await app();
  const file = async (format: string): Promise<Response> =>
    host.request('/api/anki/export', posted({ ...all, format, scheduling: false }));
  const fromPackage = await readPackage(new Uint8Array(await (await file('apkg')).arrayBuffer()));
  const fromText = readNotes(await (await file('tsv')).text());
  const guids = ({ types }: typeof fromText): string[] =>
    types.flatMap(({ notes }) => notes.map(({ guid }) => guid ?? '')).toSorted();
  expect(guids(fromPackage)).toEqual([
    'egiz:cloze:alash',
    'egiz:cloze:council',
    'egiz:highlight:w:h1',
    'egiz:word:council',
    'egiz:word:nowhere',
  ]);
  expect(guids(fromText)).toEqual(guids(fromPackage));
  const cloze = fromText.types.flatMap(({ notes }) => notes).find(({ guid }) => guid === 'egiz:cloze:alash');
  expect(cloze?.fields[0]).toBe('Алаш қайта жиналды сонда.');
  expect(cloze?.fields[3]).toBe('The Alash met there again.');
});

test('only what has cards is exported when that is asked for, with its log', async () => {
  const subject = { type: 'term' as const, term: 'council' };
  const id = cardId(subject, 'word');
  const created = '2026-01-01T00:00:00.000Z';
  const host = await app([
    { id, kind: 'card', modified: '1', subject, face: 'word', created },
    { id: 'a1', kind: 'answer', modified: '1', card: id, rating: 4, at: '2026-01-02T10:00:00.000Z' },
  ]);
  const body = { ...all, of: 'cards', format: 'apkg', scheduling: true };
  const response = await host.request('/api/anki/export', posted(body));
  const { types } = await readPackage(new Uint8Array(await response.arrayBuffer()));
  expect(types.flatMap(({ notes }) => notes.map(({ guid }) => guid))).toEqual(['egiz:word:council']);
});

test('a package made elsewhere is read, one that is none is refused with its reason', async () => {
  const host = await app();
  const read = async (body: Uint8Array): Promise<AnkiRead> =>
    (await (await host.request('/api/anki/read', { method: 'POST', body: Uint8Array.from(body) })).json()) as AnkiRead;
  const made = oldPackage(oldCollection(['Front', 'Back'], [{ guid: 'g', fields: ['үй', 'house'] }]));
  expect(await read(made)).toMatchObject({
    notes: { types: [{ name: 'Vocabulary', notes: [{ fields: ['үй', 'house'] }] }] },
  });
  expect(await read(Buffer.from('hello'))).toMatchObject({ refused: { code: 'not-package' } });
});

test('a work that is not chosen, or is none, is a bad request', async () => {
  const host = await app();
  for (const body of [
    { ...all, of: 'work' },
    { ...all, of: 'work', work: '../x' },
    { ...all, language: '<b>' },
  ]) {
    expect((await failureOf(host.request('/api/anki/preview', posted(body)))).code).toBe('bad-request');
  }
  expect((await failureOf(host.request('/api/anki/preview', posted({ ...all, of: 'work', work: 'gone' })))).code).toBe(
    'not-found',
  );
});
