import type { Card, CardSubject } from '#core/records/review.ts';
import { laterDay, startOfDay } from './day.ts';
import type { ReviewLog } from './log.ts';
import { isInSteps, replayer, stageOf, type Progress } from './schedule.ts';
import type { StudySettings } from './study.ts';

/** What is to be reviewed today. */
export interface Queue {
  /** In short steps: those whose time has come, the longest waiting first. */
  steps: readonly Card[];
  /** Those whose interval is over, the one most likely forgotten first. */
  due: readonly Card[];
  /** Never answered, in the order in which they were made. */
  fresh: readonly Card[];
  /** In short steps whose time comes later today, with that time, the next first. */
  later: readonly { card: Card; at: number }[];
  /** Due today, but over the day's limit. */
  overLimit: number;
  /** How many cards were begun and how many were due and answered today. */
  done: { fresh: number; reviews: number };
}

/** A step is shown so many milliseconds before its time when nothing else is left. */
const aheadOfTime = 20 * 60_000;

/** The subject of a card as a string that only the cards of the same subject share. */
export function subjectKey(subject: CardSubject): string {
  return subject.type === 'term' ? `term ${subject.term}` : `highlight ${subject.work} ${subject.annotation}`;
}

/** What was answered today: how much of the limits is used up, and which subjects have had their turn. */
interface Today {
  fresh: number;
  reviews: number;
  /** By subject, the cards of it that were answered. */
  answered: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The queue at a moment, in milliseconds since 1970. `cards` are those that can be shown: one whose word or highlight is gone
 * is left out by the caller.
 */
export function queueAt(cards: Iterable<Card>, log: ReviewLog, study: StudySettings, now: number): Queue {
  const list = [...cards].toSorted(byCreation);
  const start = startOfDay(now, study.dayStart);
  const end = laterDay(start, 1);
  const today = answeredSince(list, log, start);
  const waiting: { card: Card; progress: Progress | null }[] = [];
  for (const card of list) {
    if (card.suspended) continue;
    const progress = log.progress(card.id);
    if (progress !== null && progress.due.getTime() >= end) continue;
    if (isInSteps(progress) || !hasSiblingIn(today, card)) waiting.push({ card, progress });
  }
  const chance = chances(waiting, study.retention, now);
  const steps = waiting
    .filter(({ progress }) => isInSteps(progress))
    .map(({ card, progress }) => ({ card, at: progress?.due.getTime() ?? now }))
    .toSorted((a, b) => a.at - b.at);
  const due = waiting
    .filter(({ progress }) => stageOf(progress) === 'review')
    .map(({ card }) => card)
    .toSorted((a, b) => (chance.get(a.id) ?? 0) - (chance.get(b.id) ?? 0));
  const fresh = waiting.filter(({ progress }) => progress === null).map(({ card }) => card);

  const taken = new Set(steps.map(({ card }) => subjectKey(card.subject)));
  const firstOfSubject = (card: Card): boolean => {
    const key = subjectKey(card.subject);
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  };
  const dueOnce = due.filter(firstOfSubject);
  const dueLimited = dueOnce.slice(0, Math.max(0, study.reviewsPerDay - today.reviews));
  const freshLimited = fresh.filter(firstOfSubject).slice(0, Math.max(0, study.newPerDay - today.fresh));
  return {
    steps: steps.filter(({ at }) => at <= now).map(({ card }) => card),
    due: dueLimited,
    fresh: freshLimited,
    later: steps.filter(({ at }) => at > now),
    overLimit: dueOnce.length - dueLimited.length,
    done: { fresh: today.fresh, reviews: today.reviews },
  };
}

/**
 * The card to be shown next: a step whose time has come, else reviews with new cards evenly among them, else a step that is
 * only a little early; `null` when nothing is left for now.
 */
export function nextCard({ steps, due, fresh, later, done }: Queue, now: number): Card | null {
  const [step] = steps;
  if (step !== undefined) return step;
  // Neither of the two gets ahead of the other by its share of the day.
  const freshShare = (done.fresh + 0.5) / Math.max(1, done.fresh + fresh.length);
  const dueShare = (done.reviews + 0.5) / Math.max(1, done.reviews + due.length);
  const card = due.length === 0 || (fresh.length > 0 && freshShare <= dueShare) ? fresh[0] : due[0];
  if (card !== undefined) return card;
  const [soon] = later;
  return soon !== undefined && soon.at <= now + aheadOfTime ? soon.card : null;
}

/** How many cards a queue still holds for today. */
export function countLeft({ steps, due, fresh, later }: Queue): number {
  return steps.length + due.length + fresh.length + later.length;
}

function byCreation(a: Card, b: Card): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function answeredSince(cards: readonly Card[], log: ReviewLog, start: number): Today {
  const answered = new Map<string, Set<string>>();
  let fresh = 0;
  let reviews = 0;
  for (const { id, subject } of cards) {
    const { answers, stages, progress } = log.replayed(id);
    if (progress === null || (progress.last_review?.getTime() ?? 0) < start) continue;
    const first = answers.findIndex(({ at }) => Date.parse(at) >= start);
    if (stages[first] === 'new') fresh += 1;
    if (stages[first] === 'review') reviews += 1;
    const key = subjectKey(subject);
    answered.set(key, (answered.get(key) ?? new Set<string>()).add(id));
  }
  return { fresh, reviews, answered };
}

/** Was another card of the same subject answered today? */
function hasSiblingIn({ answered }: Today, { id, subject }: Card): boolean {
  const cards = answered.get(subjectKey(subject));
  return cards !== undefined && (cards.size > 1 || !cards.has(id));
}

function chances(
  waiting: readonly { card: Card; progress: Progress | null }[],
  retention: number,
  now: number,
): ReadonlyMap<string, number> {
  const { retrievability } = replayer(retention);
  return new Map(
    waiting.flatMap(({ card, progress }) =>
      progress === null ? [] : [[card.id, retrievability(progress, now)] as const],
    ),
  );
}
