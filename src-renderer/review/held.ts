import { createStore } from 'zustand/vanilla';
import type { Answer, Card } from '#core/records/review.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { reviewLog, type ReviewLog } from '#core/review/log.ts';
import { defaultStudy } from '#core/review/study.ts';
import { replacedIn } from '#renderer/app/replaced-in.ts';

/** The cards of the library and the answers to them, once they were read. */
export interface Held {
  isRead: boolean;
  /** By id, tombstones left out. */
  cards: ReadonlyMap<string, Card>;
  /** All answers; another object whenever one comes or goes. */
  log: ReviewLog;
  /** The share of cards to be remembered, for which the log is replayed. */
  retention: number;
}

/** Reviews as the view knows them. Apart from the library's other records, for they are many and mostly not needed. */
export const held = createStore<Held>(() => ({
  isRead: false,
  cards: new Map(),
  log: reviewLog([], defaultStudy.retention),
  retention: defaultStudy.retention,
}));

/** Holds these cards and answers in place of all before. */
export function hold(cards: readonly Card[], answers: Iterable<Answer>): void {
  held.setState(({ retention }) => ({
    isRead: true,
    cards: new Map(cards.map((card) => [card.id, card])),
    log: reviewLog(answers, retention),
  }));
}

/** Replays all answers for another retention. */
export function replayFor(retention: number): void {
  const { log, retention: before } = held.getState();
  if (retention === before) return;
  const answers = [...log.all()].flatMap(([, replayed]) => replayed.answers);
  held.setState({ log: reviewLog(answers, retention), retention });
}

/** A card or an answer as shown now; `null` where there is none, or before they were read. */
export function heldRecord(id: string): Card | Answer | null {
  const { cards, log } = held.getState();
  return cards.get(id) ?? log.answer(id);
}

/** Shows cards and answers in place of those with the same ids, once all were read. */
export function showHeld(records: readonly AnyRecord[]): void {
  const { isRead, cards, log } = held.getState();
  const answers = records.filter((record) => record.kind === 'answer');
  if (!isRead || (answers.length === 0 && !records.some(({ kind }) => kind === 'card'))) return;
  // In place, for the log is long; views tell by the object that it has changed.
  log.replace(answers);
  held.setState({ cards: replacedIn(cards, 'card', records), log: answers.length === 0 ? log : { ...log } });
}
