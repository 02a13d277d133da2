import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bead } from '#core/records/bead.ts';
import { find } from '#core/records/differences.ts';
import { join } from '#core/records/join.ts';
import { libraryRecords, normalise } from '#core/records/normalise.ts';
import { byOrder } from '#core/records/order.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { someRecords } from '../../../fixtures/library/arbitrary.ts';
import {
  annotation,
  bead,
  edition,
  paragraph,
  section,
  smallWork,
  term,
  work,
} from '../../../fixtures/library/records.ts';

const older = '2026-11-23T12:00:00.000Z-0000-one';
const newer = '2026-11-23T12:00:00.001Z-0000-one';
const shown = (...records: AnyRecord[]): WorkRecords => normalise('w', join(records));
const beads = (state: WorkRecords, alignment = 'kk~en'): readonly Bead[] => state.alignments.get(alignment) ?? [];
/** `kk-1+kk-2=en-1` */
const drawn = (list: readonly Bead[]): string[] =>
  list.map(({ source, target }) => `${source.join('+')}=${target.join('+')}`);
const recordsOf = (state: WorkRecords): AnyRecord[] => [
  ...(state.work === null ? [] : [state.work]),
  ...state.editions,
  ...state.sections,
  ...[...state.paragraphs.values()].flat(),
  ...[...state.alignments.values()].flat(),
  ...state.annotations,
  ...state.mismatches,
  ...state.waivers,
  ...state.readings.values(),
];
const withoutBeads = smallWork(3).filter((record) => record.kind !== 'bead');

describe('any records whatever', () => {
  test('[N1] stand, each paragraph of both editions, in exactly one bead of an alignment', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const state = shown(...records);
        for (const [alignment, list] of state.alignments) {
          const [source = '', target = ''] = alignment.split('~');
          const ids = (id: string): string[] => (state.paragraphs.get(id) ?? []).map((record) => record.id).toSorted();
          expect(list.flatMap((record) => record.source).toSorted()).toEqual(ids(source));
          expect(list.flatMap((record) => record.target).toSorted()).toEqual(ids(target));
          expect(list.every((record) => record.source.length + record.target.length > 0)).toBe(true);
          expect(new Set(list.map((record) => record.id)).size).toBe(list.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[N4] have the ids in a bead in text order, and the beads in theirs', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const state = shown(...records);
        const place = new Map([...state.paragraphs.values()].flat().map(({ id }, index) => [id, index]));
        for (const list of state.alignments.values()) {
          expect(list.toSorted(byOrder)).toEqual(list);
          for (const { source, target } of list) {
            for (const ids of [source, target]) {
              const places = ids.map((id) => place.get(id) ?? -1);
              expect(places.toSorted((a, b) => a - b)).toEqual(places);
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('[N7] give the same whatever was read first', () => {
    const shuffled = someRecords.chain((records) =>
      fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
    );
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        expect(shown(...others)).toEqual(shown(...records));
      }),
      { numRuns: 300 },
    );
  });

  test('[N7] give nothing new when it is done again', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const once = shown(...records);
        // That an edition was deleted must be known the second time as well.
        const gone = records.filter((record) => record.deleted === true && find(once, record.id) === null);
        expect(shown(...recordsOf(once), ...gone)).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  test('[N6] have every paragraph in a section of its edition, in the order of sections', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const state = shown(...records);
        for (const [id, list] of state.paragraphs) {
          const sections = state.sections.filter((record) => record.edition === id).map((record) => record.id);
          const places = list.map((record) => sections.indexOf(record.section));
          expect(places.every((place) => place >= 0)).toBe(true);
          expect(places.toSorted((a, b) => a - b)).toEqual(places);
        }
      }),
    );
  });
});

