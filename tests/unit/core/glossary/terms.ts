import type { Term } from '#core/records/term.ts';

/** A Kazakh term; its id is its headword. */
export function term(headword: string, glosses: Term['glosses'] = {}, language = 'kk'): Term {
  return { id: headword, kind: 'term', modified: '', language, headword, category: 'word', glosses, notes: {} };
}
