import type { Change } from '#core/records/change.ts';
import type { Answer, Card, Study } from '#core/records/review.ts';
import type { Term } from '#core/records/term.ts';
import type { Rating } from '#core/review/schedule.ts';
import { defaultStudy, studySettings, type StudySettings } from '#core/review/study.ts';
import { commit } from '#renderer/app/commit.ts';
import { library } from '#renderer/app/library-store.ts';
import { notify } from '#renderer/app/notices.ts';

/** May reviews be changed? Not when another program holds the library or a newer one wrote it. */
export function canReview(): boolean {
  const { state } = library.getState();
  return state !== null && state.readOnly === null;
}

/** Keeps an answer to a card. @param took milliseconds from the question to the answer. Gives the answer's id. */
export function keepAnswer(card: Card, rating: Rating, at: number, took: number): string {
  const answer: Answer = {
    id: crypto.randomUUID(),
    modified: '',
    kind: 'answer',
    card: card.id,
    rating,
    at: new Date(at).toISOString(),
    took: Math.max(0, Math.round(took)),
  };
  commit(null, { added: [answer], updated: [], removed: [] }, 'review:undo.answer');
  return answer.id;
}

/** Keeps new cards: one step, which can be undone at once. */
export function keepCards(cards: readonly Card[]): void {
  if (cards.length === 0) return;
  commit(null, { added: [...cards], updated: [], removed: [] }, 'review:undo.add');
  notify({ kind: 'done', message: 'review:done.added', values: { count: cards.length }, undoable: true });
}

/** Removes cards; their answers stay, for the day when a card is made again. */
export function removeCards(cards: readonly Card[]): void {
  if (cards.length === 0) return;
  commit(null, { added: [], updated: [], removed: [...cards] }, 'review:undo.remove');
  notify({ kind: 'done', message: 'review:done.removed', values: { count: cards.length }, undoable: true });
}

/** Lets cards rest until they are called back, or calls them back. */
export function suspendCards(cards: readonly Card[], suspended: boolean): void {
  const updated = cards
    .filter((card) => (card.suspended === true) !== suspended)
    .map((card): [Card, Card] => {
      const { suspended: _before, ...rest } = card;
      return [card, suspended ? { ...rest, suspended: true } : rest];
    });
  if (updated.length === 0) return;
  const change: Change = { added: [], updated, removed: [] };
  commit(null, change, suspended ? 'review:undo.suspend' : 'review:undo.resume');
  const message = suspended ? 'review:done.suspended' : 'review:done.resumed';
  notify({ kind: 'done', message, values: { count: updated.length }, undoable: true });
}

/** Keeps how the reader wants to review; what differs in nothing is not a step. @param label `null` for no step of its own */
export function keepStudy(patch: Partial<StudySettings>, label: string | null = 'review:undo.study'): void {
  const before = library.getState().state?.study ?? null;
  const now = studySettings(before);
  const next = { ...now, ...patch };
  if (JSON.stringify(next) === JSON.stringify(now)) return;
  const base: Study = before ?? {
    id: 'study',
    modified: '',
    kind: 'study',
    ...defaultStudy,
    faces: [...defaultStudy.faces],
  };
  const record: Study = { ...base, ...next, faces: [...next.faces] };
  commit(
    null,
    before === null
      ? { added: [record], updated: [], removed: [] }
      : { added: [], updated: [[before, record]], removed: [] },
    label,
  );
}

/** Gives a term the level `known`. */
export function markKnown(term: Term): void {
  commit(null, { added: [], updated: [[term, { ...term, level: 'known' }]], removed: [] }, 'review:undo.known');
}
