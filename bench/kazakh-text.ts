import { allArcsFrom, contextOf } from '#core/language/kazakh/arcs.ts';
import type { State } from '#core/language/kazakh/morphotactics.ts';
import { finalOf, lastHarmony, type Context } from '#core/language/kazakh/sounds.ts';
import type { Term } from '#core/records/term.ts';
import { random, type Random } from './random.ts';

const paragraphWords = 80;

/** How long a text is, of how many forms it is made, and how many headwords its glossary has. */
export interface TextSize {
  words: number;
  forms: number;
  headwords: number;
}

/**
 * A text of words made of Kazakh syllables, in forms made by random suffixes, met as often as words are: a few often, most
 * seldom; and a glossary for it. The same for the same size.
 */
export function makeKazakhText(size: TextSize): { terms: Term[]; paragraphs: string[] } {
  const chance = random(7);
  const consonants = Array.from('бджзқлмнпрстш');
  const stems = new Set<string>();
  while (stems.size < size.headwords * 3) {
    const vowels = Array.from(chance.next() < 0.6 ? 'аоұы' : 'әеөүі');
    const syllables = 1 + chance.below(3);
    stems.add(
      Array.from(
        { length: syllables },
        () => chance.pick(consonants) + chance.pick(vowels) + chance.pick(consonants),
      ).join(''),
    );
  }
  const all = [...stems];
  const forms = Array.from({ length: size.forms }, () => form(chance.pick(all), chance));
  const paragraphs = Array.from({ length: size.words / paragraphWords }, () =>
    Array.from({ length: paragraphWords }, () => forms[Math.floor(chance.next() ** 4 * forms.length)]).join(' '),
  );
  const terms = all.slice(0, size.headwords).map((headword): Term => ({
    id: headword,
    kind: 'term',
    modified: '',
    language: 'kk',
    headword,
    category: 'word',
    glosses: {},
    notes: {},
  }));
  return { terms, paragraphs };
}

function form(stem: string, chance: Random): string {
  let word = stem;
  let state: State = 'noun';
  let context: Context = contextOf(lastHarmony(stem) ?? 'back', finalOf(stem) ?? 'vowel');
  for (let left = chance.pick([0, 1, 1, 2, 2, 3]); left > 0; left--) {
    const arcs = allArcsFrom(state, context);
    if (arcs.length === 0) break;
    const arc = chance.pick(arcs);
    word += arc.letters;
    ({ to: state, context } = arc);
  }
  return word;
}
