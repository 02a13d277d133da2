import { describe, expect, test } from 'vitest';
import type { WorkRecords } from '#core/records/state.ts';
import type { Repairs } from '#main/api/repairs-shapes.ts';
import { application, failureOf } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const damaged = makeWork('damaged', {
  kk: ['Қазақ тілі.', 'Қaзaқ халқы.', 'Ќазаќ', 'халќыныњ'],
  en: ['Kazakh', 'in Eнglish', '', ''],
});

async function repairsOf(work: WorkRecords, edition: string): Promise<Repairs> {
  const app = await application({ library: memoryLibrary([work]) });
  const response = await app.request(`/api/works/damaged/repairs?edition=${edition}`);
  return (await response.json()) as Repairs;
}

describe('the repairs of an edition', () => {
  test('are its damaged words with what stands around them, in order', async () => {
    const { places, total } = await repairsOf(damaged, 'kk');
    expect(total).toBe(3);
    expect(places.map(({ paragraph, kind, found, proposed }) => [paragraph, kind, found, proposed])).toEqual([
      ['kk-1', 'lookalike', 'Қaзaқ', 'Қазақ'],
      ['kk-2', 'encoding', 'Ќазаќ', 'Қазақ'],
      ['kk-3', 'encoding', 'халќыныњ', 'халқының'],
    ]);
    expect(places[0]).toMatchObject({ start: 0, end: 5, excerpt: 'Қaзaқ халқы.', at: 0 });
  });

  test('are told by all of the text: a word alone may be of either encoding', async () => {
    // Ћ is Һ in both; Ѓ is Ғ in PT154 alone, which њ of another paragraph tells.
    const { places } = await repairsOf(makeWork('damaged', { kk: ['Ѓылым', 'жања', 'µмір'] }), 'kk');
    expect(places.map(({ proposed }) => proposed)).toEqual(['Ғылым', 'жаңа', 'өмір']);
  });

  test('are none in a language other than Kazakh', async () => {
    expect(await repairsOf(damaged, 'en')).toEqual({ edition: 'en', places: [], total: 0 });
  });

  test('want an edition that the work has', async () => {
    const app = await application({ library: memoryLibrary([damaged]) });
    expect(await failureOf(app.request('/api/works/damaged/repairs'))).toMatchObject({ code: 'bad-request' });
    expect(await failureOf(app.request('/api/works/damaged/repairs?edition=de'))).toMatchObject({
      code: 'bad-request',
      where: 'editions',
    });
  });
});
