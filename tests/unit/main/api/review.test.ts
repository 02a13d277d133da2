import { expect, test } from 'vitest';
import { describe } from '#core/annotation/describe.ts';
import type { Annotation } from '#core/records/annotation.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term } from '#core/records/term.ts';
import type { CardCandidate, CardContent } from '#main/api/review-shapes.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const kk = [
  'Кеңес.',
  'Петроградта кеңес үкіметі құрылды деген хабар келді. Алаш жиналды.',
  'Қысқа кеңес кеше ашылды. Ұзақ сөйлемде кеңес туралы көп сөз айтылды, бірақ нәтиже болмады.',
];
const en = [
  'A soviet.',
  'The news came that a soviet government was founded in Petrograd. The Alash met.',
  'A short council opened yesterday. In a long sentence much was said about the soviet, but there was no result.',
];
const work = makeWork('w', { kk, en }, { 'kk~en': [0, 1, 2].map((at) => [[at], [at]]) });

function term(id: string, headword: string, glosses: Term['glosses'] = {}): Term {
  return { kind: 'term', id, modified: '1', language: 'kk', headword, category: 'word', glosses, notes: {} };
}

const glossary = [
  term('council', 'кеңес', { en: ['council'] }),
  term('alash', 'Алаш'),
  term('nowhere', 'болыс', { en: ['district'] }),
];

async function asked<T>(path: string, body: unknown, annotations: Annotation[] = []): Promise<T> {
  const library = memoryLibrary([{ ...work, annotations }]);
  library.stored.push(...(glossary as AnyRecord[]));
  const response = await (await application({ library })).request(`/api/review/${path}`, posted(body));
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

async function content(subject: CardContent['subject'], annotations: Annotation[] = []): Promise<CardContent> {
  const [found] = await asked<CardContent[]>('contents', { subjects: [subject], languages: ['en'] }, annotations);
  if (found === undefined) throw new Error('no content');
  return found;
}

function highlight(id: string, edition: 'kk' | 'en', words: string, body = ''): Annotation {
  const paragraph = work.paragraphs.get(edition)?.find(({ text }) => text.includes(words));
  if (paragraph === undefined) throw new Error(words);
  const start = paragraph.text.indexOf(words);
  const created = '2026-01-01T00:00:00.000Z';
  const targets = [describe(paragraph, start, start + words.length)];
  const kind = 'annotation';
  return { id, kind, modified: '1', created, motivation: 'highlighting', colour: 'fact', body, tags: ['t'], targets };
}

test('[M3] a term is shown in the shortest of its sentences that has four words', async () => {
  const { sentence, gone } = await content({ type: 'term', term: 'council' });
  expect(gone).toBe(false);
  expect(sentence?.text).toBe('Қысқа кеңес кеше ашылды.');
  expect(sentence?.text.slice(...sentence.form)).toBe('кеңес');
  expect(sentence?.place).toEqual({ paragraph: 'kk-2', start: 6, end: 11 });
});

test('[M4] beside it stands the sentence aligned with it, not the whole paragraph', async () => {
  const { sentence } = await content({ type: 'term', term: 'council' });
  expect(sentence?.beside).toEqual({
    edition: 'en',
    language: 'en',
    paragraph: 'en-2',
    text: 'A short council opened yesterday.',
    extent: 'sentences',
  });
});

test('[M4] sentences that the bead links stand beside each other, however they look', async () => {
  const bead = work.alignments.get('kk~en')?.[2];
  if (bead === undefined) throw new Error('no bead');
  bead.sentences = {
    counts: [2, 2],
    links: [
      [[0], [1], 1],
      [[1], [0], 1],
    ],
  };
  const { sentence } = await content({ type: 'term', term: 'council' });
  delete bead.sentences;
  expect(sentence?.beside?.text).toMatch(/^In a long sentence/);
});

test('a term that stands nowhere has no sentence, and one that is not in the glossary is gone', async () => {
  expect(await content({ type: 'term', term: 'nowhere' })).toMatchObject({ gone: false, sentence: null });
  expect(await content({ type: 'term', term: 'unheard' })).toMatchObject({ gone: true });
  expect(await content({ type: 'highlight', work: 'w', annotation: 'unheard' })).toMatchObject({ gone: true });
  expect(await content({ type: 'highlight', work: '../w', annotation: 'a' })).toMatchObject({ gone: true });
});

test('a highlight is shown in its sentence, with its note and the aligned sentence', async () => {
  const one = highlight('h', 'kk', 'Алаш жиналды', 'a note');
  const { sentence, note } = await content({ type: 'highlight', work: 'w', annotation: 'h' }, [one]);
  expect(sentence?.text).toBe('Алаш жиналды.');
  expect(sentence?.beside?.text).toBe('The Alash met.');
  expect(note).toBe('a note');
});

test('a highlight of the translation has the original beside it', async () => {
  const one = highlight('h', 'en', 'The Alash');
  const { sentence } = await content({ type: 'highlight', work: 'w', annotation: 'h' }, [one]);
  expect(sentence?.beside).toMatchObject({ edition: 'kk', text: 'Алаш жиналды.' });
});

test('candidates of a work come in the order of the text; of the library, also what stands nowhere', async () => {
  const labels = async (body: object): Promise<string[]> =>
    (await asked<CardCandidate[]>('candidates', { of: 'terms', section: null, ...body })).map(({ label }) => label);
  expect(await labels({ work: 'w' })).toEqual(['кеңес', 'Алаш']);
  expect(await labels({ work: null })).toEqual(['кеңес', 'Алаш', 'болыс']);
  expect(await labels({ work: 'w', section: 'unheard' })).toEqual([]);
});

test('[M2] candidates tell what can be shown of them', async () => {
  const found = await asked<CardCandidate[]>('candidates', { of: 'terms', work: null, section: null });
  expect(found.map(({ hasSentence, hasTranslation }) => [hasSentence, hasTranslation])).toEqual([
    [true, true],
    [true, false],
    [false, true],
  ]);
});

test('highlights are candidates in the order of the text, with colour and tags', async () => {
  const highlights = [highlight('b', 'kk', 'Ұзақ'), highlight('a', 'kk', 'Петроградта')];
  const found = await asked<CardCandidate[]>('candidates', { of: 'highlights', work: 'w' }, highlights);
  expect(found.map(({ label }) => label)).toEqual(['Петроградта', 'Ұзақ']);
  expect(found[0]).toMatchObject({ colour: 'fact', tags: ['t'], hasSentence: true, hasTranslation: true });
});

test('refuses what names no work, or too much at once', async () => {
  const app = await application({ library: memoryLibrary([work]) });
  const many = Array.from({ length: 201 }, (_, at) => ({ type: 'term', term: String(at) }));
  const refused = (path: string, body: unknown) => failureOf(app.request(`/api/review/${path}`, posted(body)));
  expect(await refused('contents', { subjects: many, languages: [] })).toMatchObject({ code: 'bad-request' });
  expect(await refused('candidates', { of: 'highlights', work: '../w' })).toMatchObject({ code: 'bad-request' });
  expect(await refused('candidates', { of: 'highlights', work: 'unheard' })).toMatchObject({ code: 'not-found' });
});
