import { describe, expect, test } from 'vitest';
import { belonging, type Candidate } from '#core/dictionaries/by-form.ts';
import { proposeKeys } from '#core/dictionaries/headwords/propose.ts';
import { keyOf } from '#core/dictionaries/keys.ts';
import type { PartOfSpeech } from '#core/dictionaries/part-of-speech.ts';
import { analyse, spellReading } from '#core/language/analyse.ts';
import { language } from '#core/language/language.ts';

const entry = (headword: string, partOfSpeech: PartOfSpeech | null = null, given = false): Candidate => ({
  headword,
  partOfSpeech,
  given,
});

/** Headwords of a dictionary that a form is found under, as a look-up finds them: first by key, then by form. */
function found(form: string, headwords: readonly (string | Candidate)[], tag = 'kk'): string[] {
  const rules = language(tag);
  const keys = new Set(proposeKeys(form, rules));
  const entries = headwords.map((one) => (typeof one === 'string' ? entry(one) : one));
  const filed = entries.filter(({ headword, given }) => given || keys.has(keyOf(headword, rules)));
  return belonging(form, filed, rules).map(({ entry: { headword } }) => headword);
}

describe('[L1] a Kazakh form is found under its headword', () => {
  test.each([
    ['үкіметіне', 'үкімет'],
    ['ҮКІМЕТТЕРІМІЗДІҢ', 'үкімет'],
    ['кітабы', 'кітап'],
    ['тілегінің', 'тілек'],
    ['халқының', 'халық'],
    ['аузынан', 'ауыз'],
    ['съезіне', 'съезд'],
    ['фактілерді', 'факт'],
    ['процеске', 'процесс'],
    ['фестивалы', 'фестиваль'],
    ['РКФСР-дің', 'РКФСР'],
    ['маған', 'мен'],
    ['онда', 'ол'],
    ['оқиды', 'оқу'],
    ['оқыған', 'оқу'],
    ['оқыды', 'оқы'],
    ['жоспарлаған', 'жоспарлау'],
    ['жоспарлаған', 'жоспарла'],
    ['тауып', 'табу'],
    ['тапты', 'тап'],
    ['қояды', 'қою'],
    ['естиді', 'есту'],
    ['келмейді', 'келу'],
    ['болғандықтан', 'болу'],
    ['Уақытша үкіметтің', 'Уақытша үкімет'],
    ['“Алаш” партиясының', 'Алаш партиясы'],
    ['Халық Комиссарлары Кеңесінің', 'Халық Комиссарлары Кеңесі'],
  ])('%s: %s', (form, headword) => {
    expect(found(form, ['басқа', headword, 'үй'])).toEqual([headword]);
  });

  test.each(['үкімет', 'төңкеріс', 'жұмысшы', 'билік', 'партия', 'большевик', 'қала', 'жер'])(
    'whatever legal ending it has: %s',
    (headword) => {
      const rules = language('kk');
      const endings = ['тер', 'і', 'ы', 'сы', 'нің', 'дің', 'ге', 'қа', 'ғы', 'лары', 'дегі', 'мен'];
      const forms = rules.inflection
        .stems(headword, 'noun', false)
        .flatMap(({ text }) => endings.map((ending) => text + ending))
        .filter((form) => analyse(headword, form, null, rules).length > 0);
      expect(forms.filter((form) => !proposeKeys(form, rules).includes(headword))).toEqual([]);
      expect(forms.length).toBeGreaterThan(2);
    },
  );
});

describe('[L2] of several headwords', () => {
  test('that which the form is comes first, then that of which it holds most', () => {
    expect(found('алаш', ['алаш', 'Алаш', 'ала'])).toEqual(['алаш', 'Алаш']);
    expect(found('жақсыны', ['жақ', 'жақсы'])).toEqual(['жақсы']);
    expect(found('үйлер', ['үй', 'үйлер'])).toEqual(['үйлер', 'үй']);
  });

  test('a spelling that the dictionary gives stands before forms', () => {
    expect(found('үйлер', [entry('үй'), entry('көп үй', null, true)])).toEqual(['көп үй', 'үй']);
  });

  test('[L3] the part of speech tells which forms there are', () => {
    expect(found('барды', [entry('бар', 'verb'), entry('бар', 'adverb')])).toHaveLength(2);
    expect(found('бардым', [entry('бар', 'verb'), entry('бар', 'noun')])).toEqual(['бар']);
  });

  test('those that an analyser names come first, by its reading', () => {
    const analyses = [{ lemma: 'ат', tags: ['n', 'px3sp', 'acc'] }];
    const [first] = belonging('атын', [entry('ату'), entry('ат')], language('kk'), analyses);
    expect(first?.entry.headword).toBe('ат');
    expect(first?.reading?.map(spellReading)).toEqual(['ат + possessive-3(ы) + accusative(н)']);
  });
});

describe('[L1] the light rules', () => {
  test.each([
    ['правительства', 'правительство'],
    ['конца', 'конец'],
    ['ошибок', 'ошибка'],
    ['революцией', 'революция'],
    ['говорили', 'говорить'],
    ['Рабочих', 'рабочий'],
  ])('of Russian: %s, %s', (form, headword) => {
    expect(found(form, ['дом', headword], 'ru')).toEqual([headword]);
  });

  test.each([
    ['governments', 'government'],
    ['cities', 'city'],
    ['stopped', 'stop'],
    ['taught', 'teach'],
    ['making', 'make'],
    ['wives', 'wife'],
  ])('of English: %s, %s', (form, headword) => {
    expect(found(form, ['house', headword], 'en')).toEqual([headword]);
  });
});

test('[L1] any other language has exact forms, capitals aside', () => {
  expect(found('HAUS', ['Haus', 'Hau'], 'de')).toEqual(['Haus']);
  expect(found('Häuser', ['Haus'], 'de')).toEqual([]);
});

test('what is no word, or no phrase any more, finds nothing', () => {
  const rules = language('kk');
  expect(proposeKeys('…', rules)).toEqual([]);
  expect(proposeKeys(Array.from({ length: 9 }, () => 'сөз').join(' '), rules)).toEqual([]);
});

test('the keys of a phrase stay few', () => {
  const form = 'Қазақстан Республикасының Халықтарының Ассамблеясының мүшелерінің';
  expect(proposeKeys(form, language('kk')).length).toBeLessThanOrEqual(4000);
});
