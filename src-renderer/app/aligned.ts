import { linksBetween } from '#core/alignment/between.ts';
import type { OpenWork } from './work-store.ts';

/** Of the left edition's paragraphs: how many there are, stand beside something on the right, and do so confirmed. */
export function countAligned(
  left: string,
  right: string,
  original: string,
  alignments: OpenWork['alignments'],
  outline: OpenWork['outline'],
): { all: number; aligned: number; confirmed: number } {
  const paragraphs = Object.fromEntries(
    Object.entries(outline).map(([edition, list]) => [edition, list.map(([id]) => id)]),
  );
  let aligned = 0;
  let confirmed = 0;
  for (const link of linksBetween(left, right, { original, alignments, paragraphs })) {
    if (link.source.length === 0 || link.target.length === 0 || link.confidence === 0) continue;
    aligned += link.source.length;
    if (link.status === 'confirmed') confirmed += link.source.length;
  }
  return { all: paragraphs[left]?.length ?? 0, aligned, confirmed };
}
