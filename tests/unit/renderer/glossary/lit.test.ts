import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { lightRules } from '#renderer/glossary/light-rules.ts';
import { idList, idsOf } from '#renderer/reader/id-list.ts';

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

  it('is named by one id, whatever it holds', () => {
    expect(lightRules({ rows: [], word: { row: '3', terms: ['a b'] } })[0]).toContain('[data-terms~="a%20;b"]');
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, unit: 'binary' })), (ids) => {
        expect(idsOf(idList(ids))).toEqual(ids);
      }),
    );
    const odd = ['a b', '%20;', '\u0000\n', '\uD800', '"]{}#/works/x'];
    expect(idsOf(idList(odd))).toEqual(odd);
    expect(idsOf(null)).toEqual([]);
  });
});
