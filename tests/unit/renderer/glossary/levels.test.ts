import { describe, expect, it } from 'vitest';
import { reverse } from '#core/records/change.ts';
import { bareTerm, freeHeadword, levelled } from '#renderer/glossary/levels.ts';
import { term } from './terms.ts';

describe('a level', () => {
  const known = term('кеңес', { level: 'known' });
  const none = term('билік');

  it('[L1] is given to terms in one change', () => {
    expect(levelled([known, none], '3')?.updated).toEqual([
      [known, { ...known, level: '3' }],
      [none, { ...none, level: '3' }],
    ]);
  });

  it('is taken away again', () => {
    expect(levelled([known], null)?.updated[0]?.[1]).toEqual({ ...term('кеңес') });
  });

  it('that is there already is no change', () => {
    expect(levelled([known], 'known')).toBeNull();
    expect(levelled([none], null)).toBeNull();
  });

  it('is undone by the reverse of its change', () => {
    const change = levelled([none], '1');
    expect(change === null ? null : reverse(change).updated).toEqual([[{ ...none, level: '1' }, none]]);
  });
});

describe('the entry of a word that only got a level', () => {
  it('has no glosses, and names the work it was met in', () => {
    expect(bareTerm({ id: 'new', language: 'kk', headword: 'жаз' }, '2', 'w')).toMatchObject({
      headword: 'жаз',
      glosses: {},
      level: '2',
      work: 'w',
    });
  });

  it('[L2] gets the likeliest headword that no entry has', () => {
    expect(freeHeadword(['Жаз', 'жазу'], 'kk', [term('жаз')])).toBe('жазу');
    expect(freeHeadword(['жаз', 'жазу'], 'kk', [term('жаз', { language: 'ru' })])).toBe('жаз');
  });
});
