import { compose, swap } from './compose.ts';
import type { Link } from './link.ts';

/** What of a work the links between two of its editions follow from. */
export interface Alignments {
  /** The id of the edition that is the original. */
  readonly original: string;
  /** By `<source edition>~<target edition>`, in order. */
  readonly alignments: Readonly<Record<string, readonly Link[]>>;
  /** By edition, the ids of its paragraphs in order. */
  readonly paragraphs: Readonly<Record<string, readonly string[]>>;
}

/**
 * The links between any two editions of a work: stored, exchanged, or composed through the original; of an edition beside
 * itself, paragraph by paragraph. Editions without an alignment stand beside each other by place, with confidence 0.
 * Rule C5 of `docs/spec/alignment.md`.
 */
export function linksBetween(left: string, right: string, work: Alignments): readonly Link[] {
  if (left === right) return byPlace(left, right, work, 1);
  const direct = directly(left, right, work);
  if (direct !== null) return direct;
  const fromOriginal = directly(work.original, left, work);
  const toRight = directly(work.original, right, work);
  if (fromOriginal !== null && toRight !== null) return compose(fromOriginal, toRight);
  return byPlace(left, right, work, 0);
}

function directly(left: string, right: string, { alignments }: Alignments): readonly Link[] | null {
  const stored = alignments[`${left}~${right}`];
  if (stored !== undefined) return stored;
  const reversed = alignments[`${right}~${left}`];
  return reversed === undefined ? null : swap(reversed);
}

function byPlace(left: string, right: string, { paragraphs }: Alignments, confidence: number): Link[] {
  const source = paragraphs[left] ?? [];
  const target = paragraphs[right] ?? [];
  return Array.from({ length: Math.max(source.length, target.length) }, (_, at) => ({
    id: `${left}~${right}:${at}`,
    source: source.slice(at, at + 1),
    target: target.slice(at, at + 1),
    status: 'auto',
    confidence,
  }));
}
