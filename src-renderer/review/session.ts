import { createStore } from 'zustand/vanilla';
import type { Card } from '#core/records/review.ts';
import { countLeft, nextCard, queueAt, type Queue } from '#core/review/queue.ts';
import { isMature, notBefore, stageOf, type Rating, type Stage } from '#core/review/schedule.ts';
import { studySettings } from '#core/review/study.ts';
import { library } from '#renderer/app/library-store.ts';
import { contents, isGone } from './contents.ts';
import { held } from './held.ts';
import { keepAnswer } from './keep.ts';

/** An answer of this session. */
export interface Given {
  answer: string;
  card: string;
  rating: Rating;
  /** Where the card stood before. */
  stage: Stage;
  /** It reached a long interval by this answer. */
  matured: boolean;
}

/** A session of reviews. It lasts as long as the window, so that a look at the text does not end it. */
export interface Session {
  isOpen: boolean;
  /** The card that is asked; `null` when none is left for now. */
  card: string | null;
  /** Is its back shown? */
  isBack: boolean;
  /** When its front was shown, in milliseconds since 1970. */
  since: number;
  /** When its back was shown. */
  turned: number;
  given: readonly Given[];
}

const none: Session = { isOpen: false, card: null, isBack: false, since: 0, turned: 0, given: [] };

/** Between two looks at whether a step's time has come, in milliseconds. */
const patience = 5_000;

export const session = createStore<Session>(() => none);

/** What is to be reviewed now. */
function currentQueue(now = Date.now()): Queue {
  const { cards, log } = held.getState();
  const { known } = contents.getState();
  const { state, terms } = library.getState();
  const present = [...cards.values()].filter((card) => !isGone(card, known, terms));
  return queueAt(present, log, studySettings(state?.study ?? null), now);
}

/** Begins a session. */
export function openSession(): void {
  session.setState({ ...none, isOpen: true });
  ask();
}

export function closeSession(): void {
  session.setState(none, true);
}

/** Asks the next card. */
function ask(): void {
  const now = Date.now();
  session.setState({ card: nextCard(currentQueue(now), now)?.id ?? null, isBack: false, since: now });
}

export function showBack(): void {
  if (session.getState().card !== null) session.setState({ isBack: true, turned: Date.now() });
}

/** Answers the card whose back is shown, and asks the next. */
export function rate(rating: Rating): void {
  const { card: id, isBack, since, given } = session.getState();
  const card = heldCard(id);
  if (card === null || !isBack) return;
  const before = held.getState().log.progress(card.id);
  const now = notBefore(before, Date.now());
  const answer = keepAnswer(card, rating, now, now - since);
  const matured = !isMature(before) && isMature(held.getState().log.progress(card.id));
  session.setState({ given: [...given, { answer, card: card.id, rating, stage: stageOf(before), matured }] });
  ask();
}

/**
 * Fits the session to what has changed outside of it: an answer that was undone brings its card back, a card that was removed,
 * suspended or has lost its word gives way to the next, and a step whose time has come is asked.
 */
function refresh(): void {
  const { isOpen, card: id, given } = session.getState();
  if (!isOpen) return;
  const { log } = held.getState();
  const left = given.filter(({ answer }) => log.answer(answer) !== null);
  if (left.length < given.length) {
    const undone = given.find(({ answer }) => log.answer(answer) === null);
    session.setState({ given: left, card: undone?.card ?? null, isBack: false, since: Date.now() });
    return;
  }
  const card = heldCard(id);
  const { terms } = library.getState();
  const isLeft = card !== null && card.suspended !== true && !isGone(card, contents.getState().known, terms);
  // With nothing to ask, the state stays as it is.
  if (!isLeft && (id !== null || nextCard(currentQueue(), Date.now()) !== null)) ask();
}

/** Keeps the session fitting to what changes outside of it. Gives the function that ends it. */
export function followChanges(): () => void {
  refresh();
  // A step may have its time come while nothing else happens.
  const timer = setInterval(refresh, patience);
  const endings = [held.subscribe(refresh), library.subscribe(refresh), contents.subscribe(refresh)];
  return () => {
    clearInterval(timer);
    for (const end of endings) end();
  };
}

/** The card with an id; `null` where there is none. */
export function heldCard(id: string | null): Card | null {
  return id === null ? null : (held.getState().cards.get(id) ?? null);
}

/** The cards that come next after the one that is asked, for their contents to be read. */
export function upcoming({ steps, due, fresh, later }: Queue): Card[] {
  return [...steps, ...due.slice(0, 12), ...fresh.slice(0, 8), ...later.map(({ card }) => card)];
}

/** How far the session is: answers that brought a card out of today's queue, and what is left of it. */
export function progressOf(queue: Queue, given: readonly Given[]): { done: number; left: number } {
  return { done: given.length, left: countLeft(queue) };
}
