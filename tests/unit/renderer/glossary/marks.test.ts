import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import { marksMoved, type MarkState } from '#renderer/glossary/marks-moved.ts';
import { termFinder, type TermMark } from '#renderer/glossary/marks.ts';
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
  const marks = termFinder({ terms }).marks(paragraph(text), tag);
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

describe('what a mark overlaps', () => {
  it('is told with it, so that the shorter headword can be reached', () => {
    const government = term('үкімет', { id: 'government' });
    const provisional = term('Уақытша үкімет', { id: 'provisional' });
    const text = 'Уақытша үкіметтің';
    const [mark] = termFinder({ terms: [government, provisional] }).marks(paragraph(text), 'kk');
    expect(mark?.terms).toEqual(['provisional']);
    expect(mark?.others.map(({ start, end, terms }) => [text.slice(start, end), ...terms])).toEqual([
      ['үкіметтің', 'government'],
    ]);
  });
});

describe('a rejected form', () => {
  it('is not marked, and other forms are', () => {
    const rejection: Rejection = { kind: 'rejection', id: 'r', modified: '', term: 'head', form: 'басы' };
    const finder = termFinder({ terms: [term('бас', { id: 'head' })], rejections: [rejection] });
    const text = 'Басы ауырды, бастың';
    expect(finder.marks(paragraph(text), 'kk').map(({ start, end }) => text.slice(start, end))).toEqual(['бастың']);
  });
});

function state(terms: Iterable<Term>, rejections: readonly Rejection[] = []): MarkState {
  return {
    terms: new Map([...terms].map((one) => [one.id, one])),
    rejections: new Map(rejections.map((one) => [one.id, one])),
    mismatches: new Map(),
  };
}

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
    .map((headwords) => Object.entries(headwords).map(([id, headword]) => entry(id, headword)));
  const rejected = fc
    .uniqueArray(fc.tuple(fc.constantFrom('1', '2', '3', '4'), word), { selector: String })
    .map((pairs) =>
      pairs.map(([id, form]): Rejection => ({ kind: 'rejection', id: id + form, modified: '', term: id, form })),
    );
  const texts = fc.array(
    fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
    { maxLength: 4 },
  );
  const shape = (marks: readonly TermMark[]) =>
    marks.map(({ start, end, terms, others }) => [
      start,
      end,
      [...terms].toSorted(),
      others.map((other) => `${String(other.start)} ${[...other.terms].toSorted().join()}`).toSorted(),
    ]);

  it('leaves the marks that would be found anew', () => {
    fc.assert(
      fc.property(glossary, rejected, glossary, rejected, texts, (terms, refused, termsAfter, refusedAfter, all) => {
        const [before, after] = [state(terms, refused), state(termsAfter, refusedAfter)];
        const finder = termFinder({ terms, rejections: refused });
        const drawn = new Map(all.map((text) => paragraph(text)).map((one) => [one, finder.marks(one, 'kk')]));
        const { change, found } = marksMoved(before, after, drawn, () => 'kk');
        finder.update(change, found);
        const anew = termFinder({ terms: termsAfter, rejections: refusedAfter });
        for (const where of drawn.keys()) {
          expect(shape(finder.marks(where, 'kk'))).toEqual(shape(anew.marks(where, 'kk')));
        }
      }),
    );
  });

  it('of a level alone draws the paragraphs anew in which the term stands, and finds nothing anew', () => {
    const council = term('кеңес', { id: 'council' });
    const finder = termFinder({ terms: [council] });
    const [here, there] = [paragraph('кеңестің'), paragraph('басқа')];
    const drawn = new Map([here, there].map((one) => [one, finder.marks(one, 'kk')]));
    const moved = marksMoved(state([council]), state([{ ...council, level: '2' }]), drawn, () => 'kk');
    expect(moved.found).toEqual([]);
    expect(moved.shown).toEqual([here]);
    expect(moved.change).toMatchObject({ removed: [], added: [] });
  });
});
