import { describe, expect, test } from 'vitest';
import { analyse, spellReading } from '#core/language/analyse.ts';
import type { WordKind } from '#core/language/inflection.ts';
import { language } from '#core/language/language.ts';

const kk = language('kk');
const readings = (headword: string, form: string, kind: WordKind | null): string[] =>
  analyse(headword, form, kind, kk).map((words) => words.map(spellReading).join(' '));

/** Headword, and forms of it; after a stroke, words that are none. */
const nouns = [
  'үкімет: үкіметінің үкіметке үкіметтің үкіметтерімізден үкіметіндегілер | үкіметға үкіметлер үкіметнің',
  'қала: қаланың қалада қаласында қалалардан қаладағы қаламен | қалалер қалатың қаласты',
  'кітап: кітабы кітапқа кітабымыз кітаптар | кітабқа кітабтар',
  'тарап: тарапынан тарабынан тараптар',
  'тілек: тілегі тілекке тілегіңіз | тілекі',
  'халық: халқы халқының халықтың халықпен халығы',
  'орын: орны орнында орынға | орнға',
  'ауыз: аузы аузынан ауызға',
  'су: суы судың суға | сусы суге',
  'тау: тауы таулар тауға',
  'сөз: сөзбен сөздің сөзге | сөзмен сөзнің',
  'адам: адамның адамды адамнан адаммен | адамдың адамны',
  'ат: атыма атымда атыңнан | атымға',
  'бала: балаларымыздікі баламын балалардай',
  'жақсы: жақсырақ жақсылар',
  'анық: анығырақ | анықырақ',
  'жыл: жылғы жылдағы',
  'үміт: үмітіміз | үмітсіз үміткер',
];

const loans = [
  'революция: революциясы революцияның революцияға',
  'съезд: съезінде съездің съезге съездер',
  'социалист: социалистер | социалистлер',
  'процесс: процесі процеске процестің',
  'факт: фактісі фактілер фактіге',
  'модель: моделі модельдің модельге',
  'фестиваль: фестивальдер фестивалі фестивалы',
  'министр: министрлер министрге',
  'Назарбаев: Назарбаевтың Назарбаевпен',
  'Керенский: Керенскийдің Керенскийге',
  'РКФСР: РКФСР-дің РКФСР-ге',
  '1917: 1917-де 1917-нің',
  'ата-ана: ата-аналар ата-анасы',
];

const verbs = [
  'жоспарла: жоспарлап жоспарлады жоспарлайды жоспарланған жоспарлау жоспарлауға жоспарламаса жоспарласын',
  'жоспарлау: жоспарлап жоспарлаған жоспарлауды жоспарламайды',
  'оқу: оқы оқып оқиды оқитын оқуға оқымаған',
  'даму: дамып дамиды дамыған дамуда',
  'келу: келді келеді келгенде келмес келейін келіңіз келсеңіз',
  'тап: тауып табады тапқан табылды табу | табқан тапу тапып',
  'шық: шығып шығады шыққан шығу | шықу',
  'қой: қояды қоятын қою қойды қойып | қойады',
  'қи: қияды қиды қиып қию',
  'ту: туды туған туады',
  'ал: алынды алды алған алмайынша алғысы',
  'тұр: тұрмын тұр тұрған',
  'жат: жатыр жатырмыз жатқан',
  'айт: айтарлықтай айтшы айтқандықтан',
];

const pronouns = ['мен: менің маған мені', 'ол: оның оған одан ондағы', 'бұл: бұның мұны мұнда', 'сол: содан сонда'];
const numerals = ['екі: екінші екеуі екіден', 'бес: бесінші бесеуі', 'жиырма: жиырмасыншы', 'үш: үшінші үшеу'];

const table = (rows: readonly string[], kind: WordKind) =>
  rows.map((row) => {
    const [headword = '', forms = ''] = row.split(': ');
    const [right = '', wrong = ''] = forms.split(' | ');
    return { headword, kind, right: right.split(' '), wrong: wrong === '' ? [] : wrong.split(' ') };
  });

