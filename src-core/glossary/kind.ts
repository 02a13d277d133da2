import type { WordKind } from '#core/language/inflection.ts';
import { language } from '#core/language/language.ts';
import { primaryTag } from '#core/language/primary-tag.ts';
import type { Term } from '#core/records/term.ts';

/**
 * What kind of word a term's headword is, told by its category or its glosses: an English one begins with `to`, a Russian one
 * with an infinitive. `null` when they do not tell.
 */
export function wordKindOf({ category, glosses }: Pick<Term, 'category' | 'glosses'>): WordKind | null {
  if (category !== 'word') return 'noun';
  let told: WordKind | null = null;
  for (const [tag, senses] of Object.entries(glosses)) {
    const isVerb = verbGlosses.get(primaryTag(tag));
    if (isVerb === undefined || senses.length === 0) continue;
    if (senses.some(isVerb)) return 'verb';
    told = 'noun';
  }
  return told;
}

/** A map, since tags come from data: an object has more names than are written here. */
const verbGlosses: ReadonlyMap<string, (gloss: string) => boolean> = new Map([
  ['en', (gloss: string) => /^to\s+\S/iu.test(gloss)],
  ['ru', (gloss: string) => language('ru').inflection.likelyKind(gloss.split(/[\s,;(]/u, 1)[0] ?? '') === 'verb'],
]);
