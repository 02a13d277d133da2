import { noChange, type Change } from '#core/records/change.ts';
import type { Card } from '#core/records/review.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Term, TermLevel } from '#core/records/term.ts';

/** Levels from the least that a reader may have meant by them to the most. */
const byKnowledge: readonly (TermLevel | undefined)[] = [undefined, 'ignored', 'new', '1', '2', '3', '4', '5', 'known'];

/**
 * What several entries say, as one: `kept` with the senses of all in order and each once, their notes one after the other, the
 * level that knows most, the first category that is not `word`, and fields of other programs where `kept` has none.
 */
export function mergedTerm(kept: Term, others: readonly Term[]): Term {
  const all = [kept, ...others];
  const level = all
    .map((term) => term.level)
    .reduce((best, one) => (byKnowledge.indexOf(one) > byKnowledge.indexOf(best) ? one : best));
  const category = all.find((term) => term.category !== 'word')?.category ?? 'word';
  const merged: Term = { ...fieldsOf(others), ...kept, category };
  merged.glosses = united(all.map(({ glosses }) => glosses));
  merged.notes = joinedNotes(all.map(({ notes }) => notes));
  if (level !== undefined) merged.level = level;
  return merged;
}

/** What the entries have in any field; of two that have the same field the first counts. */
function fieldsOf(terms: readonly Term[]): Partial<Term> {
  return Object.fromEntries(terms.toReversed().flatMap((term) => Object.entries(term)));
}

function united(glosses: readonly Term['glosses'][]): Term['glosses'] {
  const tags = new Set(glosses.flatMap((one) => Object.keys(one)));
  return Object.fromEntries([...tags].map((tag) => [tag, [...new Set(glosses.flatMap((one) => one[tag] ?? []))]]));
}

function joinedNotes(notes: readonly Term['notes'][]): Term['notes'] {
  const tags = new Set(notes.flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...tags].map((tag) => {
      const parts = notes.map((one) => one[tag] ?? '').filter((note) => note !== '');
      return [tag, [...new Set(parts)].join('\n')];
    }),
  );
}

/** Records of the library, and of a work, that name a term. */
export type Referring = Rejection | Card | Mismatch;

/**
 * The change that makes one entry of each group, of which the first is kept, and lets what names the others name that one. Of
 * records that then say the same, one stays. Groups that share an entry are one; of the first of them the first is kept.
 *
 * @param referring what may name the terms
 */
export function mergeChange(groups: readonly (readonly Term[])[], referring: Iterable<Referring>): Change {
  const updated: Change['updated'] = [];
  const removed: AnyRecord[] = [];
  for (const [kept, ...others] of disjoint(groups)) {
    if (kept === undefined || others.length === 0) continue;
    const merged = mergedTerm(kept, others);
    if (JSON.stringify(merged) !== JSON.stringify(kept)) updated.push([kept, merged]);
    removed.push(...others);
  }
  const pointed = repointed(referring, keptOf(groups));
  return { ...noChange, updated: [...updated, ...pointed.updated], removed: [...removed, ...pointed.removed] };
}

/**
 * The change that lets records name the entry that `mergeChange` keeps of each group: for those that are stored elsewhere, as the
 * mismatches of a work are. `null` where there is nothing to change.
 */
export function renamedChange(groups: readonly (readonly Term[])[], referring: Iterable<Referring>): Change | null {
  const { updated, removed } = repointed(referring, keptOf(groups));
  return updated.length + removed.length === 0 ? null : { ...noChange, updated, removed };
}

/** By the id of an entry that goes, the id of the one that is kept instead. */
function keptOf(groups: readonly (readonly Term[])[]): ReadonlyMap<string, string> {
  const keptBy = new Map<string, string>();
  for (const [kept, ...others] of disjoint(groups)) {
    for (const { id } of others) if (kept !== undefined) keptBy.set(id, kept.id);
  }
  return keptBy;
}

/** The groups, with those that share a term put together in the place of the first. */
function disjoint(groups: readonly (readonly Term[])[]): Term[][] {
  const found: Term[][] = [];
  for (const group of groups) {
    const ids = new Set(group.map(({ id }) => id));
    const touched = found.filter((one) => one.some(({ id }) => ids.has(id)));
    const [first, ...rest] = touched;
    const all = [...touched.flat(), ...group];
    const whole = [...new Map(all.map((term) => [term.id, term])).values()];
    if (first === undefined) found.push(whole);
    else first.splice(0, first.length, ...whole);
    for (const gone of rest) found.splice(found.indexOf(gone), 1);
  }
  return found;
}

function repointed(
  referring: Iterable<Referring>,
  keptBy: ReadonlyMap<string, string>,
): Pick<Change, 'updated' | 'removed'> {
  const all = [...referring];
  const said = new Set(all.filter((one) => !keptBy.has(termOf(one) ?? '')).map(saying));
  const updated: Change['updated'] = [];
  const removed: AnyRecord[] = [];
  for (const from of all) {
    const kept = keptBy.get(termOf(from) ?? '');
    if (kept === undefined) continue;
    const to = withTerm(from, kept);
    // A card has answers, which would be lost with it: two cards about one word stay.
    if (from.kind !== 'card' && said.has(saying(to))) removed.push(from);
    else updated.push([from, to]);
    said.add(saying(to));
  }
  return { updated, removed };
}

function termOf(record: Referring): string | null {
  if (record.kind !== 'card') return record.term;
  return record.subject.type === 'term' ? record.subject.term : null;
}

function withTerm(record: Referring, term: string): Referring {
  if (record.kind !== 'card') return { ...record, term };
  return record.subject.type === 'term' ? { ...record, subject: { ...record.subject, term } } : record;
}

function saying(record: Referring): string {
  if (record.kind === 'rejection') return `${record.term}\n${record.form}`;
  if (record.kind === 'card') return record.id;
  const { paragraph, start, end } = record.target;
  return `${record.term}\n${paragraph}\n${String(start)}-${String(end)}`;
}
