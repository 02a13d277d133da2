import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences, find } from '#core/records/differences.ts';
import { join, winner } from '#core/records/join.ts';
import { libraryRecords, normalise } from '#core/records/normalise.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import type { Replaced } from '#core/records/replaced.ts';
import { nextLibraryRecords, renormalise } from '#core/records/update.ts';
import { someRecords } from '../../../fixtures/library/arbitrary.ts';
import { annotation, bead, paragraph, smallWork, term } from '../../../fixtures/library/records.ts';

const newer = '2026-11-23T12:00:00.001Z-0000-one';

/** Joins `news` into `records` and gives both ways to the new state. */
function joined(records: readonly AnyRecord[], news: readonly AnyRecord[]) {
  const all = join(records);
  const before = normalise('w', all);
  const replaced: Replaced[] = [];
  for (const record of news) {
    const known = all.get(record.id) ?? null;
    if (known !== null && winner(known, record) === known) continue;
    all.set(record.id, record);
    replaced.push({ before: known, after: record });
  }
  return { before, after: renormalise('w', before, all, replaced), anew: normalise('w', all) };
}

describe('a state after a change', () => {
  test('[N11] is the one that normalising everything gives', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (records, news) => {
        const { after, anew } = joined(records, news);
        expect(after).toEqual(anew);
      }),
      { numRuns: 500 },
    );
  });

  test('[N11] is the one that normalising everything gives, change by change', () => {
    fc.assert(
      fc.property(someRecords, (news) => {
        const all = join(smallWork(3));
        let state = normalise('w', all);
        for (const record of news) {
          const known = all.get(record.id) ?? null;
          if (known !== null && winner(known, record) === known) continue;
          all.set(record.id, record);
          state = renormalise('w', state, all, [{ before: known, after: record }]);
        }
        expect(state).toEqual(normalise('w', all));
      }),
      { numRuns: 300 },
    );
  });

  test('[N11] keeps the lists that the change did not touch', () => {
    const { before, after } = joined(smallWork(3), [annotation('n')]);
    expect(after.alignments).toBe(before.alignments);
    expect(after.paragraphs).toBe(before.paragraphs);
  });

  test('[N11] keeps the other edition when a text changes', () => {
    const { before, after } = joined(smallWork(3), [paragraph('en-2', 'en', 'a2', { text: 'New.', modified: newer })]);
    expect(after.paragraphs.get('kk')).toBe(before.paragraphs.get('kk'));
    expect(after.paragraphs.get('en')?.[1]?.text).toBe('New.');
  });
});

test('[N11] the top of a library after a change is the one that reading everything gives', () => {
  const some = fc
    .record({
      id: fc.constantFrom('t1', 't2', 't3', 't4'),
      modified: fc.constantFrom('', newer),
      headword: fc.constantFrom('a', 'b'),
      deleted: fc.constantFrom({}, {}, { deleted: true as const }),
    })
    .map(({ id, deleted, ...rest }): AnyRecord => term(id, { ...rest, ...deleted }));
  fc.assert(
    fc.property(fc.array(some), fc.array(some), (records, news) => {
      const all = join(records);
      const before = libraryRecords(all);
      const replaced: Replaced[] = [];
      for (const record of news) {
        const known = all.get(record.id) ?? null;
        if (known !== null && winner(known, record) === known) continue;
        all.set(record.id, record);
        replaced.push({ before: known, after: record });
      }
      expect(nextLibraryRecords(before, all, replaced)).toEqual(libraryRecords(all));
    }),
  );
});

/** What a view has that took in some records. */
function view(state: WorkRecords, news: readonly AnyRecord[]): Map<string, AnyRecord> {
  const records = new Map(everything(state).map((record) => [record.id, record]));
  for (const record of news) {
    if (record.deleted === true) records.delete(record.id);
    else records.set(record.id, record);
  }
  return records;
}

function everything(state: WorkRecords): AnyRecord[] {
  const { work, editions, sections, paragraphs, alignments, annotations, mismatches, waivers } = state;
  const lists = [editions, sections, ...paragraphs.values(), ...alignments.values(), annotations, mismatches, waivers];
  return [...(work === null ? [] : [work]), ...lists.flat()];
}

describe('differences', () => {
  test('are what a view needs to show the new state', () => {
    fc.assert(
      fc.property(someRecords, someRecords, (records, news) => {
        const { before, after } = joined(records, news);
        const expected = new Map(everything(after).map((record) => [record.id, record]));
        expect(view(before, differences(before, after))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('name the beads that follow from a paragraph that went', () => {
    const gone = paragraph('kk-2', 'kk', 'a2', { deleted: true, modified: newer });
    const { before, after } = joined(smallWork(2), [gone]);
    expect(differences(before, after)).toEqual([
      bead('b2', [], ['en-2'], 'a2'),
      paragraph('kk-2', 'kk', 'a2', { deleted: true }),
    ]);
  });

  test('are none between equal states', () => {
    const { before } = joined(smallWork(2), []);
    expect(differences(before, before)).toEqual([]);
  });
});

test('a record is found as it stands, a bead as it was derived, and nothing that is not shown', () => {
  const state = normalise('w', join(smallWork(1), [paragraph('kk-9', 'kk'), bead('empty', ['no'], [])]));
  expect(find(state, 'kk-9')).toMatchObject({ kind: 'paragraph' });
  expect(find(state, 'kk~en:kk-9')).toMatchObject({ kind: 'bead', source: ['kk-9'] });
  expect(find(state, 'empty')).toBeNull();
  expect(find(state, 'nobody')).toBeNull();
});
