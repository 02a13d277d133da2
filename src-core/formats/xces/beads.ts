import type { SentenceLinks } from '#core/records/bead.ts';
import type { ImportedBead } from '../imported.ts';
import type { TieGroup, TiedBlocks } from '../joined-ties.ts';

/** A link of an alignment: the blocks and the sentences that it is between, and what else it says. */
export interface XcesTie extends TiedBlocks {
  readonly sentences: readonly [source: readonly number[], target: readonly number[]];
  readonly attributes: Readonly<Record<string, string>>;
}

/** What the format keeps with a bead: what its links say beyond what a bead knows, in their order. */
export interface KeptLinks {
  readonly links: readonly Readonly<Record<string, string>>[];
}

/** Of each block of a side, the numbers of its sentences. */
type SentencesOf = ReadonlyMap<number, readonly number[]>;

/**
 * The bead that links make which share paragraphs. A person confirmed it where they confirmed every one of its links (`man`). Links
 * of several sentences are kept as links of sentences; where one of them stands in two, only the paragraphs are.
 */
export function beadOf(
  { ties, source, target }: TieGroup<XcesTie>,
  [own, other]: readonly [SentencesOf, SentencesOf],
): ImportedBead | null {
  const [first] = ties;
  if (first === undefined) return null;
  const isConfirmed = ties.every(({ attributes }) => attributes['status'] === 'man');
  const sentences = sentencesOf(
    ties,
    source.flatMap((block) => own.get(block) ?? []),
    target.flatMap((block) => other.get(block) ?? []),
  );
  const kept = ties.map(({ attributes }) => unknown(attributes));
  const said = measure(first.attributes['bead']);
  const measures = ties.map(({ attributes }) => measure(attributes['certainty']) ?? 0.5);
  return {
    source,
    target,
    status: isConfirmed ? 'confirmed' : 'auto',
    confidence: isConfirmed ? 1 : (said ?? measures.reduce((sum, one) => sum + one, 0) / measures.length),
    ...(sentences === null ? {} : { sentences }),
    ...(kept.every((one) => Object.keys(one).length === 0) ? {} : { foreign: { xces: { links: kept } } }),
  };
}

/** 0 to 1; `null` where nothing is said. hunalign's measure of a link can be beyond either. */
export function measure(said: string | undefined): number | null {
  if (said === undefined || said.trim() === '') return null;
  const number = Number(said);
  return Number.isNaN(number) ? null : Math.min(Math.max(number, 0), 1);
}

/** What a bead knows of a link: this is written anew. */
const known = new Set(['type', 'status', 'certainty', 'bead', 'within']);

/** What a link says that a bead has no place for; also a certainty that was cut to what a bead can have. */
function unknown(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name, value]) => {
      if (name === 'certainty') return measure(value) !== null && measure(value) !== Number(value);
      // InterText's third status: nobody and nothing has looked at the link.
      if (name === 'status') return value !== 'man' && value !== 'auto';
      return !known.has(name);
    }),
  );
}

function sentencesOf(ties: readonly XcesTie[], own: readonly number[], other: readonly number[]): SentenceLinks | null {
  if (ties.length < 2) return null;
  const places = [
    new Map(own.map((sentence, at) => [sentence, at])),
    new Map(other.map((sentence, at) => [sentence, at])),
  ];
  const met = [new Set<number>(), new Set<number>()];
  const links: SentenceLinks['links'] = [];
  for (const { sentences, attributes } of ties) {
    const sides = sentences.map((side, number) =>
      side.flatMap((sentence) => {
        const at = places[number]?.get(sentence);
        return at === undefined ? [] : [at];
      }),
    );
    for (const [number, side] of sides.entries()) {
      for (const at of side) {
        if (met[number]?.has(at) === true) return null;
        met[number]?.add(at);
      }
    }
    const confidence = measure(attributes['within']) ?? (attributes['status'] === 'man' ? 1 : null);
    links.push([sides[0] ?? [], sides[1] ?? [], confidence ?? measure(attributes['certainty']) ?? 0.5]);
  }
  return { counts: [own.length, other.length], links };
}
