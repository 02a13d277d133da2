/** Milliseconds since 1970 at which the day of study begins that `at` lies in: local time, from the hour `dayStart` on. */
export function startOfDay(at: number, dayStart: number): number {
  const date = new Date(at);
  const start = date.setHours(dayStart, 0, 0, 0);
  return start <= at ? start : laterDay(start, -1);
}

/** The beginning of the day of study so many days after the one that begins at `start`. Days may have 23 or 25 hours. */
export function laterDay(start: number, days: number): number {
  const date = new Date(start);
  return date.setDate(date.getDate() + days);
}

/** A number for the day of study that `at` lies in; of the next day it is one more. */
export function dayNumber(at: number, dayStart: number): number {
  const date = new Date(startOfDay(at, dayStart));
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
