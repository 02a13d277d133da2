/** Where in a word the suffixes so far have led. */
export type State =
  | 'noun'
  | 'numeral'
  | 'time'
  | 'plural'
  | 'possessed'
  | 'possessed-by-many'
  | 'possessed-3'
  | 'cased'
  | 'located'
  | 'attributive'
  | 'verb'
  | 'verb-lateral'
  | 'passive'
  | 'reciprocal'
  | 'negative'
  | 'verbal-noun'
  | 'participle'
  | 'aorist'
  | 'aorist-negative'
  | 'aorist-possessed'
  | 'agent'
  | 'intention'
  | 'present'
  | 'converb'
  | 'past'
  | 'desire'
  | 'person'
  | 'command'
  | 'end';

/** A suffix that may follow in a state: its id (see suffix-names.ts), its forms (see suffixes.ts), and the state it leads to. */
export type Transition = readonly [suffix: string, pattern: string, to: State];

/** The person of a noun, a participle or a present tense. */
const persons: readonly Transition[] = [
  ['person-1', 'MIн', 'end'],
  ['person-1', 'мIн', 'end'],
  ['person-2', 'сIң', 'end'],
  ['person-2-polite', 'сIз', 'end'],
  ['person-1-plural', 'MIз', 'end'],
  ['person-2-plural', 'сIңдAр', 'end'],
  ['person-2-plural-polite', 'сIздAр', 'end'],
];

/** The person of the past and the conditional. */
const shortPersons: readonly Transition[] = [
  ['person-1', 'м', 'end'],
  ['person-2', 'ң', 'end'],
  ['person-2-polite', 'ңIз', 'end'],
  ['person-1-plural', 'K', 'end'],
  ['person-2-plural', 'ңдAр', 'end'],
  ['person-2-plural-polite', 'ңIздAр', 'end'],
];

const cases: readonly Transition[] = [
  ['genitive', 'NIң', 'cased'],
  ['dative', 'GA', 'cased'],
  ['accusative', 'OI', 'cased'],
  ['locative', 'DA', 'located'],
  ['ablative', 'BAн', 'located'],
  ['instrumental', 'Pен', 'cased'],
];

/** After the possessive of the third person an н stands between. */
const casesOfThird: readonly Transition[] = [
  ['genitive', 'нIң', 'cased'],
  ['dative', 'нA', 'cased'],
  ['accusative', 'н', 'cased'],
  ['locative', 'нDA', 'located'],
  ['ablative', 'нAн', 'located'],
  ['instrumental', 'мен', 'cased'],
  ['similative', 'нDAй', 'cased'],
  ['equative', 'ншA', 'cased'],
];

/** After the possessives of one speaker or one spoken to: атыма, not атымға. */
const casesOfSpeaker: readonly Transition[] = cases.map((one) =>
  one[0] === 'dative' ? ['dative', 'A', 'cased'] : one,
);

const similative: Transition = ['similative', 'DAй', 'cased'];

const ownership: Transition = ['ownership', 'Nікі', 'possessed-3'];

const possessives: readonly Transition[] = [
  ['possessive-1', '{|I}м', 'possessed'],
  ['possessive-2', '{|I}ң', 'possessed'],
  ['possessive-2-polite', '{|I}ңIз', 'possessed-by-many'],
  ['possessive-3', '{с|}I', 'possessed-3'],
  ['possessive-1-plural', '{|I}мIз', 'possessed-by-many'],
];

const plural: Transition = ['plural', 'LAр', 'plural'];

const possessed: readonly Transition[] = [similative, ownership, ...persons];

/** All that may follow a participle or a verbal noun, which are nouns by now. */
const nominal: readonly Transition[] = [plural, ...possessives, ...cases, ...possessed];

/**
 * What follows the bare stem of a noun. A polite person is left out: it is written as the suffix of what one is without
 * (үмітсіз), which makes a word of its own and is far more common.
 */
const bare: readonly Transition[] = [
  ...nominal.filter(([suffix]) => suffix !== 'person-2-polite'),
  ['comparative', '{|I}рAK', 'end'],
];

