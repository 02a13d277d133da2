import {
  addGlosses,
  addHeadword,
  glossIndex,
  headwordIndex,
  matches,
  type GlossaryIndex,
} from '#core/glossary/match.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';

/** A headword or a gloss of the glossary, found in a paragraph. */
export interface TermMark {
  /** `gloss`: a rendering of the term. */
  role: 'headword' | 'gloss';
  start: number;
  end: number;
  /** Ids of terms: several where headwords or glosses are the same. */
  terms: readonly string[];
}

/** Marks that are known already, by paragraph: a paragraph is a value, so they hold as long as it is there. */
export type KnownMarks = ReadonlyMap<Paragraph, readonly TermMark[]>;

/** Finds marks in running text, for terms as they are; other terms need another. */
export interface TermFinder {
  /** The marks of a paragraph in the language `tag`, in text order: headwords, and glosses where no headword stands. */
  marks: (paragraph: Paragraph, tag: string) => readonly TermMark[];
  /**
   * Builds what `marks` needs for a language, a term a step, so that no call of `marks` waits for it. It counts once it is
   * run to its end.
   */
  prepare: (tag: string) => Generator<undefined, void>;
}

/** What headwords and glosses are found with in one language. */
interface Indexes {
  headwords: GlossaryIndex;
  glosses: GlossaryIndex;
}

/** A finder for these terms. `known` are marks that they are sure to have. */
export function termFinder(terms: readonly Term[], known: KnownMarks = new Map()): TermFinder {
  const indexes = new Map<string, Indexes>();
  const kept = new WeakMap(known);
  const indexesOf = (tag: string): Indexes => {
    let found = indexes.get(tag);
    if (found === undefined) {
      const rules = language(tag);
      found = { headwords: headwordIndex(terms, rules), glosses: glossIndex(terms, rules) };
      indexes.set(tag, found);
    }
    return found;
  };
  return {
    *prepare(tag) {
      if (indexes.has(tag)) return;
      const rules = language(tag);
      const made = { headwords: headwordIndex([], rules), glosses: glossIndex([], rules) };
      for (const term of terms) {
        addHeadword(made.headwords, term);
        addGlosses(made.glosses, term);
        yield;
      }
      indexes.set(tag, made);
    },
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

/** The terms that were added, changed or removed between two states of the glossary, as they were and as they are. */
export function changedTerms(before: ReadonlyMap<string, Term>, after: ReadonlyMap<string, Term>): Term[] {
  const changed: Term[] = [];
  for (const [id, term] of after) if (before.get(id) !== term) changed.push(term);
  for (const [id, term] of before) if (after.get(id) !== term) changed.push(term);
  return changed;
}

function find(text: string, indexes: Indexes): readonly TermMark[] {
  const headwords = matches(text, indexes.headwords).map((match): TermMark => ({ ...match, role: 'headword' }));
  const glosses = matches(text, indexes.glosses)
    .filter((gloss) => !headwords.some(({ start, end }) => start < gloss.end && gloss.start < end))
    .map((match): TermMark => ({ ...match, role: 'gloss' }));
  return [...headwords, ...glosses].toSorted((a, b) => a.start - b.start);
}
