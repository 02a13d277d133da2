import type { Language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { addHeadword, firstStems, headwordIndex, matches, removeHeadword, type Match } from './match.ts';
import { wordTable } from './word-table.ts';

/** The matches of all headwords in the paragraphs of a text, kept up to date while terms change. */
export interface TextMatches {
  /** The matches in a paragraph, by its number from 0. */
  readonly matchesOf: (paragraph: number) => readonly Match[];
  /**
   * Takes terms out and in, and looks only at paragraphs that hold a form of the first word of one of them. A changed term
   * is `removed` as it was and `added` as it is.
   *
   * @returns the paragraphs whose matches were found anew, in order
   */
  readonly update: (change: { readonly removed: readonly Term[]; readonly added: readonly Term[] }) => number[];
}

/** Finds the headwords of `terms` in `paragraphs`, all of which are in `language`. */
export function textMatches(paragraphs: readonly string[], terms: readonly Term[], language: Language): TextMatches {
  const index = headwordIndex(terms, language);
  /** By word as it is written, the paragraphs that hold it, in order. */
  const holders = wordTable<number[]>();
  const found = paragraphs.map((text, at) => {
    const words = language.words(text);
    for (const [start, end] of words) {
      const held = holders.get(text, start, end);
      if (held === undefined) holders.add(text.slice(start, end), [at]);
      else if (held.at(-1) !== at) held.push(at);
    }
    return matches(text, index, words);
  });
  return {
    matchesOf: (paragraph) => {
      const there = found[paragraph];
      if (there === undefined) throw new RangeError(`no paragraph ${paragraph} of ${paragraphs.length}`);
      return there;
    },
    update: ({ removed, added }) => {
      for (const term of removed) removeHeadword(index, term);
      for (const term of added) addHeadword(index, term);
      const stems = [...removed, ...added].flatMap((term) => firstStems(index, term));
      const touched = new Set<number>();
      for (const [word, held] of holders.entries()) {
        const form = index.inflection.normal(word);
        if (!stems.some((stem) => form.startsWith(stem.text) && stem.accepts(form))) continue;
        for (const paragraph of held) touched.add(paragraph);
      }
      const ordered = [...touched].toSorted((a, b) => a - b);
      for (const at of ordered) found[at] = matches(paragraphs[at] ?? '', index);
      return ordered;
    },
  };
}
