import { sensesOf, withSense, type TermDraft } from './draft.ts';
import type { Offer } from './offers.ts';

/** The draft with what the other side very likely says, in glosses that are still empty. */
export function withLikely(draft: TermDraft, offers: readonly Offer[]): TermDraft {
  const glosses = { ...draft.glosses };
  for (const { language, likely } of offers) {
    if (likely !== null && (glosses[language] ?? '') === '') glosses[language] = likely;
  }
  return { ...draft, glosses };
}

/** An entry's draft with the senses and the notes that were typed for a doubled one. */
export function withTyped(entry: TermDraft, typed: TermDraft): TermDraft {
  const glosses: Record<string, string> = { ...entry.glosses };
  for (const [tag, gloss] of Object.entries(typed.glosses)) {
    for (const sense of sensesOf(gloss)) glosses[tag] = withSense(glosses[tag] ?? '', sense);
  }
  const notes: Record<string, string> = { ...entry.notes };
  for (const [tag, note] of Object.entries(typed.notes)) {
    if (note.trim() !== '') notes[tag] = [notes[tag] ?? '', note.trim()].filter((part) => part !== '').join('\n');
  }
  return { ...entry, glosses, notes };
}
