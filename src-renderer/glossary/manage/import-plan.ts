import type { TermContent } from '#core/glossary/tsv.ts';
import { mergedTerm } from '#core/glossary/merge.ts';
import { noChange, type Change } from '#core/records/change.ts';
import type { Term } from '#core/records/term.ts';
import { headwordKey, sameContent } from '../draft.ts';

/** What counts where entry and row both say something: the entry, the row, or both together. */
export type Policy = 'mine' | 'theirs' | 'unite';

/** What reading a row of a file into the glossary would do; `to` is the entry as the row would have it. */
export type PlannedRow =
  | { kind: 'add'; content: TermContent }
  | { kind: 'change'; content: TermContent; from: Term; to: Term }
  | { kind: 'same'; content: TermContent; from: Term };

/**
 * What becomes of the rows of a file, in its order. A row is about the entry with the same headword: of several, one of the
 * same category, and each only once. What a row does not say (a language without a gloss) stays as it is in the entry. A
 * row that says no category has `word`, and does not take a category away.
 */
export function planned(rows: readonly TermContent[], terms: Iterable<Term>): PlannedRow[] {
  const free = new Map<string, Term[]>();
  for (const term of terms) {
    const key = headwordKey(term);
    free.set(key, [...(free.get(key) ?? []), term]);
  }
  const taken = new Set<Term>();
  const take = (content: TermContent, sure: boolean): Term | null => {
    const open = (free.get(headwordKey(content)) ?? []).filter((term) => !taken.has(term));
    const exact = open.find((term) => term.category === content.category);
    const found = exact ?? (sure ? undefined : open[0]);
    if (found !== undefined) taken.add(found);
    return found ?? null;
  };
  // Rows that fit an entry exactly choose first, so that the order of the file does not matter.
  const first = rows.map((content) => take(content, true));
  const added = new Map<string, TermContent[]>();
  return rows.flatMap((content, index): PlannedRow[] => {
    const from = first[index] ?? take(content, false);
    if (from !== null) {
      const to = merged(from, content);
      return [
        sameContent(from, to) && sameOthers(from, to)
          ? { kind: 'same', content, from }
          : { kind: 'change', content, from, to },
      ];
    }
    // A row that stands in the file twice is one entry.
    const key = headwordKey(content);
    const before = added.get(key) ?? [];
    if (before.some((one) => JSON.stringify(one) === JSON.stringify(content))) return [];
    added.set(key, [...before, content]);
    return [{ kind: 'add', content }];
  });
}

/** What becomes of an entry that a row changes. What only one of the two says is kept in any case. */
export function resolved({ from, to, content }: Extract<PlannedRow, { kind: 'change' }>, policy: Policy): Term {
  if (policy === 'theirs') return to;
  const theirs: Term = { ...content, id: from.id, kind: 'term', modified: from.modified };
  if (policy === 'unite') return mergedTerm(from, [theirs]);
  const mine: Term = { ...theirs, ...from };
  mine.category = from.category === 'word' ? content.category : from.category;
  mine.glosses = { ...content.glosses, ...from.glosses };
  mine.notes = { ...content.notes, ...from.notes };
  return mine;
}

/** Does a row change its entry, if this counts? */
export function changes(row: Extract<PlannedRow, { kind: 'change' }>, policy: Policy): boolean {
  const to = resolved(row, policy);
  return !sameContent(row.from, to) || !sameOthers(row.from, to);
}

/** The change that does what was planned, of the rows that are chosen. `newId` gives ids for new entries. */
export function plannedChange(
  rows: readonly PlannedRow[],
  newId: () => string,
  policyOf: (row: PlannedRow) => Policy = () => 'theirs',
): Change {
  return {
    ...noChange,
    added: rows.flatMap((row) =>
      row.kind === 'add' ? [{ ...row.content, id: newId(), kind: 'term' as const, modified: '' }] : [],
    ),
    updated: rows.flatMap((row): Change['updated'] =>
      row.kind === 'change' && changes(row, policyOf(row)) ? [[row.from, resolved(row, policyOf(row))]] : [],
    ),
  };
}

function merged(from: Term, { glosses, notes, category, ...content }: TermContent): Term {
  return {
    ...from,
    ...content,
    category: category === 'word' ? from.category : category,
    glosses: { ...from.glosses, ...glosses },
    notes: { ...from.notes, ...notes },
  };
}

function sameOthers(from: Term, to: Term): boolean {
  return Object.keys(to).every((field) => JSON.stringify(from[field]) === JSON.stringify(to[field]) || isOwn(field));
}

/** Fields that `sameContent` compares. */
function isOwn(field: string): boolean {
  return ['language', 'headword', 'category', 'glosses', 'notes'].includes(field);
}
