import { conceptOf } from '#core/alignment/aligner/concepts.ts';
import { primaryTag } from '#core/language/primary-tag.ts';

/*
 * Numbers and months in words. A stem stands for every word that begins with it; with a period behind it for itself only. The
 * aligner's vocabulary has more languages; here are the forms that it has no need of: ordinals, cases.
 */
const numberStems: Readonly<Record<string, string>> = {
  kk: '1 бір.|бірін|бірде|біреу|алғаш;2 екі|екеу|қос;3 үш.|үшін|үште|үшеу|үшке|үшт;4 төрт;5 бес.|бесін|бесе|бест|беск;6 алты|алтау;7 жеті|жетеу;8 сегіз;9 тоғыз;10 он.|онын|ондаған|онға|оннан|онда.|онды;20 жиырма;30 отыз;40 қырық;50 елу;60 алпыс;70 жетпіс;80 сексен;90 тоқсан;100 жүз;1000 мың;1000000 миллион|млн;1000000000 миллиард|млрд;1000000000000 триллион|трлн',
  ru: '1 один|одна|одно|одни|одну|перв;2 два|две|двух|двум|двое|двой|втор|оба|обе|обо|дважды|пара|пару;3 три.|трё|тре|трое|трой|трижды;4 четыр|четвер|четвёр;5 пят;6 шест;7 сем|седьм;8 восьм|восем;9 девят;10 десят;11 одиннадцат;12 двенадцат|дюжин;13 тринадцат;14 четырнадцат;15 пятнадцат;16 шестнадцат;17 семнадцат;18 восемнадцат;19 девятнадцат;20 двадцат;30 тридцат;40 сорок|сорок;50 пятьдесят|пятидесят;60 шестьдесят|шестидесят;70 семьдесят|семидесят;80 восемьдесят|восьмидесят;90 девяност;100 сто.|ста.|сотн|сотен|сотый;200 двести|двухсот|двумстам;300 триста|трёхсот|трехсот;400 четыреста|четырёхсот|четырехсот;500 пятьсот|пятисот;600 шестьсот|шестисот;700 семьсот|семисот;800 восемьсот|восьмисот;900 девятьсот|девятисот;1000 тысяч|тыс;1000000 миллион|млн;1000000000 миллиард|млрд;1000000000000 триллион|трлн',
  en: '1 one|first|once|single;2 two|second|twice|both|pair|couple|double;3 three|third|triple|thrice;4 four.|fours.|fourth|quarter;5 five|fifth;6 six.|sixth|sixes;7 seven.|seventh;8 eight.|eighth;9 nine.|ninth;10 ten.|tenth|tens.;11 eleven;12 twelve|twelfth|dozen;13 thirteen;14 fourteen;15 fifteen;16 sixteen;17 seventeen;18 eighteen;19 nineteen;20 twent;30 thirt;40 fort;50 fift;60 sixt;70 sevent;80 eight;90 ninet;100 hundred;1000 thousand;1000000 million|mn.|m.;1000000000 billion|bn.;1000000000000 trillion|tn.',
};

const monthStems: Readonly<Record<string, string>> = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйе қазан қараша желтоқсан',
  ru: 'январ феврал март апрел мая.|май.|мае. июн июл август сентябр октябр ноябр декабр',
  en: 'januar|jan. februar|feb. march|mar. april|apr. may. june|jun. july|jul. august|aug. septem|sept.|sep. octob|oct. novem|nov. decem|dec.',
};

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

interface Stems {
  readonly whole: ReadonlyMap<string, number>;
  readonly beginnings: readonly (readonly [string, number])[];
}

function readStems(entries: readonly (readonly [value: number, words: string])[]): Stems {
  const whole = new Map<string, number>();
  const beginnings: [string, number][] = [];
  for (const [value, words] of entries) {
    for (const word of words.split('|')) {
      if (word.endsWith('.')) whole.set(word.slice(0, -1), value);
      else beginnings.push([word, value]);
    }
  }
  // The longest first: семнадцат before сем.
  return { whole, beginnings: beginnings.toSorted((a, b) => b[0].length - a[0].length) };
}

const numberTable = new Map(
  Object.entries(numberStems).map(([tag, list]) => [
    tag,
    readStems(
      list.split(';').map((entry): [number, string] => {
        const at = entry.indexOf(' ');
        return [Number(entry.slice(0, at)), entry.slice(at + 1)];
      }),
    ),
  ]),
);
const monthTable = new Map(
  Object.entries(monthStems).map(([tag, list]) => [
    tag,
    readStems(list.split(' ').map((words, at): [number, string] => [at + 1, words])),
  ]),
);

function valueOf(form: string, { whole, beginnings }: Stems): number | null {
  return whole.get(form) ?? beginnings.find(([stem]) => form.startsWith(stem))?.[1] ?? null;
}

/** The number that a word in small letters says, or `null`: two, екінші, пятью, thousand. */
export function numberWord(form: string, tag: string): number | null {
  const primary = primaryTag(tag);
  const stems = numberTable.get(primary);
  if (stems !== undefined) return valueOf(form, stems);
  const concept = conceptOf(form, tag);
  return concept !== null && /^\d+$/u.test(concept) ? Number(concept) : null;
}

/** The month that a word in small letters names, 1 to 12, or `null`. */
export function monthWord(form: string, tag: string): number | null {
  const primary = primaryTag(tag);
  const stems = monthTable.get(primary);
  if (stems !== undefined) return valueOf(form, stems);
  const at = monthNames.indexOf(conceptOf(form, tag) ?? '');
  return at === -1 ? null : at + 1;
}