describe('beads', () => {
  test('that fit are the records that are stored', () => {
    const records = smallWork(3);
    const state = shown(...records);
    expect(beads(state)).toEqual(records.filter((record) => record.kind === 'bead'));
    expect(beads(state).every((record) => records.includes(record))).toBe(true);
  });

  test('[N2] lose paragraphs that are missing', () => {
    const state = shown(...withoutBeads, bead('b', ['kk-1', 'gone', 'kk-2', 'kk-3'], ['en-1', 'en-2', 'en-3', 'kk-1']));
    expect(drawn(beads(state))).toEqual(['kk-1+kk-2+kk-3=en-1+en-2+en-3']);
  });

  test('[N2] lose a paragraph to one that is confirmed, though it is older', () => {
    const sure = bead('z', ['kk-1'], ['en-1'], 'a1', { status: 'confirmed', modified: older });
    const unsure = bead('a', ['kk-1', 'kk-2', 'kk-3'], ['en-2', 'en-3'], 'a2', { modified: newer });
    expect(drawn(beads(shown(...withoutBeads, unsure, sure)))).toEqual(['kk-1=en-1', 'kk-2+kk-3=en-2+en-3']);
  });

  test('[N2] lose a paragraph to a newer one, else to the one with the smaller id', () => {
    const a = bead('a', ['kk-1', 'kk-2'], ['en-1'], 'a1', { modified: older });
    const b = bead('b', ['kk-2', 'kk-3'], ['en-2', 'en-3'], 'a2', { modified: newer });
    expect(drawn(beads(shown(...withoutBeads, a, b)))).toEqual(['kk-1=en-1', 'kk-2+kk-3=en-2+en-3']);
    const twin = { ...b, modified: older };
    expect(drawn(beads(shown(...withoutBeads, a, twin)))).toEqual(['kk-1+kk-2=en-1', 'kk-3=en-2+en-3']);
  });

  test('[N3] are made for paragraphs that are in none, after the one before, the original first', () => {
    const state = shown(...withoutBeads, bead('b', ['kk-2'], ['en-2'], 'a5'));
    expect(drawn(beads(state))).toEqual(['kk-1=', '=en-1', 'kk-2=en-2', 'kk-3=', '=en-3']);
    expect(beads(state)[0]).toMatchObject({ id: 'kk~en:kk-1', modified: '', status: 'auto', confidence: 0 });
  });

  test('[N3] are made for a text that was never aligned, the original before the translation', () => {
    expect(drawn(beads(shown(...withoutBeads)))).toEqual(['kk-1=', 'kk-2=', 'kk-3=', '=en-1', '=en-2', '=en-3']);
  });

  test('[N3] are made with short orders, also for a long text', () => {
    const paragraphs = Array.from({ length: 5000 }, (_, n) => paragraph(`kk-${String(n)}`, 'kk', `b${String(n)}`));
    const around = [bead('first', ['kk-1'], ['en-1'], 'a1'), bead('last', [], ['en-2'], 'a2')];
    const state = shown(...withoutBeads, ...paragraphs, ...around);
    expect(Math.max(...beads(state).map((record) => record.order.length))).toBeLessThan(12);
  });

  test('[N3] that are made get another id where theirs is taken', () => {
    const state = shown(...withoutBeads, bead('kk~en:kk-1', ['kk-2', 'kk-3'], ['en-1', 'en-2', 'en-3']));
    expect(beads(state).map((record) => record.id)).toEqual(['kk~en:kk-1:2', 'kk~en:kk-1']);
  });

  test('[N4] without paragraphs are not shown', () => {
    const state = shown(...smallWork(1), bead('empty', [], []), bead('lost', ['gone'], ['gone too']));
    expect(beads(state).map((record) => record.id)).toEqual(['b1']);
  });

  test('[N3] follow both of two with the same order when they belong after the first', () => {
    const state = shown(
      ...withoutBeads,
      bead('x', ['kk-1'], ['en-1'], 'a1'),
      bead('y', ['kk-3'], ['en-2', 'en-3'], 'a1'),
    );
    expect(drawn(beads(state))).toEqual(['kk-1=en-1', 'kk-3=en-2+en-3', 'kk-2=']);
  });
});

