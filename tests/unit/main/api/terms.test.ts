import { expect, test } from 'vitest';
import type { Mismatch } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import type { TermCounts, TermMismatches } from '#main/api/shapes.ts';
import { application, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const kk = ['Кеңес өкіметі құрылды.', 'Кеңес, кеңес және Алаш.', 'Алаш партиясы'];
const work = makeWork('w', { kk, en: ['Soviet power', 'The Soviet', 'Alash'] });
const last = work.paragraphs.get('kk')?.[2];
if (last !== undefined) last.section = 't';

function term(id: string, language: string, headword: string): Term {
  return { kind: 'term', id, modified: '1', language, headword, category: 'word', glosses: {}, notes: {} };
}

async function counts(path: string): Promise<TermCounts['counts']> {
  const library = memoryLibrary([work]);
  library.stored.push(
    term('council', 'kk', 'кеңес'),
    term('power', 'kk', 'Кеңес өкіметі'),
    term('alash', 'kk', 'Алаш'),
    term('soviet', 'en', 'Soviet'),
    term('nowhere', 'kk', 'болыс'),
  );
  const response = await (await application({ library })).request(path);
  expect(response.status).toBe(200);
  return ((await response.json()) as TermCounts).counts;
}

test('counts each headword in its own language, the longest first', async () => {
  expect(await counts('/api/works/w/terms')).toEqual({ council: 2, power: 1, alash: 2, soviet: 2 });
});

test('counts in one section when asked', async () => {
  expect(await counts('/api/works/w/terms?section=t')).toEqual({ alash: 1 });
  expect(await counts('/api/works/w/terms?section=unknown')).toEqual({});
});

test('gives the places in every work that are not one of some terms', async () => {
  const mismatch = (id: string, of: string): Mismatch => ({
    id,
    kind: 'mismatch',
    modified: '1',
    term: of,
    target: { edition: 'kk', paragraph: 'kk-0', start: 0, end: 5, quote: { exact: 'Кеңес', prefix: '', suffix: '' } },
  });
  const library = memoryLibrary([
    { ...work, mismatches: [mismatch('1', 'council'), mismatch('2', 'alash')] },
    { ...makeWork('other', { kk }), mismatches: [mismatch('3', 'power')] },
    makeWork('third', { kk }),
  ]);
  const app = await application({ library });
  const response = await app.request('/api/library/mismatches', posted({ terms: ['council', 'power'] }));
  const { works } = (await response.json()) as TermMismatches;
  expect(works.map(({ work: id, mismatches }) => [id, mismatches.map((one) => one.id)])).toEqual([
    ['w', ['1']],
    ['other', ['3']],
  ]);
});
