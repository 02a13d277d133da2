import { describe, expect, test } from 'vitest';
import { analyse } from '#core/language/analyse.ts';
import { language } from '#core/language/language.ts';

/** Word, its forms, and after a stroke words that are none. */
const english = [
  "soviet: soviets soviet's soviets' Soviets | sovietic",
  'city: cities | citys cityed',
  'class: classes | classs',
  'recognise: recognised recognises recognising | recogniseing',
  'stop: stopped stopping stops',
  'plan: planned plans planning',
  'visit: visited visiting visits',
  'die: died dying dies',
  'study: studied studies studying',
  'wolf: wolves',
  'woman: women',
  'take: took taken taking takes',
  'of: of | ofs ofed',
  'it: it | its',
  'be: was were being | beed',
  "workers: workers workers'",
];
const russian = [
  'совет: совета советов советами советы | советник советовать',
  'правительство: правительства правительству правительств правительством',
  'партия: партии партию партией партий | партийный',
  'собрание: собрания собранию собраний собраниях',
  'область: области областей областью',
  'комиссар: комиссары комиссаров комиссарам',
  'большевик: большевики большевиков большевиками',
  'память: памяти памятью | памят',
  'конец: конца концов концом',
  'рынок: рынка рынки рынков',
  'ошибка: ошибки ошибок ошибке',
  'крестьянин: крестьяне крестьян крестьянами крестьянина',
  'временный: временного временное временному временных временная',
  'чрезвычайная: чрезвычайной чрезвычайную',
  'народный: народного народные',
  'Ленин: Ленина Лениным Ленину',
  'съезд: съезда съезде съездов',
  'признавать: признавал признавали',
  'признать: признал признает признано признанный',
  'требовать: требует требовали требующий требовал',
  'купить: куплю купил купленный купит',
  'бороться: боролся боролись',
  'строить: строит строил строят',
  'что: что | чта',
  'не: не | нем',
  'самолёт: самолета самолёты',
];

const cases = [...english.map((row) => ['en', row] as const), ...russian.map((row) => ['ru', row] as const)].map(
  ([tag, row]) => {
    const [word = '', forms = ''] = row.split(': ');
    const [right = '', wrong = ''] = forms.split(' | ');
    return { tag, word, right: right.split(' '), wrong: wrong === '' ? [] : wrong.split(' ') };
  },
);

describe('[M11] English and Russian words are found by their regular forms', () => {
  test.each(cases)('$tag $word', ({ tag, word, right, wrong }) => {
    const isForm = (form: string): boolean => analyse(word, form, null, language(tag)).length > 0;
    expect(right.filter((form) => !isForm(form))).toEqual([]);
    expect(wrong.filter(isForm)).toEqual([]);
  });
});

test('a phrase is found when its words agree', () => {
  expect(analyse('временное правительство', 'временного правительства', null, language('ru'))).toHaveLength(1);
  expect(analyse('provisional government', 'Provisional Governments', null, language('en'))).toHaveLength(1);
  expect(analyse('provisional government', 'provisional governance', null, language('en'))).toEqual([]);
});

test('a language without rules has exact forms, capitals aside', () => {
  expect(analyse('Haus', 'HAUS', null, language('de'))).toHaveLength(1);
  expect(analyse('Haus', 'Hauses', null, language('de'))).toEqual([]);
  expect(analyse('qala', 'qalanıñ', null, language('kk-Latn'))).toEqual([]);
});
