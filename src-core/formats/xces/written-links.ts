import type { BitextBead } from '../bitext.ts';
import { groupedTies } from '../joined-ties.ts';
import { type KeptLinks, measure } from './beads.ts';
import { strings, type WrittenText } from './written-text.ts';

/** A link as it is written, by the ids of sentences. */
export interface LinkWritten {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The links that a bead is written as: one, or one for each link of its sentences, where these are as many as they were. What only a
 * bead knows, how sure it is and how sure its sentences are, stands in attributes of Egiz' own (`bead`, `within`).
 */
export function linksOf(
  bead: BitextBead,
  { source, target }: { readonly source: WrittenText; readonly target: WrittenText },
): LinkWritten[] {
  const own = bead.source.flatMap((id) => source.ids.get(id) ?? []);
  const other = bead.target.flatMap((id) => target.ids.get(id) ?? []);
  const kept = (bead.foreign as { xces?: Partial<KeptLinks> } | undefined)?.xces?.links;
  const foreign = Array.isArray(kept) ? kept.map(strings) : [];
  const base = statusOf(bead, foreign);
  const { sentences } = bead;
  const fits =
    sentences !== undefined &&
    sentences.links.length > 1 &&
    sentences.counts[0] === own.length &&
    sentences.counts[1] === other.length &&
    areOne(sentences.links, [placesOf(bead.source, source), placesOf(bead.target, target)]);
  if (!fits) {
    const attributes = { ...(foreign.length === 1 ? foreign[0] : {}), ...base(0, bead.confidence) };
    return own.length + other.length === 0 ? [] : [{ source: own, target: other, attributes }];
  }
  return sentences.links.map(([from, to, confidence], at) => ({
    source: from.flatMap((one) => own[one] ?? []),
    target: to.flatMap((one) => other[one] ?? []),
    attributes: {
      ...(foreign.length === sentences.links.length ? foreign[at] : {}),
      ...base(at, bead.confidence * confidence),
      ...(at === 0 && bead.status === 'auto' ? { bead: String(bead.confidence) } : {}),
      within: String(confidence),
    },
  }));
}

/** What a link says of how it came about. A certainty beyond what beads know, and a status that they do not, are as they were. */
function statusOf(
  { status, confidence }: BitextBead,
  foreign: readonly Readonly<Record<string, string>>[],
): (at: number, certainty: number) => Record<string, string> {
  return (at, certainty) => {
    if (status === 'confirmed') return { certainty: '1', status: 'man' };
    const own = foreign[at];
    const raw = own?.['certainty'];
    const same = raw !== undefined && measure(raw) === confidence;
    return { certainty: same ? raw : String(certainty), status: own?.['status'] ?? 'auto' };
  };
}

/** Of each sentence of a side of a bead, which of its paragraphs it stands in. */
function placesOf(paragraphs: readonly string[], { ids }: WrittenText): number[] {
  return paragraphs.flatMap((id, at) => (ids.get(id) ?? []).map(() => at));
}

/**
 * Whether links of sentences still make one bead when they are read, by the paragraphs that they share: all of it, and each sentence
 * stands in one of them at most.
 */
function areOne(
  links: readonly (readonly [readonly number[], readonly number[], number])[],
  [own, other]: readonly [readonly number[], readonly number[]],
): boolean {
  const isOnce = ([0, 1] as const).every((side) => {
    const all = links.flatMap((link) => link[side]);
    return new Set(all).size === all.length;
  });
  const groups = groupedTies(
    links.map(([from, to]) => ({
      blocks: [from.flatMap((one) => own[one] ?? []), to.flatMap((one) => other[one] ?? [])] as const,
    })),
  );
  const [only] = groups;
  return (
    isOnce &&
    groups.length === 1 &&
    only?.source.length === new Set(own).size &&
    only.target.length === new Set(other).size
  );
}
