import type { WordKind } from '#core/language/inflection.ts';
import type { Term } from '#core/records/term.ts';

/**
 * What kind of word a term's headword is, told by its category or its glosses: an English one begins with `to`, a Russian one
 * ends as an infinitive. `null` when they do not tell.
 */
export function wordKindOf({ category, glosses }: Pick<Term, 'category' | 'glosses'>): WordKind | null {
  if (category !== 'word') return 'noun';
  let told: WordKind | null = null;
  for (const [tag, senses] of Object.entries(glosses)) {
    const infinitive = infinitives[tag.split('-', 1)[0] ?? tag];
    if (infinitive === undefined || senses.length === 0) continue;
    if (senses.some((sense) => infinitive.test(sense))) return 'verb';
    told = 'noun';
  }
  return told;
}

const infinitives: Readonly<Record<string, RegExp>> = {
  en: /^to\s+\S/iu,
  ru: /^\S+(?:ть|ти|чь)(?:ся|сь)?(?=$|[\s,;(])/iu,
};