/** What ends a verb, after voice and negation; the aorist differs. */
const endings: readonly Transition[] = [
  ['past', 'DI', 'past'],
  ['conditional', 'сA', 'past'],
  ['present', '{й|A}', 'present'],
  ['converb', '{|I}п', 'converb'],
  ['participle-past', 'GAн', 'participle'],
  ['participle-habitual', '{й|A}тIн', 'participle'],
  ['verbal-noun', 'у', 'verbal-noun'],
  ['participle-agent', 'ушI', 'agent'],
  ['intention', 'MAK', 'intention'],
  ['converb-purpose', 'GAлI', 'end'],
  ['optative', 'GAй', 'intention'],
  ['desire', 'GI', 'desire'],
  ['imperative-2', '{|I}ң', 'end'],
  ['imperative-2-polite', '{|I}ңIз', 'command'],
  ['imperative-2-plural', '{|I}ңдAр', 'end'],
  ['imperative-2-plural-polite', '{|I}ңIздAр', 'end'],
  ['imperative-3', 'сIн', 'end'],
  ['imperative-1', '{|A}йIн', 'end'],
  ['imperative-1-plural', '{|A}йIK', 'end'],
  ['converb-immediate', '{|I}сIмен', 'end'],
];

const affirmative: readonly Transition[] = [
  ['aorist', '{|A}р', 'aorist'],
  ['participle-sufficient', '{|A}рлIK', 'verbal-noun'],
  ['negation', 'MA', 'negative'],
  ['imperative-request', 'шI', 'end'],
  ...endings,
];

const passive: Transition = ['passive', '{|I}л', 'passive'];
/** After л the passive has н instead: сайлан, алын. */
const passiveAfterLateral: Transition = ['passive', '{|I}н', 'passive'];
const reciprocal: Transition = ['reciprocal', '{|I}с', 'reciprocal'];

/**
 * The order of suffixes in a Kazakh word. A noun: plural, possessive, case, person; a verb: voice, negation, tense or
 * participle, person; a participle goes on as a noun. Voices that make a verb of their own, the causative and the reflexive, are no forms of the verb they come from.
 */
export const transitions: Readonly<Record<State, readonly Transition[]>> = {
  noun: bare,
  time: [...bare, ['attributive', 'GI', 'attributive']],
  numeral: [...bare, ['ordinal', '{|I}ншI', 'plural'], ['collective', 'Aу', 'plural'], ['distributive', 'DAн', 'end']],
  plural: [...possessives, ...cases, ...possessed],
  possessed: [...casesOfSpeaker, ...possessed],
  'possessed-by-many': [...cases, ...possessed],
  'possessed-3': [...casesOfThird, ownership, ...persons],
  cased: [],
  located: [['attributive', 'GI', 'attributive'], ...persons],
  attributive: [plural, ...cases, ['possessive-3', '{с|}I', 'possessed-3']],
  verb: [passive, reciprocal, ...affirmative],
  'verb-lateral': [passiveAfterLateral, reciprocal, ...affirmative],
  reciprocal: [passive, ...affirmative],
  passive: affirmative,
  negative: [...endings, ['aorist-negative', 'с', 'aorist-negative'], ['converb-limit', 'йIншA', 'end']],
  'verbal-noun': nominal,
  participle: [...nominal, ['abstract', 'DIK', 'verbal-noun'], ['limitative', 'шA', 'end']],
  agent: [...nominal, ['abstract', 'лIK', 'verbal-noun']],
  aorist: [
    ...persons,
    ...cases.filter(([suffix]) => suffix === 'dative' || suffix === 'locative' || suffix === 'ablative'),
    similative,
    ['possessive-3', 'I', 'aorist-possessed'],
  ],
  'aorist-possessed': [['accusative', 'н', 'end']],
  'aorist-negative': [['ablative', 'BAн', 'end'], similative, ...persons],
  intention: [['agent', 'шI', 'person'], ['locative', 'DA', 'end'], ...persons],
  present: [['person-3', 'дI', 'end'], ...persons],
  converb: [['evidential', 'тI', 'end'], ...persons],
  past: shortPersons,
  desire: [
    ['possessive-1', 'м', 'end'],
    ['possessive-2', 'ң', 'end'],
    ['possessive-2-polite', 'ңIз', 'end'],
    ['possessive-3', 'сI', 'end'],
    ['possessive-1-plural', 'мIз', 'end'],
  ],
  person: persons,
  command: [['imperative-request', 'шI', 'end']],
  end: [],
};

const open: ReadonlySet<State> = new Set(['desire', 'passive', 'reciprocal']);

/**
 * Whether a word may end here. A bare passive or reciprocal stem would be a command, which hardly occurs; nouns are written
 * the same (табыс, шығыс).
 */
export function mayEnd(state: State): boolean {
  return !open.has(state);
}