describe('texts', () => {
  test('[N5] stand in the order of sections, then paragraphs, then ids', () => {
    const state = shown(
      edition('kk'),
      section('later', 'kk', 'a1'),
      section('sooner', 'kk', 'a0'),
      paragraph('p1', 'kk', 'a0', { section: 'later' }),
      paragraph('p2', 'kk', 'a1', { section: 'sooner' }),
      paragraph('p4', 'kk', 'a0', { section: 'sooner' }),
      paragraph('p3', 'kk', 'a0', { section: 'sooner' }),
    );
    expect(state.sections.map(({ id }) => id)).toEqual(['sooner', 'later']);
    expect(state.paragraphs.get('kk')?.map(({ id }) => id)).toEqual(['p3', 'p4', 'p2', 'p1']);
  });

  test('[N6] of a section that is missing, or another edition’s, stand in the first', () => {
    const state = shown(
      edition('kk'),
      edition('en', { order: 'a1' }),
      section('s1', 'kk'),
      section('other', 'en'),
      paragraph('p1', 'kk', 'a0', { section: 'gone' }),
      paragraph('p2', 'kk', 'a1', { section: 'other' }),
    );
    expect(state.paragraphs.get('kk')?.map((record) => record.section)).toEqual(['s1', 's1']);
  });

  test('[N6] without any section get one', () => {
    const state = shown(edition('kk'), paragraph('p1', 'kk'));
    expect(state.sections).toMatchObject([{ id: 'kk:section', edition: 'kk', titles: {} }]);
    expect(state.paragraphs.get('kk')).toMatchObject([{ id: 'p1', section: 'kk:section' }]);
  });

  test('[N6] of an edition that was deleted are not shown, nor are its sections', () => {
    const state = shown(...smallWork(1), edition('en', { deleted: true, modified: newer }));
    expect([...state.paragraphs.keys()]).toEqual(['kk']);
    expect(state.sections.map(({ id }) => id)).toEqual(['kk-s']);
    expect([...state.alignments.keys()]).toEqual([]);
  });
});

describe('what is lost', () => {
  test('[N10] an edition’s record is stood in for, so that its text can be read', () => {
    const state = shown(...smallWork(1).filter((record) => record.kind !== 'edition'));
    expect(state.editions.map(({ id, language }) => [id, language])).toEqual([
      ['en', 'en'],
      ['kk', 'kk'],
    ]);
    expect(drawn(beads(state))).toEqual(['kk-1=en-1']);
  });

  test('[N10] the work’s own record is stood in for', () => {
    const state = shown(...smallWork(1).filter((record) => record.kind !== 'work'));
    expect(state.work).toMatchObject({ id: 'w', original: 'kk', titles: {} });
  });

  test('[N10] but not one that was deleted', () => {
    expect(shown(...smallWork(1), work({ deleted: true, modified: newer })).work).toBeNull();
  });

  test('[N10] an original that is gone gives place to the first edition', () => {
    const state = shown(...smallWork(1), edition('kk', { deleted: true, modified: newer }));
    expect(state.work?.original).toBe('en');
  });
});

describe('alignments', () => {
  test('[N9] are there of the original with each translation, and where there are beads', () => {
    const ru = [edition('ru', { order: 'a2' }), paragraph('ru-1', 'ru')];
    expect([...shown(...smallWork(1), ...ru).alignments.keys()]).toEqual(['kk~en', 'kk~ru']);
    const between = bead('x', ['en-1'], ['ru-1'], 'a0', { alignment: 'en~ru' });
    const astray = bead('y', ['en-1'], ['ru-1'], 'a0', { alignment: 'en~none' });
    const state = shown(...smallWork(1), ...ru, between, astray);
    expect([...state.alignments.keys()]).toEqual(['kk~en', 'kk~ru', 'en~ru']);
  });
});

test('[N9] beads that hold nothing make no alignment of two translations', () => {
  const ru = [edition('ru', { order: 'a2' }), paragraph('ru-1', 'ru')];
  const empty = bead('x', ['gone'], [], 'a0', { alignment: 'en~ru' });
  expect([...shown(...smallWork(1), ...ru, empty).alignments.keys()]).toEqual(['kk~en', 'kk~ru']);
});

test('annotations stand in the order in which they were made', () => {
  const state = shown(
    annotation('b', { created: '2026-01-02T00:00:00.000Z' }),
    annotation('a'),
    annotation('c', { created: '2026-01-01T00:00:00.000Z' }),
  );
  expect(state.annotations.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('the top of a library has its terms by id, without those that were deleted', () => {
  const state = libraryRecords(join([term('b'), term('a'), term('c', { deleted: true })]));
  expect(state.terms.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(state.display).toBeNull();
});
