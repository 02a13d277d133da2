import { headwordIndex, matches } from '#core/glossary/match.ts';
import { textMatches } from '#core/glossary/text-matches.ts';
import { allArcsFrom, contextOf } from '#core/language/kazakh/arcs.ts';
import { finalOf, lastHarmony, type Context } from '#core/language/kazakh/sounds.ts';
import type { State } from '#core/language/kazakh/morphotactics.ts';
import { language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import type { Bench } from './bench.ts';
import { readConllu } from './conllu.ts';
import { f1, scoreForms, scoreSentences } from './kazakh-score.ts';
import { random, type Random } from './random.ts';
import { megabytes, milliseconds, ratio } from './statistics.ts';

const runningWords = 1_000_000;
const headwordCount = 5000;
const distinctForms = 100_000;
const paragraphWords = 80;
const timeLimit = 2000;
const memoryLimit = 200e6;

/** How well Kazakh sentences and forms are found in a treebank, and how fast a glossary is found in a long text. */
export const kazakh: Bench = {
  name: 'kazakh',
  about: `sentences and forms of a treebank; ${runningWords} words against ${headwordCount} headwords`,
  argument: 'FILE.conllu',
  run: async (print, argument = '') => {
    const sentences = await readConllu(argument);
    const figure = (what: string, value: number, aim: number): void => {
      print(`${what} (aim ${aim.toFixed(3)})`, value.toFixed(4), ratio(value, aim));
    };
    figure('sentence boundaries, F1', f1(scoreSentences(sentences)), 0.99);
    figure('nominal headwords of 2 letters and more, F1', f1(scoreForms(sentences, 'noun', 2)), 0.975);
    figure('nominal headwords of 5 letters and more, F1', f1(scoreForms(sentences, 'noun', 5)), 0.985);
    figure('verbs of 2 letters and more, F1', f1(scoreForms(sentences, 'verb', 2)), 0.87);
    figure('verbs of 5 letters and more, F1', f1(scoreForms(sentences, 'verb', 5)), 0.93);

    const { terms, paragraphs } = makeText();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const index = headwordIndex(terms, language('kk'));
    const made = performance.now() - start;
    let found = 0;
    for (const paragraph of paragraphs) found += matches(paragraph, index).length;
    const taken = performance.now() - start;
    const kept = process.memoryUsage().heapUsed - before;
    print(`  the index`, milliseconds(made), '');
    print(
      `  index and ${found} matches (limit ${milliseconds(timeLimit)})`,
      milliseconds(taken),
      ratio(taken, timeLimit),
    );
    print(`  heap after it, with garbage (limit ${megabytes(memoryLimit)})`, megabytes(kept), ratio(kept, memoryLimit));

    const text = textMatches(paragraphs, terms, language('kk'));
    const [first] = terms;
    if (first === undefined) throw new Error('no terms were made');
    const changed = performance.now();
    text.update({ removed: [first], added: [{ ...first, headword: `${first.headword}лар` }] });
    print(`  a changed term`, milliseconds(performance.now() - changed), '');
  },
};

/** Words made of Kazakh syllables, in forms made by random suffixes, met as often as words are: a few often, most seldom. */
function makeText(): { terms: Term[]; paragraphs: string[] } {
  const chance = random(7);
  const consonants = Array.from('бджзқлмнпрстш');
  const stems = new Set<string>();
  while (stems.size < headwordCount * 3) {
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
  const forms = Array.from({ length: distinctForms }, () => form(chance.pick(all), chance));
  const paragraphs = Array.from({ length: runningWords / paragraphWords }, () =>
    Array.from({ length: paragraphWords }, () => forms[Math.floor(chance.next() ** 4 * forms.length)]).join(' '),
  );
  const terms = all.slice(0, headwordCount).map((headword): Term => ({
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
