import type { Answer } from '#core/records/review.ts';
import { replay, replayer, type Progress, type Replayed } from './schedule.ts';

/**
 * All answers, by card, and what follows from them. A change costs the replay of the cards it touches, whatever the length
 * of the log.
 */
export interface ReviewLog {
  /** Where a card stands; `null` when it was never answered. */
  readonly progress: (card: string) => Progress | null;
  /** The answers to a card as they were replayed. */
  readonly replayed: (card: string) => Replayed;
  /** An answer by its id. */
  readonly answer: (id: string) => Answer | null;
  /** Every card that was answered, with its answers. */
  readonly all: () => Iterable<readonly [card: string, replayed: Replayed]>;
  /** Puts answers in place of those with the same ids; a deleted one is taken out. */
  readonly replace: (answers: readonly Answer[]) => void;
}

const unanswered: Replayed = { progress: null, answers: [], stages: [] };

/** A log of `answers` in any order, replayed for a retention of 0.7 to 0.99. */
export function reviewLog(answers: Iterable<Answer>, retention: number): ReviewLog {
  const replaying = replayer(retention);
  const byId = new Map<string, Answer>();
  /** The answers to each card, by id. */
  const byCard = new Map<string, Map<string, Answer>>();
  const known = new Map<string, Replayed>();

  const take = (id: string): void => {
    const before = byId.get(id);
    if (before === undefined) return;
    byId.delete(id);
    byCard.get(before.card)?.delete(id);
    known.delete(before.card);
  };
  const put = (answer: Answer): void => {
    take(answer.id);
    if (answer.deleted) return;
    byId.set(answer.id, answer);
    const held = byCard.get(answer.card) ?? new Map<string, Answer>();
    byCard.set(answer.card, held.set(answer.id, answer));
    known.delete(answer.card);
  };
  const replayed = (card: string): Replayed => {
    const held = byCard.get(card);
    if (held === undefined || held.size === 0) return unanswered;
    let found = known.get(card);
    if (found === undefined) known.set(card, (found = replay([...held.values()], replaying)));
    return found;
  };
  for (const answer of answers) put(answer);
  return {
    progress: (card) => replayed(card).progress,
    replayed,
    answer: (id) => byId.get(id) ?? null,
    all: function* () {
      for (const [card, held] of byCard) if (held.size > 0) yield [card, replayed(card)] as const;
    },
    replace: (news) => {
      for (const answer of news) put(answer);
    },
  };
}
