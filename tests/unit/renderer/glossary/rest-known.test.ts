import { describe, expect, it } from 'vitest';
import { headwordGuesser } from '#core/glossary/guess.ts';
import { language } from '#core/language/language.ts';
import { freeHeadwords, restKnown, restOf, type PartWords } from '#renderer/glossary/rest/rest-known.ts';
import { term } from './terms.ts';

const words = ['көтерілістің', 'көтеріліске', 'көтеріліс', 'халықты', 'көтеріліс'];
const guesser = headwordGuesser(words, language('kk'));
const fresh = term('кеңес', { level: 'new' });
const bare = term('билік');
const learned = term('партия', { level: '2' });
const ignored = term('мен', { level: 'ignored' });

function rest(part: Partial<PartWords> = {}, taken: readonly ReturnType<typeof term>[] = []) {
  const all: PartWords = { terms: new Map(), unmarked: words, ...part };
  return restOf(all, guesser, freeHeadwords('kk', taken));
}

describe('the rest of a part of a text', () => {
  it('[L3] groups words that are in no term under their headwords, the most frequent first', () => {
    const { headwords } = rest();
    expect(headwords[0]).toEqual({ headword: 'көтеріліс', count: 4 });
    expect(headwords).toHaveLength(2);
  });

  it('[L3] has the terms of which the reader said nothing, not those being learned or ignored', () => {
    const terms = new Map([fresh, bare, learned, ignored].map((one) => [one, 2]));
    expect(rest({ terms, unmarked: [] })).toMatchObject({ terms: [fresh, bare], words: 4 });
  });

  it('makes no second entry with a headword that is there', () => {
    const { headwords } = rest({ unmarked: ['көтеріліске'] }, [term('көтеріліс')]);
    expect(headwords.map(({ headword }) => headword)).not.toContain('көтеріліс');
  });
});

describe('making the rest known', () => {
  const ids = (): (() => string) => {
    let last = 0;
    return () => `new-${String((last += 1))}`;
  };

  it('[L3] is one change: new entries and changed ones', () => {
    const change = restKnown(rest({ terms: new Map([[bare, 1]]) }), 'kk', ids(), 'w');
    expect(change?.added).toHaveLength(2);
    expect(change?.added[0]).toMatchObject({ headword: 'көтеріліс', level: 'known', language: 'kk', work: 'w' });
    expect(change?.updated).toEqual([[bare, { ...bare, level: 'known' }]]);
    expect(change?.removed).toEqual([]);
  });

  it('is nothing where nothing is left', () => {
    expect(restKnown(rest({ unmarked: [] }), 'kk', ids(), null)).toBeNull();
  });
});
