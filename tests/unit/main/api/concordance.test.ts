import { describe, expect, test } from 'vitest';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import type { Concordance } from '#main/api/concordance-shapes.ts';
import { application } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const kk = ['Жаз болды. Үкіметке хат келді.', 'Үкіметтің жауабы жоқ.', 'Үкімет құлады.'];
const en = ['It was summer. A letter came to the government.', 'The cabinet did not answer.', 'It fell.'];
const term: Term = {
  kind: 'term',
  id: 'government',
  modified: '1',
  language: 'kk',
  headword: 'үкімет',
  category: 'word',
  glosses: { en: ['government', 'cabinet'], ru: ['правительство'] },
  notes: {},
};

async function answered(body: object, more: readonly (Rejection | Mismatch)[] = []): Promise<Response> {
  const beads: [number[], number[]][] = kk.map((_, at) => [[at], [at]]);
  const work = { ...makeWork('w', { kk, en }, { 'kk~en': beads }), mismatches: more.filter(isMismatch) };
  const library = memoryLibrary([work]);
  library.stored.push(term, ...more.filter((one) => one.kind === 'rejection'));
  return (await application({ library })).request('/api/works/w/concordance', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask(body: object, more: readonly (Rejection | Mismatch)[] = []): Promise<Concordance> {
  const response = await answered(body, more);
  expect(response.status).toBe(200);
  return (await response.json()) as Concordance;
}

function isMismatch(one: Rejection | Mismatch): one is Mismatch {
  return one.kind === 'mismatch';
}

describe('the concordance of a term', () => {
  test('has every place in its sentence, and the sentence beside it', async () => {
    const { total, lines } = await ask({ term: 'government', beside: 'en' });
    expect(total).toBe(3);
    expect(lines[0]).toMatchObject({
      edition: 'kk',
      start: 11,
      sentence: 'Үкіметке хат келді.',
      at: 0,
      rendering: 'government',
    });
    const [beside] = lines[0]?.beside ?? [];
    expect(beside?.text).toBe('A letter came to the government.');
    expect(beside?.renderings.map(([from, to]) => beside.text.slice(from, to))).toEqual(['government']);
  });

  test('counts which gloss renders it, and where none does', async () => {
    const { renderings } = await ask({ term: 'government', beside: 'en' });
    expect(renderings).toEqual([
      { gloss: 'government', count: 1 },
      { gloss: 'cabinet', count: 1 },
      { gloss: null, count: 1 },
    ]);
  });

  test('gives only the lines of one rendering when asked', async () => {
    const cabinet = await ask({ term: 'government', beside: 'en', rendering: 'cabinet' });
    expect(cabinet.lines.map(({ sentence }) => sentence)).toEqual(['Үкіметтің жауабы жоқ.']);
    const none = await ask({ term: 'government', beside: 'en', rendering: null });
    expect(none.lines.map(({ sentence }) => sentence)).toEqual(['Үкімет құлады.']);
    expect(none).toMatchObject({ total: 3, of: 1 });
  });

  test('comes in parts', async () => {
    const { lines, of, places } = await ask({ term: 'government', beside: 'en', from: 1, count: 1 });
    expect(lines.map(({ sentence }) => sentence)).toEqual(['Үкіметтің жауабы жоқ.']);
    expect(of).toBe(3);
    expect(places).toHaveLength(3);
  });

  test('leaves out what the reader refused', async () => {
    const base = { modified: '1', term: 'government' };
    const rejection: Rejection = { ...base, kind: 'rejection', id: 'r', form: 'үкіметке' };
    const target = { edition: 'kk', paragraph: 'kk-2', start: 0, end: 6 };
    const quote = { exact: 'Үкімет', prefix: '', suffix: ' құлады.' };
    const mismatch: Mismatch = { ...base, kind: 'mismatch', id: 'm', target: { ...target, quote } };
    const { lines } = await ask({ term: 'government' }, [rejection, mismatch]);
    expect(lines.map(({ sentence }) => sentence)).toEqual(['Үкіметтің жауабы жоқ.']);
  });

  test('says what is not there', async () => {
    expect((await answered({ term: 'nothing' })).status).toBe(404);
    expect((await answered({ term: 'government', beside: 'de' })).status).toBe(400);
  });
});
