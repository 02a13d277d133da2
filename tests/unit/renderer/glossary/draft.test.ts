import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '#core/records/term.ts';
import {
  added,
  draftOf,
  edited,
  emptyDraft,
  headwordOf,
  isComplete,
  sameHeadword,
  sensesOf,
  withLanguage,
  withSense,
} from '#renderer/glossary/draft.ts';
import { term } from './terms.ts';

describe('a headword from a selection', () => {
  it.each([
    ['  Уақытша үкіметтің ', 'Уақытша үкіметтің'],
    ['«Үш жүз»', 'Үш жүз'],
    ['Алаш\n орда,', 'Алаш орда'],
    ['ұлт\u00ADтық', 'ұлттық'],
    ['21-інде', '21-інде'],
    ['…', ''],
  ])('%j becomes %j', (selected, headword) => {
    expect(headwordOf(selected)).toBe(headword);
  });

  it('is cut after a word when very long', () => {
    expect(headwordOf('сөз '.repeat(100))).toBe('сөз '.repeat(50).trim());
    expect(headwordOf('с'.repeat(300))).toHaveLength(200);
  });
});

describe('typed senses', () => {
  it('are separated by semicolons, each once', () => {
    expect(sensesOf(' Soviet;  council ;;Soviet')).toEqual(['Soviet', 'council']);
  });

  it('are added after those that are there', () => {
    expect(withSense('Soviet', 'council')).toBe('Soviet; council');
    expect(withSense('', 'council')).toBe('council');
    expect(withSense('Soviet; council', 'council')).toBe('Soviet; council');
  });
});

describe('another language for the headword', () => {
  it('exchanges headword and gloss', () => {
    const draft = { ...emptyDraft('en', 'council'), glosses: { kk: 'кеңес; кеңесу', ru: 'совет' } };
    expect(withLanguage(draft, 'kk')).toMatchObject({
      language: 'kk',
      headword: 'кеңес',
      glosses: { en: 'council', kk: 'кеңесу', ru: 'совет' },
    });
  });

  it('keeps the headword where there is no gloss in that language', () => {
    expect(withLanguage(emptyDraft('en', 'Алаш'), 'kk')).toMatchObject({
      language: 'kk',
      headword: 'Алаш',
      glosses: {},
    });
  });
});

describe('keeping a draft', () => {
  it('adds an entry with the work it was made in', () => {
    const draft = {
      ...emptyDraft('kk', 'Кеңес'),
      glosses: { en: 'Soviet; council', ru: ' ' },
      notes: { en: ' n ', kk: '' },
    };
    expect(added(draft, 'new', 'qazan-1917')).toEqual({
      added: [
        {
          id: 'new',
          kind: 'term',
          modified: '',
          language: 'kk',
          headword: 'Кеңес',
          category: 'word',
          glosses: { en: ['Soviet', 'council'] },
          notes: { en: 'n' },
          work: 'qazan-1917',
        },
      ],
      updated: [],
      removed: [],
    });
  });

  it('needs a headword', () => {
    expect(isComplete(emptyDraft('kk', ' … '))).toBe(false);
    expect(isComplete(emptyDraft('kk', 'Алаш'))).toBe(true);
  });

  it('changes nothing when nothing was changed', () => {
    const senses = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('en', 'ru'), senses, { noNullPrototype: true }), (glosses) => {
        const kept = term('Кеңес', { glosses });
        expect(edited(kept, draftOf(kept))).toBeNull();
      }),
    );
  });

  it('keeps what the form does not show', () => {
    const kept: Term = { ...term('Кеңес', { work: 'w' }), level: '3', unknown: 3 };
    const change = edited(kept, { ...draftOf(kept), category: 'institution' });
    expect(change?.updated).toEqual([[kept, { ...kept, category: 'institution' }]]);
  });

  it('takes away a gloss that was emptied', () => {
    const kept = term('Кеңес', { glosses: { en: ['Soviet'], ru: ['совет'] } });
    const change = edited(kept, { ...draftOf(kept), glosses: { en: '', ru: 'совет' } });
    expect(change?.updated[0]?.[1]).toMatchObject({ glosses: { ru: ['совет'] } });
  });
});

describe('an entry with the same headword', () => {
  const terms = [term('Қазақ елі'), term('казак', { language: 'ru' })];

  it('is found whatever the case and white space', () => {
    expect(sameHeadword(terms, { language: 'kk', headword: ' қазақ  елі' })).toEqual([terms[0]]);
  });

  it('is one of the same language, and not the entry itself', () => {
    expect(sameHeadword(terms, { language: 'kk', headword: 'казак' })).toEqual([]);
    expect(sameHeadword(terms, { language: 'kk', headword: 'Қазақ елі' }, terms[0]?.id)).toEqual([]);
  });
});
