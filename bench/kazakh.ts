import { headwordIndex, matches } from '#core/glossary/match.ts';
import { textMatches } from '#core/glossary/text-matches.ts';
import { language } from '#core/language/language.ts';
import type { Bench } from './bench.ts';
import { readConllu } from './conllu.ts';
import { f1, scoreForms, scoreSentences } from './kazakh-score.ts';
import { makeKazakhText } from './kazakh-text.ts';
import { megabytes, milliseconds, ratio } from './statistics.ts';

const runningWords = 1_000_000;
const headwordCount = 5000;
const distinctForms = 100_000;
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

    const { terms, paragraphs } = makeKazakhText({
      words: runningWords,
      forms: distinctForms,
      headwords: headwordCount,
    });
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
