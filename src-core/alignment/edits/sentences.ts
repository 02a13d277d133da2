import { language } from '#core/language/language.ts';
import type { Bead, SentenceLinks } from '#core/records/bead.ts';
import { editionsOf, type EditState } from './state.ts';

/** A sentence by its paragraph and its number in it, from 0. */
export interface SentenceName {
  readonly paragraph: string;
  readonly sentence: number;
}

/** Sentences that stand together, wherever the beads of their paragraphs begin and end. */
export interface NamedLink {
  readonly source: readonly SentenceName[];
  readonly target: readonly SentenceName[];
  readonly confidence: number;
}

/** The sentence links of some beads, while their paragraphs are brought into other beads. */
export interface SentencePool {
  readonly links: readonly NamedLink[];
  /** How many sentences a paragraph has; `null` when that cannot be told. */
  readonly count: (paragraph: string) => number | null;
}

/** The sentence links of beads that are about to change. Those that are out of date are left out. */
export function sentencePool(state: EditState, beads: readonly Bead[]): SentencePool {
  const told = new Map<string, number>();
  for (const { source, target, sentences } of beads) {
    for (const [at, ids] of [source, target].entries()) {
      const [only, ...rest] = ids;
      const count = sentences?.counts[at];
      if (only !== undefined && rest.length === 0 && count !== undefined) told.set(only, count);
    }
  }
  const counts = new Map<string, number | null>();
  const count = (id: string): number | null => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    const paragraph = state.paragraph(id);
    const found =
      paragraph === null
        ? (told.get(id) ?? null)
        : language(state.language(paragraph.edition)).sentences(paragraph.text).length;
    counts.set(id, found);
    return found;
  };
  return { links: beads.flatMap((bead) => namedLinks(bead, count)), count };
}

function namedLinks({ source, target, sentences }: Bead, count: SentencePool['count']): NamedLink[] {
  if (sentences === undefined) return [];
  const sides = [named(source, count), named(target, count)];
  const [from, to] = sides;
  if (from?.length !== sentences.counts[0] || to?.length !== sentences.counts[1]) return [];
  return sentences.links.flatMap(([left, right, confidence]): NamedLink[] => {
    const link = { source: left.flatMap((at) => from[at] ?? []), target: right.flatMap((at) => to[at] ?? []) };
    const isWhole = link.source.length === left.length && link.target.length === right.length;
    return isWhole && left.length + right.length > 0 ? [{ ...link, confidence }] : [];
  });
}

/** The sentences of paragraphs, counted through; `null` when the number of one's sentences is not known. */
function named(ids: readonly string[], count: SentencePool['count']): SentenceName[] | null {
  const found: SentenceName[] = [];
  for (const paragraph of ids) {
    const sentences = count(paragraph);
    if (sentences === null) return null;
    for (let sentence = 0; sentence < sentences; sentence += 1) found.push({ paragraph, sentence });
  }
  return found;
}

/**
 * The sentence links of a bead with these paragraphs: of the pool's those that stand wholly inside. Where some sentence is in
 * none of them, links are sought anew, if the state can. `null` for a bead with a side empty, and where nothing is known.
 */
export function linksWithin(
  state: EditState,
  alignment: string,
  pool: SentencePool,
  source: readonly string[],
  target: readonly string[],
): SentenceLinks | null {
  if (source.length === 0 || target.length === 0) return null;
  const from = numbers(source, pool.count);
  const to = numbers(target, pool.count);
  if (from === null || to === null) return null;
  const links = pool.links.flatMap((link): SentenceLinks['links'] => {
    const left = link.source.flatMap((name) => from.get(key(name)) ?? []);
    const right = link.target.flatMap((name) => to.get(key(name)) ?? []);
    const isInside = left.length === link.source.length && right.length === link.target.length;
    return isInside ? [[rising(left), rising(right), link.confidence]] : [];
  });
  const linked = links.reduce((sum, [left, right]) => sum + left.length + right.length, 0);
  if (linked < from.size + to.size) {
    const anew = soughtAnew(state, alignment, source, target);
    if (anew !== null && anew.counts[0] === from.size && anew.counts[1] === to.size) return anew;
  }
  if (links.length === 0) return null;
  const first = (numbersOf: readonly number[]): number => numbersOf[0] ?? Number.POSITIVE_INFINITY;
  links.sort((a, b) => first(a[0]) - first(b[0]) || first(a[1]) - first(b[1]));
  return { counts: [from.size, to.size], links };
}

function soughtAnew(
  state: EditState,
  alignment: string,
  source: readonly string[],
  target: readonly string[],
): SentenceLinks | null {
  const left = source.flatMap((id) => state.paragraph(id) ?? []);
  const right = target.flatMap((id) => state.paragraph(id) ?? []);
  if (state.relink === undefined || left.length !== source.length || right.length !== target.length) return null;
  const [from, to] = editionsOf(alignment);
  return state.relink(left, right, [state.language(from), state.language(to)]);
}

function numbers(ids: readonly string[], count: SentencePool['count']): Map<string, number> | null {
  const names = named(ids, count);
  return names === null ? null : new Map(names.map((name, at) => [key(name), at]));
}

function key({ paragraph, sentence }: SentenceName): string {
  return `${paragraph}\n${sentence}`;
}

function rising(list: readonly number[]): number[] {
  return list.toSorted((a, b) => a - b);
}
