import {
  addGlosses,
  addHeadword,
  glossIndex,
  headwordIndex,
  matches,
  removeGlosses,
  removeHeadword,
  type GlossaryIndex,
} from '#core/glossary/match.ts';
import type { TermPlace } from '#core/glossary/overlaps.ts';
import { refusedPlaces, rejectedForms, type RejectedForms } from '#core/glossary/refusals.ts';
import { language } from '#core/language/language.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';

/** A headword or a gloss of the glossary, found in a paragraph. */
export interface TermMark extends TermPlace {
  /** `gloss`: a rendering of the term. */
  role: 'headword' | 'gloss';
  /** What it overlaps: a shorter headword inside it, or another that has the same form. */
  others: readonly TermPlace[];
}

/** What marks follow from. */
export interface MarkSources {
  readonly terms: readonly Term[];
  readonly rejections?: Iterable<Rejection>;
  readonly mismatches?: Iterable<Mismatch>;
}

/** What changed of it. A changed term is `removed` as it was and `added` as it is. */
export interface MarkChange extends Omit<MarkSources, 'terms'> {
  readonly removed: readonly Term[];
  readonly added: readonly Term[];
}

/** Finds marks in running text. */
export interface TermFinder {
  /** The marks of a paragraph in the language `tag`, in text order: headwords, and glosses where no headword stands. */
  marks: (paragraph: Paragraph, tag: string) => readonly TermMark[];
  /**
   * Builds what `marks` needs for a language, a term a step, so that no call of `marks` waits for it. It counts once it is
   * run to its end.
   */
  prepare: (tag: string) => Generator<undefined, void>;
  /** Takes a change in; marks of paragraphs that are not `touched` by it stay as they are known. */
  update: (change: MarkChange, touched: Iterable<Paragraph>) => void;
}

/** What headwords and glosses are found with in one language. */
interface Indexes {
  headwords: GlossaryIndex;
  glosses: GlossaryIndex;
}

/** A finder for these terms. */
export function termFinder({ terms: given, rejections = [], mismatches = [] }: MarkSources): TermFinder {
  const terms = new Map(given.map((term) => [term.id, term]));
  const indexes = new Map<string, Indexes>();
  /** Those that are being prepared: a change reaches them as well. */
  const begun = new Set<Indexes>();
  let forms = rejectedForms([...rejections]);
  let places = [...mismatches];
  // A paragraph is a value, so its marks hold until a change touches them.
  const known = new WeakMap<Paragraph, readonly TermMark[]>();
  const indexesOf = (tag: string): Indexes => {
    let found = indexes.get(tag);
    if (found === undefined) {
      const rules = language(tag);
      const all = [...terms.values()];
      found = { headwords: headwordIndex(all, rules), glosses: glossIndex(all, rules) };
      indexes.set(tag, found);
    }
    return found;
  };
  return {
    *prepare(tag) {
      if (indexes.has(tag)) return;
      const rules = language(tag);
      const made = { headwords: headwordIndex([], rules), glosses: glossIndex([], rules) };
      const added = new Set<string>();
      begun.add(made);
      // A map tells its iterator of what is added meanwhile.
      for (const [id, term] of terms) {
        if (added.has(id)) continue;
        added.add(id);
        addTo(made, term);
        yield;
      }
      begun.delete(made);
      indexes.set(tag, made);
    },
    marks: (paragraph, tag) => {
      let found = known.get(paragraph);
      if (found === undefined) {
        found = find(paragraph, indexesOf(tag), forms, places);
        known.set(paragraph, found);
      }
      return found;
    },
    update: (change, touched) => {
      for (const term of change.removed) terms.delete(term.id);
      for (const term of change.added) terms.set(term.id, term);
      for (const index of [...indexes.values(), ...begun]) {
        for (const term of change.removed) removeFrom(index, term);
        for (const term of change.added) addTo(index, term);
      }
      if (change.rejections !== undefined) forms = rejectedForms([...change.rejections]);
      if (change.mismatches !== undefined) places = [...change.mismatches];
      for (const paragraph of touched) known.delete(paragraph);
    },
  };
}

/** The terms that were added, changed or removed between two states of the glossary, as they were and as they are. */
export function changedTerms(
  before: ReadonlyMap<string, Term>,
  after: ReadonlyMap<string, Term>,
): { removed: Term[]; added: Term[] } {
  if (before === after) return { removed: [], added: [] };
  return {
    removed: [...before].filter(([id, term]) => after.get(id) !== term).map(([, term]) => term),
    added: [...after].filter(([id, term]) => before.get(id) !== term).map(([, term]) => term),
  };
}

/** Is a term found at the same places as before? It may have got another level or note. */
export function marksSame(before: Term, after: Term): boolean {
  return (
    before.language === after.language &&
    before.headword === after.headword &&
    before.category === after.category &&
    JSON.stringify(before.glosses) === JSON.stringify(after.glosses)
  );
}

function addTo({ headwords, glosses }: Indexes, term: Term): void {
  addHeadword(headwords, term);
  addGlosses(glosses, term);
}

function removeFrom({ headwords, glosses }: Indexes, term: Term): void {
  removeHeadword(headwords, term);
  removeGlosses(glosses, term);
}

function find(
  paragraph: Paragraph,
  indexes: Indexes,
  forms: RejectedForms,
  mismatches: readonly Mismatch[],
): readonly TermMark[] {
  const { text } = paragraph;
  const refused = mismatches.filter(({ target }) => target.paragraph === paragraph.id);
  const places = refusedPlaces(paragraph.id, text, refused);
  const headwords = matches(text, indexes.headwords, undefined, { forms, places }).map((match): TermMark => ({
    ...match,
    role: 'headword',
  }));
  const glosses = matches(text, indexes.glosses)
    .filter((gloss) => !headwords.some(({ start, end }) => start < gloss.end && gloss.start < end))
    .map((match): TermMark => ({ ...match, role: 'gloss' }));
  return [...headwords, ...glosses].toSorted((a, b) => a.start - b.start);
}
