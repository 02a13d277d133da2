import { formFinder } from '#core/glossary/forms-of.ts';
import type { WordKind } from '#core/language/inflection.ts';
import { language } from '#core/language/language.ts';
import type { Sentence } from './conllu.ts';

/** Right, wrong and missed answers. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** The harmonic mean of precision and recall. */
export function f1({ right, wrong, missed }: Score): number {
  return (2 * right) / Math.max(1, 2 * right + wrong + missed);
}

/** Boundaries of sentences in documents that are joined again from their sentences, by the characters before each. */
export function scoreSentences(sentences: readonly Sentence[]): Score {
  const score = { right: 0, wrong: 0, missed: 0 };
  for (const texts of Map.groupBy(sentences, ({ document }) => document).values()) {
    const parts = texts.map(({ text }) => text);
    const joined = parts.join(' ');
    const found = endsOf(
      language('kk')
        .sentences(joined)
        .map((range) => joined.slice(...range)),
    );
    const gold = endsOf(parts);
    for (const end of found) score[gold.has(end) ? 'right' : 'wrong'] += 1;
    for (const end of gold) score.missed += found.has(end) ? 0 : 1;
  }
  return score;
}

function endsOf(sentences: readonly string[]): Set<number> {
  let at = 0;
  const ends = sentences.map((sentence) => (at += sentence.replace(/\s+/gu, '').length));
  return new Set(ends.slice(0, -1));
}

const categories: Readonly<Record<WordKind, readonly string[]>> = { noun: ['NOUN', 'PROPN', 'ADJ'], verb: ['VERB'] };

/**
 * Forms of headwords, counted over tokens in pairs of headword and form that share their first two letters; right is a pair
 * with the same lemma.
 */
export function scoreForms(sentences: readonly Sentence[], kind: WordKind, shortest: number): Score {
  const tokens = sentences
    .flatMap((sentence) => sentence.tokens)
    .filter(({ category }) => category !== 'PUNCT')
    .map(({ form, lemma, category }) => ({ form: form.toLowerCase(), lemma: lemma.toLowerCase(), category }));
  const headwords = new Set(
    tokens.filter(({ category }) => categories[kind].includes(category)).map(({ lemma }) => lemma),
  );
  const finder = formFinder(
    [...headwords].map((text) => ({ text, kind })),
    language('kk'),
  );
  const score = { right: 0, wrong: 0, missed: 0 };
  for (const [form, same] of Map.groupBy(tokens, (token) => token.form)) {
    const counted = (headword: string): boolean =>
      headword.length >= shortest && headword.slice(0, 2) === form.slice(0, 2);
    const found = new Set(finder.find(form, false).map(({ headword }) => headword.text));
    for (const { lemma } of same) {
      for (const headword of found) {
        if (!counted(headword)) continue;
        if (headword === lemma) score.right += 1;
        else score.wrong += 1;
      }
      if (headwords.has(lemma) && counted(lemma) && !found.has(lemma)) score.missed += 1;
    }
  }
  return score;
}
