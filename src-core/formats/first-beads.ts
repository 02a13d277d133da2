import type { Bitext, BitextSide } from './bitext.ts';

/**
 * The beginning of a bitext, for a preview: so many beads with their texts and what is annotated there.
 *
 * @param annotated counts only beads in which something is annotated
 */
export function firstBeads(bitext: Bitext, count: number, annotated = false): Bitext {
  const marked = new Set(bitext.annotations.flatMap(({ targets }) => targets.map(({ paragraph }) => paragraph)));
  const wanted = annotated
    ? bitext.beads.filter(({ source, target }) => [...source, ...target].some((id) => marked.has(id)))
    : bitext.beads;
  const beads = wanted.slice(0, count);
  const shown = new Set(beads.flatMap(({ source, target }) => [...source, ...target]));
  return {
    ...bitext,
    beads,
    source: part(bitext.source, shown),
    target: part(bitext.target, shown),
    annotations: bitext.annotations.filter(({ targets }) => targets.some(({ paragraph }) => shown.has(paragraph))),
  };
}

function part({ edition, sections, paragraphs }: BitextSide, shown: ReadonlySet<string>): BitextSide {
  const kept = paragraphs.filter(({ id }) => shown.has(id));
  const used = new Set(kept.map(({ section }) => section));
  return { edition, sections: sections.filter(({ id }) => used.has(id)), paragraphs: kept };
}
