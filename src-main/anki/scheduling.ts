import type { Answer, Card } from '#core/records/review.ts';
import { dayNumber, startOfDay } from '#core/review/day.ts';
import { byTime, replayer, stageOf, type Progress, type Rating } from '#core/review/schedule.ts';

/** The hour at which Anki's day begins, unless its user chose another. */
const rollover = 4;

/** What goes into Anki's table `cards` of when a card comes. */
export interface CardTimes {
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  type: number;
  /** As `type`; -1 suspended, and learning cards are in 1 whatever their type. */
  queue: number;
  /** A new card's place; in learning the moment, in seconds since 1970; in review the day, counted from the collection's. */
  due: number;
  /** Days. */
  ivl: number;
  /** Ease times 1,000, as the older scheduler wants it. */
  factor: number;
  reps: number;
  lapses: number;
  left: number;
  /** JSON; what FSRS knows. */
  data: string;
}

/** A line of Anki's log of reviews. */
export interface LoggedReview {
  /** Milliseconds since 1970: the id. */
  at: number;
  ease: number;
  /** Days, or seconds below 0. */
  ivl: number;
  lastIvl: number;
  /** Of FSRS: difficulty between 100 and 1,100. */
  factor: number;
  /** Milliseconds. */
  time: number;
  /** 0 learning, 1 review, 2 relearning. */
  type: number;
}

/** A card that was never answered, or whose log is not exported. */
export function newCard(place: number, suspended = false): CardTimes {
  return { type: 0, queue: suspended ? -1 : 0, due: place, ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, data: '' };
}

/** What Anki is told of the reviews of our cards. */
export interface Scheduling {
  readonly cards: ReadonlyMap<string, Card>;
  /** By card. */
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** 0.7 to 0.99. */
  readonly retention: number;
}

/** The first day of a collection that holds these answers, as the moment in milliseconds at which it begins. */
export function firstDay(scheduling: Scheduling | null, now: number): number {
  const times = scheduling === null ? [] : [...scheduling.answers.values()].flat().map(({ at }) => Date.parse(at));
  return startOfDay(
    times.reduce((first, at) => Math.min(first, at), now),
    rollover,
  );
}

/**
 * When a card comes, and its log, replayed as Egiz itself does.
 *
 * @param created of the collection, in milliseconds since 1970: days are counted from it
 */
export function cardTimes(
  id: string,
  { cards, answers, retention }: Scheduling,
  place: number,
  created: number,
): { times: CardTimes; log: LoggedReview[] } {
  const suspended = cards.get(id)?.suspended === true;
  const { next } = replayer(retention);
  const log: LoggedReview[] = [];
  let progress: Progress | null = null;
  for (const answer of (answers.get(id) ?? []).toSorted(byTime)) {
    const at = Date.parse(answer.at);
    const after: Progress = next(progress, answer.rating as Rating, at);
    const stage = stageOf(progress);
    log.push({
      at,
      ease: answer.rating,
      ivl: interval(after, at),
      lastIvl: progress === null ? 0 : interval(progress, progress.last_review?.getTime() ?? at),
      factor: Math.round(((after.difficulty - 1) / 9) * 1000 + 100),
      time: Math.min(answer.took ?? 0, longestAnswer),
      type: stage === 'review' ? 1 : stage === 'relearning' ? 2 : 0,
    });
    progress = after;
  }
  if (progress === null) return { times: newCard(place, suspended), log };
  return { times: answered(progress, suspended, retention, created), log };
}

/** Milliseconds to which Anki caps what an answer took. */
const longestAnswer = 60_000;

/** Days until a card comes again, or seconds below 0. */
function interval({ due, scheduled_days: days }: Progress, from: number): number {
  return days > 0 ? days : -Math.max(1, Math.round((due.getTime() - from) / 1000));
}

function answered(progress: Progress, suspended: boolean, retention: number, created: number): CardTimes {
  const stage = stageOf(progress);
  const inDays = stage === 'review';
  const due = progress.due.getTime();
  const type = { new: 0, learning: 1, review: 2, relearning: 3 }[stage];
  return {
    type,
    queue: suspended ? -1 : inDays ? 2 : 1,
    due: inDays ? dayNumber(due, rollover) - dayNumber(created, rollover) : Math.round(due / 1000),
    ivl: Math.max(inDays ? 1 : 0, progress.scheduled_days),
    factor: 2500,
    reps: progress.reps,
    lapses: progress.lapses,
    left: inDays ? 0 : 1001,
    data: JSON.stringify({
      s: Number(progress.stability.toFixed(4)),
      d: Number(progress.difficulty.toFixed(3)),
      dr: retention,
    }),
  };
}
