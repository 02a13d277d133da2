import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '#core/records/read.ts';
import { anyRecord } from '#core/records/schema.ts';
import { someRecord } from '../../../fixtures/library/arbitrary.ts';
import { annotation, bead, paragraph } from '../../../fixtures/library/records.ts';

describe('a record that is read', () => {
  test('[R1] keeps the fields that nobody here knows, in their places', () => {
    const value = {
      future: { deep: [1, 2] },
      ...paragraph('p', 'kk'),
      marks: [{ type: 'emphasis', start: 0, end: 1, by: 'x' }],
    };
    const checked = readRecord(value);
    expect('record' in checked && JSON.stringify(checked.record)).toBe(JSON.stringify(value));
  });

  test('[R2] counts as never stored when its stamp is none', () => {
    expect(readRecord({ ...annotation('n'), modified: 'zzzz' })).toEqual({ record: annotation('n', { modified: '' }) });
  });

  test.each([
    [null, 'not an object but null'],
    [[], 'not an object but object'],
    ['text', 'not an object but string'],
    [{ ...paragraph('p', 'kk'), text: 7 }, 'text: Invalid input: expected string, received number'],
    [{ ...paragraph('', 'kk') }, 'id: Too small: expected string to have >=1 characters'],
    [{ ...bead('b', [], []), confidence: 2 }, 'confidence: Too big: expected number to be <=1'],
    [{ ...bead('b', [], []), source: [1] }, 'source[0]: Invalid input: expected string, received number'],
    [{ ...annotation('n'), deleted: false }, 'deleted: Invalid input: expected true'],
  ])('says what is wrong with %j', (value, fault) => {
    expect(readRecord(value)).toEqual({ fault });
  });

  test('names a kind that it does not know', () => {
    const checked = readRecord({ id: 'x', kind: 'dream', modified: '' });
    expect('fault' in checked && checked.fault).toMatch(/^kind: /);
  });

  test('[R3] passes at a glance only where its schema passes, and the other way round', () => {
    const damaged = fc
      .tuple(someRecord, fc.string(), fc.anything(), fc.boolean())
      .map(([record, field, value, known]): unknown => {
        const fields = Object.keys(record);
        const chosen = known ? (fields[field.length % fields.length] ?? field) : field;
        return Object.fromEntries([...Object.entries(record), [chosen, value]]);
      });
    fc.assert(
      fc.property(damaged, (value) => {
        expect('record' in readRecord(value)).toBe(anyRecord.safeParse(value).success);
      }),
      { numRuns: 3000 },
    );
  });
});
