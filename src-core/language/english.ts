import { endingStem } from './ending-stem.ts';
import { functionWords } from './function-words.ts';
import type { Inflection, Stem } from './inflection.ts';

/** Plurals and verbs that are not made regularly and are met often: the word, then its forms. */
const irregular = new Map(
  (
    'man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|crisis crises|basis bases|be is are was were been being|' +
    'begin began begun|break broke broken|bring brought|build built|buy bought|catch caught|choose chose chosen|come came|cut cutting|' +
    'draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown|forget forgot forgotten|' +
    'get got gotten|give gave given|go went gone goes|grow grew grown|have has had|hear heard|hold held|keep kept|know knew known|lead led|' +
    'leave left|lose lost|make made|mean meant|meet met|pay paid|read|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|' +
    'send sent|set setting|show shown|sit sat|speak spoke spoken|spend spent|stand stood|strike struck|take took taken|teach taught|tell told|' +
    'think thought|throw threw thrown|understand understood|win won|write wrote written'
  )
    .split('|')
    .map((entry): [string, string[]] => {
      const [word = '', ...forms] = entry.split(' ');
      return [word, forms];
    }),
);

/** The words with irregular forms. */
export const irregularWords: readonly string[] = [...irregular.keys()];

/** How English words are inflected, as far as their regular endings tell: teaching, cities, stopped, the workers’. */
export const englishInflection: Inflection = {
  normal,
  stems: (word, kind) => {
    const small = normal(word);
    const stems: Stem[] = [];
    const add = (text: string, endings: readonly (readonly [ending: string, id: string])[]): void => {
      stems.push(endingStem({ text, stem: small, kind: kind ?? 'noun', endings: new Map(endings) }));
    };
    const closed = small.length < 3 || !/^[a-z]+$/u.test(small) || functionWords('en').has(small);
    add(small, [
      ['', ''],
      ["'s", 'english-possessive'],
      ...(closed || small.endsWith('s') ? [["'", 'english-possessive'] as const] : []),
    ]);
    for (const form of irregular.get(small) ?? []) add(form, [['', 'inflection']]);
    // A name has no forms but its possessive; nor has a word that is a plural already.
    if (closed || (/^\p{Lu}/u.test(word) && word !== word.toUpperCase() && small.endsWith('s'))) return stems;
    for (const [text, endings] of regular(small)) add(text, endings);
    return stems;
  },
  likelyKind: () => null,
};

function normal(word: string): string {
  const small = word.normalize('NFC').toLowerCase();
  return /[\u00AD’ʼ]/u.test(small) ? small.replaceAll('\u00AD', '').replace(/[’ʼ]/gu, "'") : small;
}

type WithEndings = readonly [text: string, endings: readonly (readonly [string, string])[]];

const several = (ending: string): readonly (readonly [string, string])[] => [
  [ending, 'english-plural'],
  [`${ending}'`, 'english-possessive'],
];
const past = (ending: string): readonly [string, string] => [ending, 'english-past'];
const progressive = ['ing', 'english-progressive'] as const;

/** The regular forms of a word of three letters and more. */
function regular(word: string): WithEndings[] {
  const body = word.slice(0, -1);
  if (/[^aeiou]y$/u.test(word)) {
    return [
      [body, [...several('ies'), past('ied')]],
      [word, [progressive]],
    ];
  }
  if (word.endsWith('ie')) {
    return [
      [word, [...several('s'), past('d')]],
      [word.slice(0, -2), [['ying', 'english-progressive']]],
    ];
  }
  if (word.endsWith('e')) {
    return [
      [word, [...several('s'), past('d')]],
      [body, [progressive]],
      ...(word.endsWith('fe') ? [[word.slice(0, -2), several('ves')] as const] : []),
    ];
  }
  const hissing = /(?:[sxz]|ch|sh)$/u.test(word);
  const forms: WithEndings[] = [[word, [...several(hissing ? 'es' : 's'), past('ed'), progressive]]];
  if (/[^aeiou]o$/u.test(word)) forms.push([word, several('es')]);
  if (/[^f]f$/u.test(word)) forms.push([body, several('ves')]);
  // stop, stopped; but not rain or show.
  if (/[^aeiou][aeiou][bdgklmnprt]$/u.test(word)) forms.push([word + word.slice(-1), [past('ed'), progressive]]);
  return forms;
}
