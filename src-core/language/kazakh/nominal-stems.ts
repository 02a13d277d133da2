import { contextOf } from './arcs.ts';
import { finalOf, stemHarmonies, vowels, type Context } from './sounds.ts';
import type { State } from './morphotactics.ts';
import type { StemStart } from './stem.ts';

const consonants = 'бвгғджзйкқлмнңпрстфхһцчшщ';

/** Voiceless stops that are voiced between vowels: кітап, кітабы; тілек, тілегі; халық, халығы. */
const voiced = new Map([
  ['п', 'б'],
  ['к', 'г'],
  ['қ', 'ғ'],
]);

/** A noun, name, adjective or pronoun in all its beginnings. `word` is in normal form. */
export function nominalStems(word: string, state: State = 'noun'): StemStart[] {
  const stems: StemStart[] = [];
  const final = finalOf(word);
  const harmonies = loanCluster.test(word) ? (['back', 'front'] as const) : stemHarmonies(word);
  const contexts: readonly Context[] = final === null ? [null] : harmonies.map((harmony) => contextOf(harmony, final));
  const add = (text: string, context: Context, more: Partial<StemStart> = {}): void => {
    stems.push({ text, stem: word, kind: 'noun', state, context, ...more });
  };
  for (const context of contexts) {
    add(word, context, { whole: true, refuses: refusedByPlain(word) });
    for (const changed of changedStems(word)) add(changed.text, changed.context ?? context, changed);
  }
  // A name that is not read as it is written takes its suffixes after a hyphen: РКФСР-дің, 1917-де.
  add(`${word}-`, null);
  return stems;
}

/** A headword that has the possessive of the third person already: Халық Комиссарлары Кеңесі, Кеңесінің. */
export function possessedStems(word: string): StemStart[] {
  const [, before = '', vowel] = /^(.*?)(?:с?)([ыі])$/u.exec(word) ?? [];
  if (vowel === undefined || before.length < 2) return [];
  const context = contextOf(vowel === 'ы' ? 'back' : 'front', 'vowel');
  return [{ text: word, stem: word, kind: 'noun', state: 'possessed-3', context, whole: true }];
}

/** Loans that end so take a vowel before suffixes (факт, фактілер), in either harmony. */
const loanCluster = /(?:кт|[лнрс]к|нг)$/u;

/** First letters of a suffix before which the stem as it stands must change. */
function refusedByPlain(word: string): string {
  if (word.endsWith('ь')) return vowels;
  // Not п: some loans keep theirs (тарапынан, принципі).
  return /[аәоөұүыіеэиу][кқ]$/u.test(word) ? vowels : '';
}

/** The stem as it stands before some suffixes. */
function changedStems(word: string): Partial<StemStart>[] & { text: string; context?: Context }[] {
  const changed: { text: string; context?: Context; refuses?: string }[] = [];
  const body = word.slice(0, -1);
  const voice = voiced.get(word.charAt(word.length - 1));
  if (voice !== undefined && vowels.includes(body.charAt(body.length - 1))) {
    changed.push({ text: body + voice, refuses: consonants });
  }
  // A narrow vowel is lost: халық, халқы; орын, орны.
  const narrow = /^(.*[аәоөұүыіе][бвгғджзйкқлмнңпрстуш])[ыі]([лнрмзкқ])$/u.exec(word);
  if (narrow !== null) changed.push({ text: `${narrow[1] ?? ''}${narrow[2] ?? ''}`, refuses: consonants });
  if (word.endsWith('ь')) changed.push({ text: body, refuses: consonants });
  // One of two equal consonants is not spoken: процесс, процеске.
  if (/([бвгджзклмнпрстф])\1$/u.test(word)) changed.push({ text: body });
  // съезд, съездің, съезге; социалист, социалистер.
  if (word.endsWith('зд')) changed.push({ text: body, context: contextOf(lastOf(word), 'sibilant') });
  if (word.endsWith('ст')) changed.push({ text: body });
  if (loanCluster.test(word)) changed.push({ text: `${word}і`, refuses: vowels, context: contextOf('front', 'vowel') });
  return changed;
}

function lastOf(word: string): 'back' | 'front' {
  return stemHarmonies(word)[0] ?? 'back';
}
