import type { Edition } from '#core/records/work.ts';
import type { WorkEntry } from '#main/api/shapes.ts';
import type { Draft } from './drafts.ts';

/** A work of the library that some of the texts were imported into before. */
export interface Known {
  readonly entry: WorkEntry;
  /** The texts by their keys, and the edition that each became. */
  readonly found: ReadonlyMap<string, Edition>;
}

/**
 * The work into which most of the texts came before; `null` where none did. A text is known by the names of its files and its
 * language: what is in it may be newer.
 */
export function knownWork(drafts: readonly Draft[], works: readonly WorkEntry[]): Known | null {
  let best: Known | null = null;
  for (const entry of works) {
    const found = new Map<string, Edition>();
    for (const draft of drafts) {
      const source = sourceOf(draft);
      const edition = entry.editions.find((one) => one.source === source && sameTongue(one.language, draft.language));
      if (edition !== undefined) found.set(draft.key, edition);
    }
    if (found.size > (best?.found.size ?? 0)) best = { entry, found };
  }
  return best;
}

/** As an edition says where its text comes from. */
function sourceOf({ parts }: Draft): string {
  return [...new Set(parts.map(({ name }) => name))].join(', ');
}

function sameTongue(a: string, b: string): boolean {
  return a.split('-', 1)[0] === b.split('-', 1)[0];
}
