import { expect, test } from 'vitest';
import type { Term } from '#core/records/term.ts';
import type { CoverageLine, EditionCoverage } from '#main/api/coverage-shapes.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const work = makeWork('w', {
  kk: ['Кеңес өкіметі 1917', 'Кеңестер, кеңеске', 'Алаш'],
  en: ['Soviet', 'The Soviet', 'A'],
});
const last = work.paragraphs.get('kk')?.[2];
if (last !== undefined) last.section = 't';

function term(headword: string, level: Term['level']): Term {
  return {
    kind: 'term',
    id: headword,
    modified: '1',
    language: 'kk',
    headword,
    category: 'word',
    glosses: {},
    notes: {},
    ...(level === undefined ? {} : { level }),
  };
}

async function ask(body: unknown): Promise<Response> {
  const library = memoryLibrary([work]);
  library.stored.push(term('кеңес', '3'), term('Алаш', 'known'));
  return (await application({ library })).request('/api/works/w/coverage', posted(body));
}

async function coverage(body: unknown): Promise<EditionCoverage> {
  const lines = (await (await ask(body)).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as CoverageLine);
  const answer = lines.at(-1);
  expect(lines.slice(0, -1).every(({ type }) => type === 'progress')).toBe(true);
  if (answer?.type !== 'coverage') throw new Error(JSON.stringify(answer));
  return answer.coverage;
}

test('says how much of an edition is known, and of each section', async () => {
  const found = await coverage({ edition: 'kk' });
  expect(found.words).toMatchObject({ known: 1, 3: 3, unknown: 1 });
  expect(found.headwords).toMatchObject({ known: 1, 3: 1, unknown: 1 });
  expect(found.sections.map(({ section, words }) => [section, words.known, words[3]])).toEqual([
    ['s', 0, 3],
    ['t', 1, 0],
  ]);
});

test('lists what to learn first, with the place where it is met first', async () => {
  const { learnFirst, toLearn } = await coverage({ edition: 'kk' });
  expect(toLearn).toBe(2);
  expect(learnFirst[0]).toEqual({
    headword: 'кеңес',
    term: 'кеңес',
    knowledge: '3',
    count: 3,
    reached: 0.8,
    form: 'Кеңес',
    first: { paragraph: 'kk-0', start: 0, end: 5 },
  });
  expect(learnFirst[1]).toMatchObject({ term: null, knowledge: 'unknown', count: 1, reached: 1 });
  expect((await coverage({ edition: 'kk', most: 1 })).learnFirst).toHaveLength(1);
});

test('can be asked for a section, or for the paragraphs of a page', async () => {
  expect((await coverage({ edition: 'kk', section: 't' })).words).toMatchObject({ known: 1, 3: 0, unknown: 0 });
  expect((await coverage({ edition: 'kk', section: 'nowhere' })).toLearn).toBe(0);
  expect((await coverage({ edition: 'kk', paragraphs: ['kk-1', 'gone'] })).words).toMatchObject({ known: 0, 3: 2 });
});

test('refuses an edition that the work does not have', async () => {
  expect(await failureOf(ask({ edition: 'fr' }))).toMatchObject({
    status: 400,
    code: 'bad-request',
    where: 'editions',
  });
});

test('ends when nobody reads it any more', async () => {
  const response = await ask({ edition: 'kk' });
  await response.body?.cancel();
  expect((await coverage({ edition: 'kk' })).toLearn).toBe(2);
});
