import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lightRules } from '#renderer/glossary/light-rules.ts';

describe('what is lit', () => {
  beforeEach(() => {
    vi.stubGlobal('CSS', { escape: (text: string) => text.replaceAll('"', '\\"') });
  });

  it('is the headwords of a row and their glosses', () => {
    expect(lightRules({ rows: [{ row: '3', terms: ['a', 'b'] }], word: null })).toEqual([
      '[data-link="3"] :is([data-terms~="a"],[data-terms~="b"]){--term-shown:1}',
    ]);
  });

  it('is nothing in a row without terms', () => {
    expect(lightRules({ rows: [{ row: '3', terms: [] }], word: null })).toEqual([]);
  });

  it('is the word pointed at and its renderings, in its row only', () => {
    expect(lightRules({ rows: [], word: { row: '3', terms: ['a'] } })).toEqual([
      '[data-link="3"] :is([data-terms~="a"]){--term-lit:1}',
    ]);
  });

  it('cannot be broken by an id', () => {
    expect(lightRules({ rows: [], word: { row: '3', terms: ['a"]{}'] } })[0]).toContain('[data-terms~="a\\"]{}"]');
  });
});
