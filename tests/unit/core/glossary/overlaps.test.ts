import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headwordIndex, matches } from '#core/glossary/match.ts';
import type { TermPlace } from '#core/glossary/overlaps.ts';
import { language } from '#core/language/language.ts';
import { term } from './terms.ts';

const kk = language('kk');
const find = (text: string, ...headwords: string[]) =>
  matches(
    text,
    headwordIndex(
      headwords.map((headword) => term(headword)),
      kk,
    ),
  );
const spell = ({ terms }: TermPlace): string => terms.join('|');

describe('what a match overlaps', () => {
  test('[G2] a longer headword names those inside it', () => {
    const [match, ...more] = find('Уақытша үкіметтің', 'үкімет', 'Уақытша үкімет', 'уақытша');
    expect(more).toEqual([]);
    expect(match).toEqual({
      start: 0,
      end: 17,
      terms: ['Уақытша үкімет'],
      others: [
        { start: 8, end: 17, terms: ['үкімет'] },
        { start: 0, end: 7, terms: ['уақытша'] },
      ],
    });
  });

  test('[G2] what crosses two matches is among the others of both', () => {
    const found = find('а бб вв гг дд', 'а бб', 'бб вв', 'вв гг дд');
    expect(found.map(spell)).toEqual(['а бб', 'вв гг дд']);
    expect(found.map(({ others }) => others.map(spell))).toEqual([['бб вв'], ['бб вв']]);
  });

  test('[G2] a headword of which the form holds less is among the others', () => {
    const [match] = find('алмасы', 'алмас', 'алма');
    expect(match?.terms).toEqual(['алмас']);
    expect(match?.others.map(spell)).toEqual(['алма']);
  });

  test('[G3] terms of one headword are one match', () => {
    const index = headwordIndex([term('ат', { en: ['horse'] }), { ...term('ат', { en: ['name'] }), id: 'name' }], kk);
    expect(matches('атты', index)).toEqual([{ start: 0, end: 4, terms: ['ат', 'name'], others: [] }]);
  });

  test('[G1] [G2] every place of a headword is a match or among the others, and matches never overlap', () => {
    const words = fc.constantFrom('а', 'б', 'в', 'г');
    const phrase = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 6 }), fc.array(words, { maxLength: 20 }), (headwords, parts) => {
        const text = parts.join(' ');
        const found = find(text, ...headwords);
        for (const [at, { end }] of found.entries()) expect(found[at + 1]?.start ?? end).toBeGreaterThanOrEqual(end);
        const all = found.flatMap((match) => [match, ...match.others]);
        const named = new Set(all.map(({ start, terms }) => `${start} ${terms.join('|')}`));
        const expected = headwords.flatMap((headword) =>
          parts.flatMap((_, at) => {
            const length = headword.split(' ').length;
            return parts.slice(at, at + length).join(' ') === headword ? [`${at * 2} ${headword}`] : [];
          }),
        );
        expect([...named].toSorted()).toEqual(expected.toSorted());
        for (const { start, end, others } of found) {
          for (const other of others) {
            expect(other.end - other.start).toBeLessThanOrEqual(
              Math.max(
                ...found
                  .filter((one) => one.start < other.end && other.start < one.end)
                  .map((one) => one.end - one.start),
              ),
            );
            expect(other.start < end && start < other.end).toBe(true);
          }
        }
      }),
    );
  });
});
