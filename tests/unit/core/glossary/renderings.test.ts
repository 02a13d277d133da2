import { describe, expect, it } from 'vitest';
import { nearestRendering, renderingFinder } from '#core/glossary/renderings.ts';
import type { Term } from '#core/records/term.ts';

const term: Term = {
  kind: 'term',
  id: 't',
  modified: '',
  language: 'kk',
  headword: 'Уақытша үкімет',
  category: 'institution',
  glosses: { ru: ['Временное правительство', 'правительство'], en: ['Provisional Government'] },
  notes: {},
};

describe('the renderings of a term', () => {
  it('are its glosses in all their forms, the longest first', () => {
    const text = 'Временного правительства не стало, правительство бежало.';
    const found = renderingFinder(term, 'ru')(text);
    expect(found.map(({ start, end, gloss }) => [text.slice(start, end), gloss])).toEqual([
      ['Временного правительства', 'Временное правительство'],
      ['правительство', 'правительство'],
    ]);
  });

  it('are those in the language of the text', () => {
    expect(renderingFinder(term, 'en')('правительство, the Provisional Government')).toHaveLength(1);
  });
});

describe('of several renderings', () => {
  const found = [
    { start: 0, end: 4, gloss: 'first' },
    { start: 90, end: 94, gloss: 'last' },
  ];

  it('[L4] that one counts which stands as far into its text', () => {
    expect(nearestRendering(found, 0.1, 100)?.gloss).toBe('first');
    expect(nearestRendering(found, 0.8, 100)?.gloss).toBe('last');
  });

  it('none counts where there is none', () => {
    expect(nearestRendering([], 0.5, 100)).toBeNull();
  });
});
