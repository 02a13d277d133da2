import { keyOf } from '#core/alignment/realign/preview.ts';
import { realign } from '#core/alignment/realign/realign.ts';
import { editionsOf } from '#core/alignment/edits/state.ts';
import { applied } from '#core/records/apply.ts';
import type { Bead } from '#core/records/bead.ts';
import { normaliseAlignment } from '#core/records/normalise-alignment.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { Term } from '#core/records/term.ts';

/** What becomes of the beads of an alignment of which one side gets a new version. Beads are told apart by their paragraphs. */
export interface BeadFate {
  /** `<source edition>~<target edition>` */
  readonly alignment: string;
  /** Beads with both sides that stay as they are, and how many of them are confirmed. */
  readonly kept: number;
  readonly confirmed: number;
  /** Beads with both sides that were not there before. */
  readonly made: number;
  /** Beads with one side only that were not there before: their paragraphs have no counterpart now. */
  readonly alone: number;
  /** Confirmed beads that do not stay as they are, because a paragraph of theirs is gone, cut or joined with another. */
  readonly altered: number;
}

/** The texts of an alignment as they will be, and what helps to align them. */
export interface AlignGround {
  readonly paragraphs: ReadonlyMap<string, readonly Paragraph[]>;
  readonly languages: (edition: string) => string;
  readonly glossary: readonly Term[];
  readonly newId: () => string;
  /** Called now and then with the share that is done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/**
 * The beads of an alignment after one of its texts changed: what changed is aligned between the beads that did not, which stay as
 * they are. Rules V of `docs/spec/alignment.md`.
 *
 * @param before as they stood
 * @param drafts those beads with the paragraphs that are there now; paragraphs in none of them are new
 */
export function alignedAnew(
  alignment: string,
  before: readonly Bead[],
  drafts: readonly Bead[],
  ground: AlignGround,
): { beads: readonly Bead[]; fate: BeadFate } {
  const [from, to] = editionsOf(alignment);
  const source = ground.paragraphs.get(from) ?? [];
  const target = ground.paragraphs.get(to) ?? [];
  const standing = normaliseAlignment(alignment, { source, target }, drafts);
  const chosen = openBeads(standing, before);
  if (chosen.length === 0) return { beads: standing, fate: fateOf(alignment, before, standing) };
  const { change } = realign(
    {
      alignment,
      beads: standing,
      source,
      target,
      languages: [ground.languages(from), ground.languages(to)],
      scope: { chosen },
      glossary: ground.glossary,
    },
    ground.newId,
    ground.progress === undefined ? {} : { progress: ground.progress },
  );
  const records = new Map(standing.map((bead) => [bead.id, bead]));
  for (const record of applied((id) => records.get(id) ?? null, change)) {
    if (record.kind !== 'bead') continue;
    if (record.deleted === true) records.delete(record.id);
    else records.set(record.id, record);
  }
  const beads = [...records.values()];
  return { beads, fate: fateOf(alignment, before, beads) };
}

/**
 * The beads that are aligned: new ones with, on either side of them, those nobody confirmed that hold one paragraph too many or too
 * few (rule V2). Stretches with a single side are left out: there is nothing to align.
 */
function openBeads(beads: readonly Bead[], before: readonly Bead[]): string[] {
  const known = new Set(before.map(keyOf));
  const old = new Map(before.map((bead) => [bead.id, bead]));
  const isOpen = (bead: Bead): boolean => bead.status !== 'confirmed' && !isHeir(bead, old.get(bead.id) ?? null);
  const isNew = (bead: Bead): boolean => !known.has(keyOf(bead));
  const chosen: string[] = [];
  let stretch: Bead[] = [];
  for (const bead of [...beads, null]) {
    if (bead !== null && isOpen(bead) && (!isPair(bead) || isNew(bead))) {
      stretch.push(bead);
      continue;
    }
    // What is left out on purpose holds nothing in place.
    if (bead?.intended === true) continue;
    if (stretch.some(isNew) && hasBoth(stretch)) for (const { id } of stretch) chosen.push(id);
    stretch = [];
  }
  return chosen;
}

/** One paragraph beside those into which its counterpart was cut, or beside those whose counterparts were joined: nothing about it is in doubt. */
function isHeir({ source, target }: Bead, old: Bead | null): boolean {
  if (old === null || Math.min(source.length, target.length) !== 1) return false;
  return source.length + target.length > old.source.length + old.target.length;
}

function hasBoth(beads: readonly Pick<Bead, 'source' | 'target'>[]): boolean {
  return beads.some(({ source }) => source.length > 0) && beads.some(({ target }) => target.length > 0);
}

function isPair({ source, target }: Bead): boolean {
  return source.length === 1 && target.length === 1;
}

function fateOf(alignment: string, before: readonly Bead[], after: readonly Bead[]): BeadFate {
  const known = new Set(before.map(keyOf));
  const there = new Set(after.map(keyOf));
  const fresh = after.filter((bead) => !known.has(keyOf(bead)));
  const kept = after.filter((bead) => known.has(keyOf(bead)) && hasBoth([bead]));
  return {
    alignment,
    kept: kept.length,
    confirmed: kept.filter(({ status }) => status === 'confirmed').length,
    made: fresh.filter((bead) => hasBoth([bead])).length,
    alone: fresh.filter((bead) => !hasBoth([bead])).length,
    altered: before.filter((bead) => bead.status === 'confirmed' && !there.has(keyOf(bead))).length,
  };
}
