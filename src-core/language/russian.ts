import { endingStem } from './ending-stem.ts';
import { functionWords } from './function-words.ts';
import type { Inflection, Stem, WordKind } from './inflection.ts';
import { adjective, type RussianStem } from './russian-endings.ts';
import { russianVerb } from './russian-verbs.ts';

/**
 * How Russian words are inflected, as far as the dictionary form tells: nouns by their ending, with the vowels that come and
 * go (конец, конца), adjectives, and verbs by their infinitive. ё counts as е.
 */
export const russianInflection: Inflection = {
  normal,
  stems: (word, kind) => {
    const small = normal(word);
    const own: WordKind = kind ?? (isInfinitive(small) ? 'verb' : 'noun');
    const exact = endingStem({ text: small, stem: small, kind: own, endings: new Map([['', '']]) });
    if (small.length < 3 || functionWords('ru').has(small) || !/^[а-я-]+$/u.test(small)) return [exact];
    const found: RussianStem[] = isInfinitive(small) ? russianVerb(small) : nominal(small);
    return [exact, ...found.map((one) => toStem(one, small, own))];
  },
  likelyKind: (word) => (isInfinitive(normal(word)) ? 'verb' : 'noun'),
};

function normal(word: string): string {
  const small = word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return /\u00AD|\u0301/u.test(small) ? small.replace(/\u00AD|\u0301/gu, '') : small;
}

/** Nouns and a number that end as verbs do. */
const likeInfinitives = new Set('печать память мать сеть суть рать путь пять нить плоть треть прыть'.split(' '));

function isInfinitive(word: string): boolean {
  return /[аяиеыуо]ть(?:ся)?$|[сзй]ти(?:сь)?$/u.test(word) && !likeInfinitives.has(word);
}

function toStem({ text, endings }: RussianStem, stem: string, kind: WordKind): Stem {
  const ids = endings.split(' ').map((ending): [string, string] => [ending === '_' ? '' : ending, 'inflection']);
  return endingStem({ text, stem, kind, endings: new Map(ids) });
}

/** By how the dictionary form ends: what is cut off, and what may stand instead. The first rule that fits holds. */
const rules: readonly (readonly [ends: RegExp, cut: number, endings: string])[] = [
  // Nouns before adjectives that end alike: собрание, but рабочие.
  [/[нствл]ие$/u, 1, 'е я ю ем и й ям ями ях'],
  [/[аое]рий$|[нвл]ий$/u, 1, 'й я ю ем и ев ям ями ях'],
  [/(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$/u, 2, adjective],
  [/ия$/u, 1, 'я и ю ей й ям ями ях'],
  [/анин$|янин$/u, 0, 'а у ом е'],
  [/[аеоуию]й$/u, 1, 'й я ю ем е и ев ям ями ях'],
  [/ь$/u, 1, 'ь и я ю е ем ью ей ям ями ях'],
  [/[жшщчц]а$/u, 1, 'а и ы е у ей ой ам ами ах _'],
  [/[кгх]а$/u, 1, 'а и е у ой ою ам ами ах _'],
  [/а$/u, 1, 'а ы е у ой ою ам ами ах _'],
  [/я$/u, 1, 'я и ю е ей ею ям ями ях ь й'],
  [/о$/u, 1, 'о а у ом е ам ами ах _'],
  [/е$/u, 1, 'е я ю а у ем и ам ами ах ям ями ях ей'],
  [/[жшщч]$/u, 0, 'а у ем ом е и ей ам ами ах'],
  [/[кгх]$/u, 0, 'а у ом е и ов ам ами ах'],
  [/ц$/u, 0, 'а у ем ом е ы ев ов ам ами ах'],
  [/[бвдзлмнпрстф]$/u, 0, 'а у ом е ы ов ам ами ах'],
];

function nominal(word: string): RussianStem[] {
  const rule = rules.find(([ends]) => ends.test(word));
  if (rule === undefined) return [];
  const [, cut, endings] = rule;
  const text = word.slice(0, word.length - cut);
  const stems: RussianStem[] = [{ text, endings }];
  // Surnames in -ов and -ин have another instrumental: Лениным.
  if (/(?:[ое]в|[иы]н)$/u.test(word)) stems.push({ text: word, endings: 'ым' });
  if (/[ая]нин$/u.test(word)) stems.push({ text: word.slice(0, -2), endings: 'е _ ам ами ах' });
  // A vowel that is lost: конец, конца; рынок, рынка; день, дня.
  const losing =
    /^(.+[бвгджзклмнпрстфхцчшщй])[ео]([цкн]ь?)$/u.exec(word) ?? /^(.+[бвгджзклмнпрстфхцчшщ])е(ц)$/u.exec(word);
  if (losing !== null && word.length > 3) {
    const [, before = '', last = ''] = losing;
    stems.push({ text: before + last.replace('ь', ''), endings: endings.replace(/(?:^| )[ь_](?= |$)/gu, '').trim() });
  }
  // A vowel that comes: ошибка, ошибок; письмо, писем.
  const gaining = /^(.*[бвгджзлмнпрстфхцчшщ])ь?([клмнр])[аоя]$/u.exec(word);
  if (gaining !== null) {
    const [, before = '', last = ''] = gaining;
    stems.push({ text: before, endings: `о${last} е${last}` });
  }
  return stems;
}
