import { contextOf } from './arcs.ts';
import { nominalStems } from './nominal-stems.ts';
import { finalOf, lastHarmony } from './sounds.ts';
import type { StemStart } from './stem.ts';

/** Cases of pronouns, in the order of the columns below. */
const pronounCases = [
  'genitive',
  'dative',
  'accusative',
  'locative',
  'ablative',
  'instrumental',
  'similative',
] as const;

/** Pronouns whose stem changes, with their cases. What follows a case is regular (ондағы). */
const pronouns = byWord({
  мен: 'менің маған мені менде менен менімен мендей',
  сен: 'сенің саған сені сенде сенен сенімен сендей',
  ол: 'оның оған оны онда одан онымен ондай',
  бұл: 'бұның бұған бұны бұнда бұдан бұнымен бұндай',
  осы: 'осының осыған осыны осында осыдан осымен осындай',
  сол: 'соның соған соны сонда содан сонымен сондай',
  анау: 'ананың анаған ананы анада анадан анамен анандай',
  мынау: 'мынаның мынаған мынаны мынада мынадан мынамен мынандай',
  өзі: 'өзінің өзіне өзін өзінде өзінен өзімен өзіндей',
  бәрі: 'бәрінің бәріне бәрін бәрінде бәрінен бәрімен бәріндей',
  барлығы: 'барлығының барлығына барлығын барлығында барлығынан барлығымен барлығындай',
});
/** The forms of бұл that have м. */
const nasal = byWord({ бұл: 'мұның мұған мұны мұнда мұнан мұнымен мұндай' });
/** Whose one and the same: менікі. */
const owned = byWord({ мен: 'менікі', сен: 'сенікі', ол: 'онікі', бұл: 'мұнікі' });

/** The forms of a pronoun with a changing stem; `null` for any other word. */
export function pronounStems(word: string): StemStart[] | null {
  const forms = pronouns.get(word);
  if (forms === undefined) return null;
  const stems: StemStart[] = [];
  const common = { stem: word, kind: 'noun', whole: true } as const;
  for (const row of [forms, nasal.get(word) ?? '']) {
    row.split(' ').forEach((text, at) => {
      const id = pronounCases[at];
      if (text === '' || id === undefined) return;
      const located = id === 'locative' || id === 'ablative';
      const taken = [{ id, letters: text.slice(sharedLength(text, word)) }];
      const context = contextOf(lastHarmony(text) ?? 'back', finalOf(text) ?? 'vowel');
      stems.push({ ...common, text, taken, context, state: located ? 'located' : 'end' });
    });
  }
  const own = owned.get(word);
  if (own !== undefined) {
    const taken = [{ id: 'ownership', letters: 'ікі' }];
    stems.push({ ...common, text: own, taken, context: contextOf('front', 'vowel'), state: 'possessed-3' });
  }
  stems.push({ ...common, text: word, context: null, state: 'end' });
  return stems;
}

const personal = ['мен', 'сен', 'ол', 'бұл', 'осы', 'сол'];
const byForm: ReadonlyMap<string, string> = new Map(
  personal.flatMap((pronoun) =>
    `${pronouns.get(pronoun) ?? ''} ${nasal.get(pronoun) ?? ''}`
      .trim()
      .split(' ')
      .map((form) => [form, pronoun] as const),
  ),
);

/** The personal or demonstrative pronoun that a form is of: ол for оның. `null` for a form of none. */
export function pronounOf(form: string): string | null {
  return byForm.get(form) ?? null;
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++;
  return length;
}

/** Cardinal numbers, which have ordinals and collectives besides what nouns have. */
const numerals = new Set(
  (
    'нөл бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан жүз мың миллион ' +
    'миллиард'
  ).split(' '),
);
/** Ordinals and collectives that are not made regularly. */
const numeralForms = byWord<readonly (readonly [form: string, suffix: string])[]>({
  екі: [['екеу', 'collective']],
  алты: [['алтау', 'collective']],
  жеті: [['жетеу', 'collective']],
  жиырма: [['жиырмасыншы', 'ordinal']],
  қырық: [['қырқыншы', 'ordinal']],
});

/** The forms of a cardinal number, in letters or digits; `null` for any other word. */
export function numeralStems(word: string): StemStart[] | null {
  if (!numerals.has(word) && !/\p{Nd}$/u.test(word)) return null;
  const stems = nominalStems(word, 'numeral');
  for (const [text, suffix] of numeralForms.get(word) ?? []) {
    const taken = [{ id: suffix, letters: text.slice(sharedLength(text, word)) }];
    const context = contextOf(/[әеіөү]/u.test(text) ? 'front' : 'back', suffix === 'ordinal' ? 'vowel' : 'glide');
    stems.push({ text, stem: word, kind: 'noun', state: 'plural', context, taken, whole: true });
  }
  return stems;
}

/** Words for time and place that take the attributive -ғы without a case: қысқы, бүгінгі, ішкі. */
const ofTime = new Set(
  (
    'жыл ай күн түн таң кеш қыс жаз күз көктем ғасыр апта сағат заман бүгін кеше ертең биыл былтыр қазір соң бұрын алдың ' +
    'іш сырт түп ілгері кейін мәңгі'
  ).split(' '),
);

/** Whether a noun takes the attributive directly. */
export function isOfTime(word: string): boolean {
  return ofTime.has(word);
}

/** The verbs of position, whose present is the stem with a person: тұрмын; жат has жатыр. */
const position = byWord({ тұр: 'тұр', отыр: 'отыр', жүр: 'жүр', жат: 'жатыр' });
/** Converbs that are shortened in speech: бол, боп. */
const shortened = byWord({ бол: 'боп', кел: 'кеп' });

/** What a verb has besides its regular forms. */
export function irregularVerbStems(stem: string): StemStart[] {
  const stems: StemStart[] = [];
  const common = { stem, kind: 'verb', whole: true } as const;
  const still = position.get(stem);
  if (still !== undefined) {
    const context = contextOf(stem === 'жүр' ? 'front' : 'back', 'glide');
    const taken = [{ id: 'present', letters: still.slice(stem.length) }];
    stems.push({ ...common, text: still, context, taken, state: 'person' });
  }
  const short = shortened.get(stem);
  if (short !== undefined) {
    const context = contextOf(stem === 'кел' ? 'front' : 'back', 'voiceless');
    const taken = [{ id: 'converb', letters: 'п' }];
    stems.push({ ...common, text: short, context, taken, state: 'converb' });
  }
  return stems;
}

/** A Map, in which no word is special: an object has a `constructor`, which may be a headword. */
function byWord<Value = string>(values: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(values));
}
