import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';
import { changedTerms, termFinder } from '#renderer/glossary/marks.ts';
import { term } from './terms.ts';

function paragraph(text: string): Paragraph {
  return {
    kind: 'paragraph',
    id: text,
    modified: '',
    edition: 'e',
    section: 's',
    order: 'a',
    type: 'text',
    text,
    marks: [],
  };
}

function marked(text: string, tag: string, terms: readonly Term[]): string[] {
  const marks = termFinder(terms).marks(paragraph(text), tag);
  return marks.map(({ role, start, end, terms: ids }) => `${role} ${text.slice(start, end)} ${ids.join(',')}`);
}

describe('marks in a text', () => {
  const power = term('Кеңес өкіметі', { id: 'power', glosses: { en: ['Soviet power'] } });
  const council = term('кеңес', { id: 'council', glosses: { en: ['council', 'Soviet'] } });

  it('are headwords in their own language, the longest first', () => {
    expect(marked('Кеңес өкіметі мен кеңес', 'kk', [council, power])).toEqual([
      'headword Кеңес өкіметі power',
      'headword кеңес council',
    ]);
  });

  it('are glosses in the language of the translation', () => {
    expect(marked('Soviet power, the council', 'en', [council, power])).toEqual([
      'gloss Soviet power power',
      'gloss council council',
    ]);
  });

  it('are headwords where a gloss stands in the same place', () => {
    const english = term('council', { id: 'english', language: 'en' });
    expect(marked('the council', 'en', [council, english])).toEqual(['headword council english']);
  });

  it('name every term with the same headword', () => {
    expect(marked('кеңес', 'kk', [council, term('Кеңес', { id: 'other' })])).toEqual(['headword кеңес council,other']);
  });
});

describe('a change of the glossary', () => {
  const word = fc.constantFrom('а', 'ә', 'б', 'в');
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  // The same entry is the same value, as in the library.
  const entries = new Map<string, Term>();
  const entry = (id: string, headword: string): Term => {
    const known = entries.get(`${id} ${headword}`) ?? term(headword, { id });
    entries.set(`${id} ${headword}`, known);
    return known;
  };
  const glossary = fc
    .dictionary(fc.constantFrom('1', '2', '3', '4'), phrase, { noNullPrototype: true })
    .map((headwords) => new Map(Object.entries(headwords).map(([id, headword]) => [id, entry(id, headword)])));
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

  it('touches only paragraphs in which a changed term stands', () => {
    fc.assert(
      fc.property(glossary, glossary, text, (before, after, words) => {
        const where = paragraph(words);
        fc.pre(termFinder(changedTerms(before, after)).marks(where, 'kk').length === 0);
        const marksBefore = termFinder([...before.values()]).marks(where, 'kk');
        expect(termFinder([...after.values()]).marks(where, 'kk')).toEqual(marksBefore);
      }),
    );
  });

  it('keeps marks that are known', () => {
    const where = paragraph('а');
    const known = new Map([[where, []]]);
    expect(termFinder([term('а')], known).marks(where, 'kk')).toEqual([]);
  });
});
