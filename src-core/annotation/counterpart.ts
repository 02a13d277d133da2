import type { Link, LinkIndex } from '#core/alignment/link.ts';
import type { Annotation } from '#core/records/annotation.ts';

/** What an annotation shows on a side. */
export type Counterpart =
  /** A range of its own: made there, or linked by the reader. `target` is its place in the annotation's targets. */
  | { kind: 'range'; paragraph: string; start: number; end: number; target: number }
  /** The margin of the paragraphs of one link, aligned with those the annotation was made on. */
  | { kind: 'gutter'; paragraphs: readonly string[] };

/**
 * What an annotation shows in `edition`: the ranges of its own targets there; if it has none, the margin of the paragraphs
 * aligned with its targets, one entry a link. `links` are those between the two editions shown. Nothing for an annotation
 * whose paragraphs are aligned with nothing, or stand in neither edition.
 */
export function counterparts(
  annotation: Pick<Annotation, 'targets'>,
  edition: string,
  links: LinkIndex,
): Counterpart[] {
  const ranges = annotation.targets.flatMap(({ paragraph, start, end, edition: on }, target) =>
    on === edition ? [{ kind: 'range' as const, paragraph, start, end, target }] : [],
  );
  if (ranges.length > 0) return ranges;
  const gutters = new Map<Link, Counterpart>();
  for (const { paragraph } of annotation.targets) {
    const found = links.get(paragraph);
    if (found === undefined) continue;
    const paragraphs = found.side === 'source' ? found.link.target : found.link.source;
    if (paragraphs.length > 0) gutters.set(found.link, { kind: 'gutter', paragraphs });
  }
  return [...gutters.values()];
}
