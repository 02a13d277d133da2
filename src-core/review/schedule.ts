import { createEmptyCard, fsrs, Rating as Rated, State, type Card as Memory, type Grade } from 'ts-fsrs';
import type { Answer } from '#core/records/review.ts';

/** What is known of how well a card is remembered, as ts-fsrs keeps it. A card that was never answered has none. */
export type Progress = Readonly<Memory>;

/** Where a card stands: never answered, in its first short steps, at intervals of days, in short steps after it was forgotten. */
export type Stage = 'new' | 'learning' | 'review' | 'relearning';

/** 1 again, 2 hard, 3 good, 4 easy. */
export type Rating = 1 | 2 | 3 | 4;
export const ratings: readonly Rating[] = [1, 2, 3, 4];

/** From this interval on, in days, a card counts as mature. */
const matureFrom = 21;
/** A card forgotten so often is a leech: it costs more than it teaches, and is better changed or suspended. */
const leechFrom = 8;

/** Orders answers as they are replayed: by time, those of the same moment by id. */
export function byTime(a: Answer, b: Answer): number {
  const early = Date.parse(a.at) - Date.parse(b.at);
  return early !== 0 ? early : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** What follows from the answers to one card, in whatever order they are given. */
export interface Replayed {
  /** `null` without an answer. */
  progress: Progress | null;
  /** The answers in the order in which they were replayed. */
  answers: readonly Answer[];
  /** By answer, where the card stood before it. */
  stages: readonly Stage[];
}

/** Replays the answers to one card. */
export function replay(answers: readonly Answer[], { next }: Pick<Replayer, 'next'>): Replayed {
  const ordered = answers.toSorted(byTime);
  const stages: Stage[] = [];
  let progress: Progress | null = null;
  for (const { at, rating } of ordered) {
    stages.push(stageOf(progress));
    progress = next(progress, rating as Rating, Date.parse(at));
  }
  return { progress, answers: ordered, stages };
}

export interface Replayer {
  /** Where a card stands after an answer at a time, in milliseconds since 1970. */
  next: (before: Progress | null, rating: Rating, at: number) => Progress;
  /** When the card would be due after each of the four answers, in milliseconds from `at`. */
  intervals: (before: Progress | null, at: number) => Record<Rating, number>;
  /** How likely the card is remembered at a time, 0 to 1. */
  retrievability: (progress: Progress, at: number) => number;
}

const grades: Record<Rating, Grade> = { 1: Rated.Again, 2: Rated.Hard, 3: Rated.Good, 4: Rated.Easy };

const made = new Map<number, Replayer>();

/**
 * How answers are replayed so that a share of cards, `retention` (0.7 to 0.99), is remembered when they come. Nothing in it is
 * left to chance. Repeated calls answer the same object.
 */
export function replayer(retention: number): Replayer {
  const known = made.get(retention);
  if (known !== undefined) return known;
  const spacing = fsrs({ request_retention: retention, enable_fuzz: false });
  const fresh: Replayer = {
    next: (before, rating, at) => {
      const now = new Date(at);
      return spacing.next(before ?? createEmptyCard(now), now, grades[rating]).card;
    },
    intervals: (before, at) => {
      const now = new Date(notBefore(before, at));
      const found = spacing.repeat(before ?? createEmptyCard(now), now);
      const until = (rating: Rating): number => found[grades[rating]].card.due.getTime() - now.getTime();
      return { 1: until(1), 2: until(2), 3: until(3), 4: until(4) };
    },
    retrievability: (progress, at) => spacing.get_retrievability(progress, new Date(at), false),
  };
  made.set(retention, fresh);
  return fresh;
}

/**
 * The moment at which a card can be answered: `at`, or just after its last answer where a clock was set back or another
 * device's is ahead, so that answers keep the order in which they were given. In milliseconds since 1970.
 */
export function notBefore(progress: Progress | null, at: number): number {
  const last = progress?.last_review?.getTime();
  return last === undefined ? at : Math.max(at, last + 1);
}

/** Where a card with this progress stands. */
export function stageOf(progress: Progress | null): Stage {
  switch (progress?.state) {
    case State.Learning:
      return 'learning';
    case State.Review:
      return 'review';
    case State.Relearning:
      return 'relearning';
    default:
      return 'new';
  }
}

/** Does the card come in steps of minutes now? */
export function isInSteps(progress: Progress | null): boolean {
  const stage = stageOf(progress);
  return stage === 'learning' || stage === 'relearning';
}

export function isMature(progress: Progress | null): boolean {
  return progress !== null && stageOf(progress) === 'review' && progress.scheduled_days >= matureFrom;
}

export function isLeech(progress: Progress | null): boolean {
  return progress !== null && progress.lapses >= leechFrom;
}
