import { expect, test } from 'vitest';
import { bitextOf } from '#core/formats/bitext.ts';
import { firstBeads } from '#core/formats/first-beads.ts';
import { join } from '#core/records/join.ts';
import { normalise } from '#core/records/normalise.ts';
import { annotation, smallWork } from '../../../fixtures/library/records.ts';

const target = { edition: 'kk', paragraph: 'kk-3', start: 0, end: 4, quote: { exact: 'Text', prefix: '', suffix: '' } };
const records = normalise('w', join([...smallWork(5), annotation('a', { targets: [target] })]));
const bitext = bitextOf(records, ['kk', 'en']);
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

test('the beginning of a bitext has the first beads with their texts and what is annotated there', () => {
  const part = firstBeads(bitext, 2);
  expect(ids(part.beads)).toEqual(['b1', 'b2']);
  expect(ids(part.source.paragraphs)).toEqual(['kk-1', 'kk-2']);
  expect(ids(part.target.paragraphs)).toEqual(['en-1', 'en-2']);
  expect(ids(part.source.sections)).toEqual(['kk-s']);
  expect(part.annotations).toEqual([]);
});

test('of annotations it has the first beads in which something is annotated', () => {
  const part = firstBeads(bitext, 2, true);
  expect(ids(part.beads)).toEqual(['b3']);
  expect(ids(part.annotations)).toEqual(['a']);
});
