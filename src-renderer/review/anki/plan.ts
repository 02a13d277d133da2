import type { TermContent } from '#core/glossary/tsv.ts';
import type { Change } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import type { ForeignType } from '#core/review/anki/foreign.ts';
import { termsOfNotes, updatedTerm, type Mapping, type NoteTerm } from '#core/review/anki/to-terms.ts';
import { newCards, type Candidate } from '#core/review/make.ts';
import { planned, plannedChange, type PlannedRow, type Policy } from '#renderer/glossary/manage/import-plan.ts';

/** How notes become terms. */
export interface ImportChoice {
  /** By note type, in the file's order. */
  readonly mappings: readonly Mapping[];
  /** BCP 47 tags: of headwords, and of glosses and notes. */
  readonly headwords: string;
  readonly glosses: string;
}

/**
 * What becomes of the notes of a file. A note that we made is about the term it was made of, whatever its headword is now; any
 * other about the entry with the same headword.
 */
export function planOfNotes(
  types: readonly ForeignType[],
  { mappings, headwords, glosses }: ImportChoice,
  terms: ReadonlyMap<string, Term>,
): PlannedRow[] {
  const said = types.flatMap(({ notes }, at) => {
    const mapping = mappings[at];
    return mapping === undefined ? [] : termsOfNotes(notes, mapping);
  });
  const met = new Set<string>();
  const own: PlannedRow[] = [];
  const others: TermContent[] = [];
  for (const one of said) {
    const from = one.id === null ? undefined : terms.get(one.id);
    if (from === undefined) others.push(contentOf(one, headwords, glosses));
    else if (!met.has(from.id)) {
      met.add(from.id);
      const to = updatedTerm(from, one, glosses);
      own.push(to === from ? { kind: 'same', content: to, from } : { kind: 'change', content: to, from, to });
    }
  }
  const free = [...terms.values()].filter(({ id }) => !met.has(id));
  return [...own, ...planned(others, free)];
}

function contentOf({ headword, senses, note }: NoteTerm, headwords: string, glosses: string): TermContent {
  return {
    language: headwords,
    headword,
    category: 'word',
    glosses: senses.length === 0 ? {} : { [glosses]: [...senses] },
    notes: note === '' ? {} : { [glosses]: note },
  };
}

/** The change that keeps rows of a plan; with cards, also the cards of new words: the word, and its translation. */
export function importChange(
  rows: readonly PlannedRow[],
  policyOf: (row: PlannedRow) => Policy,
  withCards: boolean,
): Change {
  const change = plannedChange(rows, () => crypto.randomUUID(), policyOf);
  if (!withCards) return change;
  const candidates = change.added.flatMap((record) => (record.kind === 'term' ? [candidateOf(record)] : []));
  const cards = newCards(candidates, ['word', 'translation'], () => false, Date.now());
  return { ...change, added: [...change.added, ...cards] };
}

function candidateOf({ id, glosses }: Term): Candidate {
  const subject = { type: 'term' as const, term: id };
  return { subject, hasSentence: false, hasTranslation: Object.keys(glosses).length > 0 };
}
