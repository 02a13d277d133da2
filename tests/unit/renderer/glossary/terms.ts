import type { Term } from '#core/records/term.ts';

/** A glossary entry for tests: a Kazakh word without glosses where `more` does not say otherwise. */
export function term(headword: string, more: Partial<Term> = {}): Term {
  return {
    id: `term:${headword}`,
    kind: 'term',
    modified: '1',
    language: 'kk',
    headword,
    category: 'word',
    glosses: {},
    notes: {},
    ...more,
  };
}