describe('[M1] a form continues its headword by a legal chain of suffixes', () => {
  test.each([...table(nouns, 'noun'), ...table(pronouns, 'noun'), ...table(numerals, 'noun'), ...table(verbs, 'verb')])(
    '$headword',
    ({ headword, kind, right, wrong }) => {
      expect(right.filter((form) => readings(headword, form, kind).length === 0)).toEqual([]);
      expect(wrong.filter((form) => readings(headword, form, kind).length > 0)).toEqual([]);
    },
  );
});

describe('[M2] loans, names, abbreviations and numbers take suffixes as they are spoken', () => {
  test.each(table(loans, 'noun'))('$headword', ({ headword, kind, right, wrong }) => {
    expect(right.filter((form) => readings(headword, form, kind).length === 0)).toEqual([]);
    expect(wrong.filter((form) => readings(headword, form, kind).length > 0)).toEqual([]);
  });
});

test('[M3] a word of its own is no form of another', () => {
  expect(readings('бас', 'басқа', 'noun')).toEqual([]);
  expect(readings('өт', 'өте', 'verb')).toEqual([]);
  expect(readings('басқа', 'басқа', 'noun')).toEqual(['басқа']);
  expect(readings('де', 'де', 'verb')).toEqual([]);
  expect(readings('алу', 'ал', 'verb')).toEqual([]);
  expect(readings('тегу', 'тек', 'verb')).toEqual([]);
});

test('[M3] a noun is not the command of a verb that is written like it', () => {
  expect(readings('жазу', 'жаз', 'verb')).toEqual([]);
  expect(readings('жазу', 'жазсын', 'verb')).toEqual(['жаз + imperative-3(сын)']);
  expect(readings('жазу', 'жаз', null)).toEqual([]);
});

test('[M3] a form of a pronoun is no form of a noun or a verb', () => {
  expect(readings('он', 'оның', 'noun')).toEqual([]);
  expect(readings('сену', 'сенің', 'verb')).toEqual([]);
  expect(readings('ол', 'оның', 'noun')).toEqual(['ол + genitive(ның)']);
  expect(readings('он', 'онның', 'noun')).toEqual(['он + genitive(ның)']);
});

test('[M4] all legal readings are given, the likeliest first', () => {
  expect(readings('бала', 'баласын', 'noun')).toEqual(['бала + possessive-3(сы) + accusative(н)']);
  expect(readings('қала', 'қаланың', 'noun')).toEqual(['қала + genitive(ның)']);
  expect(readings('ат', 'атың', 'noun')).toEqual(['ат + possessive-2(ың)']);
  expect(readings('кел', 'келдің', 'verb')).toEqual(['кел + past(ді) + person-2(ң)']);
  expect(readings('алма', 'алмасы', null)[0]).toBe('алма + possessive-3(сы)');
  expect(readings('кел', 'келесіз', 'verb')).toEqual(['кел + present(е) + person-2-polite(сіз)']);
});

test('[M5] a headword of several words is inflected at its end, and within', () => {
  expect(readings('Уақытша үкімет', 'Уақытша үкіметінің', 'noun')).toEqual([
    'уақытша үкімет + possessive-3(і) + genitive(нің)',
  ]);
  expect(readings('Халық Комиссарлары Кеңесі', 'Халық Комиссарлары Кеңесінің', 'noun')).toEqual([
    'халық комиссарлары кеңесі + genitive(нің)',
  ]);
  expect(readings('кеңес қаулы', 'Кеңестердің қаулысы', 'noun')).toEqual([
    'кеңес + plural(тер) + genitive(дің) қаулы + possessive-3(сы)',
  ]);
  expect(readings('Уақытша үкімет', 'үкіметінің', 'noun')).toEqual([]);
});

test('a headword is compared whatever its capitals, composition, soft hyphens and stress', () => {
  expect(readings('ҮКІМЕТ', 'Үкі\u00ADметке', 'noun')).toEqual(['үкімет + dative(ке)']);
  expect(readings('й'.normalize('NFD') + 'од', 'йодты', 'noun')).toEqual(['йод + accusative(ты)']);
});
