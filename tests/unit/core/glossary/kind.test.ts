import { describe, expect, it } from 'vitest';
import { wordKindOf } from '#core/glossary/kind.ts';

describe('the kind of a headword', () => {
  it('is told by its category, or by its glosses', () => {
    expect(wordKindOf({ category: 'place', glosses: {} })).toBe('noun');
    expect(wordKindOf({ category: 'word', glosses: { 'en-GB': ['to go'] } })).toBe('verb');
    expect(wordKindOf({ category: 'word', glosses: { ru: ['ехать, идти'] } })).toBe('verb');
    expect(wordKindOf({ category: 'word', glosses: { en: ['book'] } })).toBe('noun');
    expect(wordKindOf({ category: 'word', glosses: { de: ['gehen'], en: [] } })).toBeNull();
  });

  it('is not told by glosses in what is no language but a name that every object has', () => {
    expect(wordKindOf({ category: 'word', glosses: { constructor: ['x'], toString: ['y'] } })).toBeNull();
  });
});
