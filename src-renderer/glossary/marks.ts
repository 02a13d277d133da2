import { glossIndex, headwordIndex, matches, type GlossaryIndex } from '#core/glossary/match.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';

/** A headword or a gloss of the glossary, found in a paragraph. */
export interface TermMark {
  /** `gloss`: a rendering of the term in a language that is not the headword's. */
  role: 'headword' | 'gloss';
  start: number;
  end: number;
  /** Ids of terms: several where headwords or glosses are the same. */
  terms: readonly string[];
}

/** Finds marks in running text. Made anew when the terms change; a paragraph is a value, so its marks are kept. */
export interface TermFinder {
  /** The marks of a paragraph in the language `tag`, in text order: headwords first served, glosses where no headword stands. */
  marks: (paragraph: Paragraph, tag: string) => readonly TermMark[];
  /** Builds what `marks` needs for a language, so that the first call does not wait for it. */
  prepare: (tag: string) => void;
}

export function termFinder(terms: readonly Term[]): TermFinder {
  const indexes = new Map<string, { headwords: GlossaryIndex; glosses: GlossaryIndex }>();
  const kept = new WeakMap<Paragraph, readonly TermMark[]>();
  const indexesOf = (tag: string): { headwords: GlossaryIndex; glosses: GlossaryIndex } => {
    let found = indexes.get(tag);
    if (found === undefined) {
      const rules = language(tag);
      found = { headwords: headwordIndex(terms, rules), glosses: glossIndex(terms, rules) };
      indexes.set(tag, found);
    }
    return found;
  };
  return {
    prepare: indexesOf,
    marks: (paragraph, tag) => {
      let found = kept.get(paragraph);
      if (found === undefined) {
        found = find(paragraph.text, indexesOf(tag));
        kept.set(paragraph, found);
      }
      return found;
    },
  };
}

function find(text: string, indexes: { headwords: GlossaryIndex; glosses: GlossaryIndex }): readonly TermMark[] {
  const headwords = matches(text, indexes.headwords).map((match): TermMark => ({ ...match, role: 'headword' }));
  const glosses = matches(text, indexes.glosses)
    .filter((gloss) => !headwords.some(({ start, end }) => start < gloss.end && gloss.start < end))
    .map((match): TermMark => ({ ...match, role: 'gloss' }));
  return [...headwords, ...glosses].toSorted((a, b) => a.start - b.start);
}
