import type { Link } from '#core/alignment/link.ts';
import type { Bead } from '#core/records/bead.ts';

/** Neighbouring beads that change, and what they become. Either list may be empty. */
export interface PreviewRun {
  readonly before: readonly Link[];
  readonly after: readonly Link[];
}

/** What aligning again would change, for a person to look at before it does. */
export interface RealignPreview {
  /** In the order of the text. Beads that stay the same are in none. */
  readonly runs: readonly PreviewRun[];
  /** Beads that were looked at, and how many of them stay. */
  readonly beads: number;
  readonly same: number;
  /** Of those that stay, how many get another confidence or other sentence links. */
  readonly refreshed: number;
  /** Confirmed beads that are given up: only where all was to be aligned again. */
  readonly released: number;
}

/** Runs of beads that differ between two versions of an alignment. */
export function changedRuns(before: readonly Bead[], after: readonly Bead[]): PreviewRun[] {
  const old = new Map(before.map((bead, at) => [keyOf(bead), at]));
  const runs: PreviewRun[] = [];
  let oldAt = 0;
  let newAt = 0;
  const close = (oldEnd: number, newEnd: number): void => {
    if (oldEnd > oldAt || newEnd > newAt) {
      runs.push({ before: before.slice(oldAt, oldEnd).map(link), after: after.slice(newAt, newEnd).map(link) });
    }
  };
  for (const [at, bead] of after.entries()) {
    const there = old.get(keyOf(bead));
    // One that stands elsewhere now is part of what changed.
    if (there === undefined || there < oldAt) continue;
    close(there, at);
    oldAt = there + 1;
    newAt = at + 1;
  }
  close(before.length, after.length);
  return runs;
}

function link({ id, source, target, status, confidence }: Bead): Link {
  return { id, source, target, status, confidence };
}

/** Two beads with the same paragraphs. */
export function keyOf({ source, target }: Pick<Bead, 'source' | 'target'>): string {
  return JSON.stringify([source, target]);
}
