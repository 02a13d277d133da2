import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, join, sameContent, winner } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { someRecord, someRecords } from '../../../fixtures/library/arbitrary.ts';
import { annotation } from '../../../fixtures/library/records.ts';

const older = '2026-11-23T12:00:00.000Z-0000-one';
const newer = '2026-11-23T12:00:00.001Z-0000-one';
const texts = (joined: Map<string, AnyRecord>): string[] => [...joined.values()].map(canonical).toSorted();

describe('join', () => {
  test('[J1] does not depend on what is read first', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (a, b) => {
        expect(texts(join(a, b))).toEqual(texts(join(b, a)));
      }),
    );
  });

  test('[J1] does not depend on what is joined with what', () => {
    fc.assert(
      fc.property(someRecords, someRecords, someRecords, (a, b, c) => {
        expect(texts(join(join(a, b).values(), c))).toEqual(texts(join(a, join(b, c).values())));
      }),
    );
  });

  test('[J1] with what is joined already changes nothing', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (a, b) => {
        const joined = join(a, b);
        expect(texts(join(joined.values(), a, b, joined.values()))).toEqual(texts(joined));
      }),
    );
  });

  test('[J2] takes the newer version of a record', () => {
    const was = annotation('n', { modified: older, body: 'z' });
    const is = annotation('n', { modified: newer, body: 'a' });
    expect(join([is], [was]).get('n')).toBe(is);
  });

  test('[J2] takes a newer tombstone, and a still newer edit', () => {
    const alive = annotation('n', { modified: older });
    const dead = annotation('n', { modified: newer, deleted: true });
    const revived = annotation('n', { modified: '2026-11-23T12:00:00.002Z-0000-two', body: 'back' });
    expect(join([dead], [alive]).get('n')).toBe(dead);
    expect(join([dead], [revived], [alive]).get('n')).toBe(revived);
  });

  test('[J2] takes any stamp before none', () => {
    const never = annotation('n', { body: 'never stored' });
    const stored = annotation('n', { modified: older });
    expect(join([never], [stored]).get('n')).toBe(stored);
  });

  test('[J3] decides between versions with the same stamp by their content, whatever the order of their fields', () => {
    fc.assert(
      fc.property(someRecord, someRecord, (a, b) => {
        const twin = { ...b, id: a.id, modified: a.modified };
        const shuffled = Object.fromEntries(Object.entries(twin).toReversed()) as AnyRecord;
        expect(canonical(winner(a, twin))).toBe(canonical(winner(shuffled, a)));
      }),
    );
  });
});

test('content is the same when only the stamp or the order of fields differs', () => {
  const record = annotation('n', { body: 'x' });
  const { kind, ...rest } = record;
  expect(sameContent(record, { ...rest, kind, modified: newer })).toBe(true);
  expect(sameContent(record, { ...record, body: 'y' })).toBe(false);
});
