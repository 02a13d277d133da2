import { counterparts } from '#core/annotation/counterpart.ts';
import { linkIndex, type Link } from '#core/alignment/link.ts';
import type { Annotation } from '#core/records/annotation.ts';

/** A mark in the gutter beside aligned paragraphs: an annotation of one side that has no range of its own on the other. */
export interface GutterEcho {
  annotation: Annotation;
  /** The side of the link that it stands on. */
  side: 'source' | 'target';
}

/**
 * The echoes beside a row of the reading view: first those of the left side, then those of the right.
 *
 * @param editions what stands left (`source` of the link) and right (`target`)
 * @param on the annotations with a target in a paragraph
 */
export function gutterEchoes(
  link: Link,
  editions: readonly [left: string, right: string],
  on: (paragraph: string) => readonly Annotation[],
): GutterEcho[] {
  const [left, right] = editions;
  const links = linkIndex([link]);
  const found = new Map<string, GutterEcho>();
  for (const side of ['source', 'target'] as const) {
    const other = side === 'source' ? right : left;
    for (const annotation of link[side].flatMap(on)) {
      if (counterparts(annotation, other, links).some(({ kind }) => kind === 'gutter')) {
        found.set(annotation.id, { annotation, side });
      }
    }
  }
  return [...found.values()];
}
