import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applied } from '#core/records/apply.ts';
import { type Change, noChange, reverse } from '#core/records/change.ts';
import { sameContent } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { someRecord } from '../../../fixtures/library/arbitrary.ts';
import { annotation, change } from '../../../fixtures/library/records.ts';

const stored =
  (...records: AnyRecord[]) =>
  (id: string): AnyRecord | null =>
    records.find((record) => record.id === id) ?? null;
const nothing = stored();

describe('a change', () => {
  test('[D1] reversed twice is itself', () => {
    const pair = fc.tuple(someRecord, someRecord);
    const some: fc.Arbitrary<Change> = fc.record({
      added: fc.array(someRecord, { maxLength: 3 }),
      updated: fc.array(pair, { maxLength: 3 }),
      removed: fc.array(someRecord, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(some, (done) => {
        expect(reverse(reverse(done))).toEqual(done);
      }),
    );
  });

  test('[D1] and its reverse leave a record as it was', () => {
    const from = annotation('n', { body: 'was', tags: ['a'] });
    const to = annotation('n', { body: 'is' });
    const done = change({ updated: [[from, to]] });
    const [after] = applied(stored(from), done);
    const [back] = applied(stored(after ?? from), reverse(done));
    expect(back).toEqual(from);
  });

  test('[D2] changes the fields that it changes, and keeps what came in between', () => {
    const from = annotation('n', { body: 'was', colour: 'fact' });
    const meanwhile = annotation('n', { body: 'was', colour: 'person', modified: 'm' });
    const [after] = applied(stored(meanwhile), change({ updated: [[from, { ...from, body: 'is' }]] }));
    expect(after).toEqual(annotation('n', { body: 'is', colour: 'person', modified: 'm' }));
  });

  test('[D2] takes away a field that it takes away', () => {
    const from = { ...annotation('n'), mine: 'x' };
    const [after] = applied(stored(from), change({ updated: [[from, annotation('n')]] }));
    expect(after).toEqual(annotation('n'));
  });

  test('[D2] replaces an array whole', () => {
    const from = annotation('n', { tags: ['a', 'b'] });
    const [after] = applied(
      stored(annotation('n', { tags: ['c'] })),
      change({ updated: [[from, { ...from, tags: ['a'] }]] }),
    );
    expect(after).toEqual(annotation('n', { tags: ['a'] }));
  });

  test('[D3] that adds a record which was deleted brings it back', () => {
    const tombstone = annotation('n', { deleted: true });
    expect(applied(stored(tombstone), change({ added: [annotation('n')] }))).toEqual([annotation('n')]);
    expect(applied(stored(tombstone), change({ added: [tombstone] }))).toEqual([annotation('n')]);
  });

  test('[D3] that removes a record leaves all of it as a tombstone', () => {
    const edited = annotation('n', { body: 'edited since' });
    const removed = change({ removed: [annotation('n')] });
    expect(applied(stored(edited), removed)).toEqual([{ ...edited, deleted: true }]);
    expect(applied(nothing, removed)).toEqual([annotation('n', { deleted: true })]);
  });

  test('[D4] that edits a record which was deleted meanwhile brings it back with the edit', () => {
    const from = annotation('n', { body: 'was' });
    const edit = change({ updated: [[from, { ...from, body: 'is' }]] });
    expect(applied(stored({ ...from, deleted: true }), edit)).toEqual([annotation('n', { body: 'is' })]);
    expect(applied(nothing, edit)).toEqual([annotation('n', { body: 'is' })]);
  });

  test('of nothing stores nothing', () => {
    expect(applied(nothing, noChange)).toEqual([]);
  });
});

test('content survives any update from what is stored to something else', () => {
  fc.assert(
    fc.property(someRecord, someRecord, (from, other) => {
      const to = { ...other, id: from.id };
      const [after] = applied(stored(from), change({ updated: [[from, to]] }));
      const { deleted: _deleted, ...expected } = to;
      expect(after !== undefined && sameContent(after, expected)).toBe(true);
    }),
  );
});
