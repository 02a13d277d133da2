import { describe, expect, it } from 'vitest';
import { consistency } from '#renderer/glossary/card/consistency.ts';
import { readingsAt } from '#renderer/glossary/card/readings.ts';
import { fromFirst } from '#renderer/glossary/Highlighted.tsx';
import type { TermMark } from '#renderer/glossary/marks.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { term } from './terms.ts';

const long = term('Уақытша үкімет', { id: 'long' });
const short = term('үкімет', { id: 'short' });
const terms = new Map([long, short].map((one) => [one.id, one]));
const paragraph: Paragraph = {
  kind: 'paragraph',
  id: 'p',
  modified: '',
  edition: 'kk',
  section: 's',
  order: 'a',
  type: 'text',
  text: 'Уақытша үкіметтің',
  marks: [],
};
const mark: TermMark = {
  role: 'headword',
  start: 0,
  end: 17,
  terms: ['long'],
  others: [{ start: 8, end: 17, terms: ['short'] }],
};
const place = { paragraph: 'p', start: 0, end: 17 };

describe('what a place may be read as', () => {
  it('is the term that marks it, then those inside it, each at its own words', () => {
    expect(readingsAt({ terms: ['long'], place }, paragraph, [mark], terms)).toEqual([
      { term: long, place },
      { term: short, place: { paragraph: 'p', start: 8, end: 17 } },
    ]);
  });

  it('is what the card was opened with where nothing is marked', () => {
    expect(readingsAt({ terms: ['short'], place }, paragraph, [], terms)).toEqual([{ term: short, place }]);
  });

  it('leaves out terms that are gone', () => {
    expect(readingsAt({ terms: ['long'], place }, paragraph, [mark], new Map([['short', short]]))).toHaveLength(1);
  });
});

describe('a text from its first underlined words on', () => {
  it('is whole when they stand near its beginning', () => {
    const excerpt = { text: 'One two three', ranges: [[4, 7]] as const };
    expect(fromFirst(excerpt)).toEqual(excerpt);
  });

  it('else begins with a whole word before them, and the ranges move along', () => {
    const text = `${'word '.repeat(40)}here it is`;
    const cut = fromFirst({ text, ranges: [[200, 204]] });
    expect(cut.text).toMatch(/^…word /u);
    expect(cut.ranges.map(([start, end]) => cut.text.slice(start, end))).toEqual(['here']);
  });
});

describe('how consistently a term is rendered', () => {
  it('is told by its glosses that are used, and by the places without any', () => {
    const renderings = [
      { gloss: 'people', count: 30 },
      { gloss: 'population', count: 2 },
      { gloss: null, count: 4 },
    ];
    expect(consistency({ renderings })).toEqual({ ways: 2, missing: 4 });
    expect(consistency({ renderings: [] })).toEqual({ ways: 0, missing: 0 });
  });
});
