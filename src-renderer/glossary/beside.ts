import { linksBetween } from '#core/alignment/between.ts';
import { alignedWith, linkIndex, type LinkIndex } from '#core/alignment/link.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';

/** What the links between two editions follow from. */
export type Aligned = Pick<OpenWork, 'work' | 'outline' | 'alignments'>;

/**
 * The paragraphs of the link between two editions that `paragraph` stands in: of its own edition, itself among them, and of
 * the other. Editions are named by their ids.
 */
export function beside(
  paragraph: string,
  own: string,
  other: string,
  work: Aligned,
): { own: readonly string[]; other: readonly string[] } {
  const index = indexBetween(own, other, work);
  const found = index.get(paragraph);
  if (found === undefined) return { own: [paragraph], other: [] };
  const same = found.side === 'source' ? found.link.source : found.link.target;
  return { own: same, other: alignedWith(paragraph, index) };
}

/** The section of the original in which a section of any edition begins; `null` where that cannot be told. */
export function originalSection(section: string | null, work: Aligned & Pick<OpenWork, 'places'>): string | null {
  const { outline, places } = work;
  const { original } = work.work;
  const [edition, list] =
    Object.entries(outline).find(([, entries]) => entries.some((one) => one[1] === section)) ?? [];
  if (edition === undefined || edition === original) return section;
  for (const [paragraph] of list?.filter((one) => one[1] === section) ?? []) {
    const [first] = beside(paragraph, edition, original, work).other;
    const place = places.get(first ?? '');
    if (place !== undefined) return outline[place.edition]?.[place.index]?.[1] ?? null;
  }
  return null;
}

const indexes = new WeakMap<OpenWork['alignments'], Map<string, LinkIndex>>();

/** Made once as long as the alignments are the same. */
function indexBetween(own: string, other: string, { work, outline, alignments }: Aligned): LinkIndex {
  const known = indexes.get(alignments) ?? new Map<string, LinkIndex>();
  indexes.set(alignments, known);
  const key = `${own}~${other}`;
  let index = known.get(key);
  if (index === undefined) {
    const paragraphs = Object.fromEntries(
      Object.entries(outline).map(([edition, list]) => [edition, list.map(([id]) => id)]),
    );
    index = linkIndex(linksBetween(own, other, { original: work.original, alignments, paragraphs }));
    known.set(key, index);
  }
  return index;
}
