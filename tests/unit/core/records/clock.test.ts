import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Clock, isStamp, stamp, stampDevice } from '#core/records/clock.ts';

const noon = Date.parse('2026-11-23T12:00:00.000Z');
const hour = 60 * 60 * 1000;

describe('stamps', () => {
  test('[C1] are readable text', () => {
    expect(stamp(noon + 123, 10, 'k3v9')).toBe('2026-11-23T12:00:00.123Z-000a-k3v9');
    expect(stampDevice('2026-11-23T12:00:00.123Z-000a-k3v9')).toBe('k3v9');
  });

  test('[C1] sort as text by time, then counter', () => {
    const part = fc.tuple(fc.integer({ min: noon, max: noon + 5000 }), fc.integer({ min: 0, max: 0xffff }));
    fc.assert(
      fc.property(part, part, ([msA, countA], [msB, countB]) => {
        const byText = stamp(msA, countA, 'a') < stamp(msB, countB, 'a');
        expect(byText).toBe(msA < msB || (msA === msB && countA < countB));
      }),
    );
  });

  test.each([
    ['', 'nothing'],
    ['yesterday', 'a word'],
    ['zzzz', 'something that would sort after everything'],
    ['2026-11-23T12:00:00.123Z', 'a time only'],
    ['2026-13-23T12:00:00.123Z-0000-a', 'a thirteenth month'],
    ['2026-11-23T12:00:00.123Z-0000-A B', 'a device with other letters'],
    ['9999-12-31T23:59:59.999Z-ffff-a', '[C5] a year after which nothing can come'],
  ])('%j is none: %s', (text) => {
    expect(isStamp(text)).toBe(false);
  });
});

describe('a clock', () => {
  test('[C2] gives stamps that rise, though the wall clock stands still or goes back', () => {
    let now = noon;
    const clock = new Clock('one', () => now);
    const given = [clock.tick(), clock.tick()];
    now -= hour;
    given.push(clock.tick(), clock.tick());
    now += 2 * hour;
    given.push(clock.tick());
    expect(given).toEqual([
      '2026-11-23T12:00:00.000Z-0000-one',
      '2026-11-23T12:00:00.000Z-0001-one',
      '2026-11-23T12:00:00.000Z-0002-one',
      '2026-11-23T12:00:00.000Z-0003-one',
      '2026-11-23T13:00:00.000Z-0000-one',
    ]);
  });

  test('[C2] goes on in the next millisecond when the counter is full', () => {
    const clock = new Clock('one', () => noon);
    expect(clock.tick(stamp(noon, 0xffff, 'two'))).toBe('2026-11-23T12:00:00.001Z-0000-one');
  });

  test('[C3] gives a stamp newer than the record that is changed, whatever the other device’s clock says', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1000-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }),
        fc.integer({ min: 0, max: 0xffff }),
        (date, counter) => {
          const other = stamp(date.getTime(), counter, 'zz');
          const given = new Clock('aa', () => noon).tick(other);
          expect(given > other).toBe(true);
          expect(isStamp(given)).toBe(true);
        },
      ),
    );
  });

  test('[C3] is newer than what was read before', () => {
    const clock = new Clock('one', () => noon);
    clock.receive(stamp(noon + hour, 3, 'two'));
    expect(clock.tick()).toBe('2026-11-23T13:00:00.000Z-0004-one');
  });

  test('[C4] is not carried away by a device whose clock is years ahead', () => {
    const clock = new Clock('one', () => noon);
    const wrong = stamp(noon + 3 * 365 * 24 * hour, 0, 'two');
    clock.receive(wrong);
    expect(clock.tick()).toBe('2026-11-23T12:00:00.000Z-0000-one');
    expect(clock.tick(wrong) > wrong).toBe(true);
    expect(clock.tick()).toBe('2026-11-23T12:00:00.000Z-0001-one');
  });

  test('refuses a device’s id that would not fit a stamp', () => {
    expect(() => new Clock('Not one', () => noon)).toThrow('Not one');
  });
});
