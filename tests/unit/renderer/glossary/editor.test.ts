import { describe, expect, it } from 'vitest';
import { draftOf, emptyDraft } from '#renderer/glossary/draft.ts';
import { withLikely, withTyped } from '#renderer/glossary/prefill.ts';
import { term } from './terms.ts';

describe('filling in a new entry', () => {
  const offers = [
    { language: 'en', sentence: 'Kornilov fled.', likely: 'Kornilov' },
    { language: 'ru', sentence: 'Он бежал.', likely: null },
  ];

  it('takes what very likely renders the headword', () => {
    expect(withLikely(emptyDraft('kk', 'Корнилов'), offers).glosses).toEqual({ en: 'Kornilov' });
  });

  it('leaves what was typed meanwhile', () => {
    expect(withLikely({ ...emptyDraft('kk', 'Корнилов'), glosses: { en: 'general' } }, offers).glosses).toEqual({
      en: 'general',
    });
  });
});

describe('going on with an entry that is there', () => {
  const entry = draftOf(term('кеңес', { glosses: { en: ['council'] }, notes: { en: 'first' } }));

  it('adds the senses and notes that were typed', () => {
    const typed = {
      ...emptyDraft('kk', 'кеңес'),
      glosses: { en: 'Soviet; council', ru: 'совет' },
      notes: { en: ' second ' },
    };
    expect(withTyped(entry, typed)).toMatchObject({
      glosses: { en: 'council; Soviet', ru: 'совет' },
      notes: { en: 'first\nsecond' },
    });
  });

  it('changes nothing where nothing was typed', () => {
    expect(withTyped(entry, emptyDraft('kk', 'Кеңес'))).toEqual(entry);
  });
});
