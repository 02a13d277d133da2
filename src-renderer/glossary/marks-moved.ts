import type { Paragraph } from '#core/records/paragraph.ts';
import type { Mismatch, Rejection } from '#core/records/rejection.ts';
import type { Term } from '#core/records/term.ts';
import { changedTerms, marksSame, termFinder, type MarkChange, type TermMark } from './marks.ts';

/** What the marks of a text follow from. */
export interface MarkState {
  readonly terms: ReadonlyMap<string, Term>;
  readonly rejections: ReadonlyMap<string, Rejection>;
  readonly mismatches: ReadonlyMap<string, Mismatch>;
}

/** What a change of the glossary does to marks that are drawn. */
export interface MarksMoved {
  /** What has to be told to the finder. */
  change: MarkChange;
  /** Paragraphs in which other words may be marked now. */
  found: Paragraph[];
  /** Paragraphs whose marks only look different: a level changed. */
  shown: Paragraph[];
}

/** When more terms change at once, as by an import, all that is drawn may have changed. */
const mostChanges = 100;

/**
 * What changed between two states, and which of the `drawn` paragraphs it touches.
 *
 * @param tagOf the language of a paragraph
 */
export function marksMoved(
  before: MarkState,
  after: MarkState,
  drawn: ReadonlyMap<Paragraph, readonly TermMark[]> | readonly [],
  tagOf: (paragraph: Paragraph) => string | null,
): MarksMoved {
  const { removed, added } = changedTerms(before.terms, after.terms);
  const moved = new Set<Term>();
  const relevelled = new Set<string>();
  for (const term of removed) {
    const now = after.terms.get(term.id);
    if (now !== undefined && marksSame(term, now)) relevelled.add(term.id);
    else moved.add(term);
  }
  for (const term of added) {
    if (!relevelled.has(term.id)) moved.add(term);
  }
  const refused = [
    ...differing(before.rejections, after.rejections),
    ...differing(before.mismatches, after.mismatches),
  ].flatMap(({ term }) => after.terms.get(term) ?? []);
  const change: MarkChange = {
    removed: removed.filter((term) => moved.has(term)),
    added: added.filter((term) => moved.has(term)),
    rejections: after.rejections.values(),
    mismatches: after.mismatches.values(),
  };
  const entries = [...drawn];
  const touched = touchedBy([...moved, ...refused], entries, tagOf);
  const found = entries.filter(([paragraph]) => touched(paragraph)).map(([paragraph]) => paragraph);
  const shown = entries
    .filter(([paragraph, marks]) => !touched(paragraph) && marks.some((mark) => hasTerm(mark, relevelled)))
    .map(([paragraph]) => paragraph);
  return { change, found, shown };
}

function differing<R>(before: ReadonlyMap<string, R>, after: ReadonlyMap<string, R>): R[] {
  if (before === after) return [];
  return [
    ...[...before].filter(([id, one]) => after.get(id) !== one),
    ...[...after].filter(([id, one]) => before.get(id) !== one),
  ].map(([, one]) => one);
}

/** Tells the paragraphs in which any of these terms could stand: only their marks can change with them. */
function touchedBy(
  terms: readonly Term[],
  drawn: readonly (readonly [Paragraph, readonly TermMark[]])[],
  tagOf: (paragraph: Paragraph) => string | null,
): (paragraph: Paragraph) => boolean {
  if (terms.length === 0) return () => false;
  if (terms.length > mostChanges) return () => true;
  // Made of few terms, so that it is cheap; of a changed one as it was and as it is. Nothing is refused in it, since what was
  // refused may come back.
  const few = termFinder({ terms: terms.map((term, at) => ({ ...term, id: `${term.id} ${String(at)}` })) });
  const touched = new Set(
    drawn
      .filter(([paragraph]) => few.marks(paragraph, tagOf(paragraph) ?? 'und').length > 0)
      .map(([paragraph]) => paragraph),
  );
  return (paragraph) => touched.has(paragraph);
}

function hasTerm({ terms, others }: TermMark, ids: ReadonlySet<string>): boolean {
  return [terms, ...others.map((other) => other.terms)].flat().some((id) => ids.has(id));
}
