import type { Card } from '#core/records/review.ts';
import { dayNumber } from './day.ts';
import type { ReviewLog } from './log.ts';
import { isLeech, isMature, type Rating } from './schedule.ts';

/** What comes in the next days. */
export interface Forecast {
  /** Cards that were due on a day before today. */
  backlog: number;
  /** From today on, the cards that fall due on each day. */
  days: readonly number[];
}

/** How many cards fall due on each of the next days, today first. Cards that are suspended or never answered do not count. */
export function forecast(cards: Iterable<Card>, log: ReviewLog, dayStart: number, now: number, length = 30): Forecast {
  const today = dayNumber(now, dayStart);
  const days = Array.from({ length }, () => 0);
  let backlog = 0;
  for (const { id, suspended } of cards) {
    const progress = suspended ? null : log.progress(id);
    if (progress === null) continue;
    const ahead = dayNumber(progress.due.getTime(), dayStart) - today;
    if (ahead < 0) backlog += 1;
    else if (ahead < length) days[ahead] = (days[ahead] ?? 0) + 1;
  }
  return { backlog, days };
}

/** The answers of a day, by rating. */
export type RatedDay = Record<Rating, number>;

export interface History {
  /** The last days, today last. */
  days: readonly RatedDay[];
  /** Of cards at intervals of days, the share that was remembered when they came, 0 to 1; `null` where none came. */
  retention: number | null;
  /** Days in a row with an answer, up to today, or to yesterday when there was none today yet. */
  streak: number;
}

/** What was answered in the last days. Of several answers to a card on one day, only the first counts for the retention. */
export function history(log: ReviewLog, dayStart: number, now: number, length = 30): History {
  const today = dayNumber(now, dayStart);
  const days = Array.from({ length }, (): RatedDay => ({ 1: 0, 2: 0, 3: 0, 4: 0 }));
  const active = new Set<number>();
  let asked = 0;
  let remembered = 0;
  for (const [, { answers, stages }] of log.all()) {
    let last = -Infinity;
    for (const [index, { at, rating }] of answers.entries()) {
      const number = dayNumber(Date.parse(at), dayStart);
      active.add(number);
      const day = days[length - 1 - (today - number)];
      if (day !== undefined) {
        day[rating as Rating] += 1;
        if (stages[index] === 'review' && number !== last) {
          asked += 1;
          if (rating > 1) remembered += 1;
        }
      }
      last = number;
    }
  }
  let streak = 0;
  for (let day = active.has(today) ? today : today - 1; active.has(day); day -= 1) streak += 1;
  return { days, retention: asked === 0 ? null : remembered / asked, streak };
}

/** How the cards of a library stand. */
export interface Standing {
  fresh: number;
  learning: number;
  mature: number;
  suspended: number;
  leeches: readonly Card[];
}

/** How many cards are new, learned, mature, suspended, and which are leeches. */
export function standing(cards: Iterable<Card>, log: ReviewLog): Standing {
  let [fresh, learning, mature, suspended] = [0, 0, 0, 0];
  const leeches: Card[] = [];
  for (const card of cards) {
    const progress = log.progress(card.id);
    if (card.suspended) suspended += 1;
    else if (progress === null) fresh += 1;
    else if (isMature(progress)) mature += 1;
    else learning += 1;
    if (!card.suspended && isLeech(progress)) leeches.push(card);
  }
  return { fresh, learning, mature, suspended, leeches };
}
