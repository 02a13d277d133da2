/**
 * A hybrid logical clock: wall time where it advances, a counter where it does not, so that stamps of one device always
 * rise and an edit of a record is newer than what it edits, however wrong the clocks of the devices are.
 *
 * A stamp is text that sorts: `2026-11-23T03:25:19.123Z-0000-k3v9` is milliseconds in UTC, four hexadecimal digits of the
 * counter and the device's id. The empty string stands for "never stored" and is older than every stamp.
 */
const pattern =
  /^(?!9999)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z-[0-9a-f]{4}-[a-z0-9]{1,32}$/;
const timeLength = '0000-00-00T00:00:00.000Z'.length;
const mostCounter = 0xffff;
/** Stamps further ahead of the wall clock than this, in milliseconds, do not move a clock: their device's clock is wrong. */
const mostAhead = 24 * 60 * 60 * 1000;
const firstTime = Date.parse('0001-01-01T00:00:00.000Z');
const lastTime = Date.parse('9998-12-31T23:59:59.999Z');

/** The pattern of a device's id. */
export const deviceId = /^[a-z0-9]{1,32}$/;

/** Whether `text` is a stamp. Years from 9999 on are none, so that there is always a later stamp. */
export function isStamp(text: string): boolean {
  return pattern.test(text);
}

/** The device that made a stamp, or `null` when `text` is none. */
export function stampDevice(text: string): string | null {
  return isStamp(text) ? text.slice(timeLength + 6) : null;
}

/** A stamp of the given time (milliseconds since 1970, from the years 1 to 9998), counter and device. */
export function stamp(ms: number, counter: number, device: string): string {
  const time = new Date(Math.min(Math.max(Math.floor(ms), firstTime), lastTime)).toISOString();
  return `${time}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

interface Tick {
  ms: number;
  counter: number;
}

const never: Tick = { ms: firstTime, counter: -1 };

function ticked(text: string): Tick {
  if (!isStamp(text)) return never;
  return {
    ms: Date.parse(text.slice(0, timeLength)),
    counter: Number.parseInt(text.slice(timeLength + 1, timeLength + 5), 16),
  };
}

function later(a: Tick, b: Tick): Tick {
  return a.ms > b.ms || (a.ms === b.ms && a.counter >= b.counter) ? a : b;
}

/** Stamps the changes of one device. */
export class Clock {
  readonly device: string;
  readonly #now: () => number;
  #last: Tick = never;

  /** @param now milliseconds since 1970 */
  constructor(device: string, now: () => number) {
    if (!deviceId.test(device)) throw new RangeError(`not the id of a device: ${device}`);
    this.device = device;
    this.#now = now;
  }

  /** A stamp newer than every one given before and than `after`, the newest of the records that are changed. */
  tick(after = ''): string {
    const now = Math.floor(this.#now());
    const base = later(this.#last, ticked(after));
    const next = now > base.ms ? { ms: now, counter: 0 } : following(base);
    if (next.ms <= now + mostAhead) this.#last = next;
    return stamp(next.ms, next.counter, this.device);
  }

  /** Takes note of a stamp that was read, so that what this device does from now on is newer. */
  receive(text: string): void {
    const seen = ticked(text);
    if (seen.ms <= this.#now() + mostAhead) this.#last = later(this.#last, seen);
  }
}

function following({ ms, counter }: Tick): Tick {
  return counter < mostCounter ? { ms, counter: counter + 1 } : { ms: ms + 1, counter: 0 };
}
