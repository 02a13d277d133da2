import { expect, test } from 'vitest';
import type { CheckLine } from '#main/api/check-shapes.ts';
import { waiver } from '../../../fixtures/library/records.ts';
import { application, failureOf, posted } from './application.ts';
import { makeWork, memoryLibrary } from './memory-library.ts';

const texts = {
  kk: ['Ол 1917 жылы келді.', 'Ол 1918 жылы келді.', 'Ол кетті.'],
  en: ['He came.', 'He came in 1918', 'He left.'],
};
const beads: [number[], number[]][] = [
  [[0], [0]],
  [[1], [1]],
  [[2], []],
  [[], [2]],
];
const work = makeWork('w', texts, { 'kk~en': beads });

async function checked(state = work): Promise<CheckLine | undefined> {
  const app = await application({ library: memoryLibrary([state]) });
  const response = await app.request('/api/works/w/checks', posted({ alignment: 'kk~en' }));
  const lines = (await response.text()).trimEnd().split('\n');
  return JSON.parse(lines.at(-1) ?? '') as CheckLine;
}

test('answers what should be looked at, in the order of the beads', async () => {
  const line = await checked();
  expect(line).toMatchObject({ type: 'checked', checked: { beads: 2, waived: 0 } });
  const found = line?.type === 'checked' ? line.checked.findings.map(({ bead, text }) => [bead, text]) : [];
  expect(found).toEqual([
    ['kk~en-0', 'numbers.missing'],
    ['kk~en-1', 'punctuation.missing'],
  ]);
});

test('leaves out what was waved through, and says how much', async () => {
  const through = waiver('w1', { source: ['kk-0'], target: [], finding: 'missing: 1917' });
  const line = await checked({ ...work, waivers: [through] });
  expect(line).toMatchObject({ checked: { waived: 1, findings: [{ bead: 'kk~en-1' }] } });
});

test('says the same when it is asked again', async () => {
  expect(await checked()).toEqual(await checked());
});

test('refuses an alignment that the work does not have', async () => {
  const app = await application({ library: memoryLibrary([work]) });
  const answer = app.request('/api/works/w/checks', posted({ alignment: 'kk~fr' }));
  expect(await failureOf(answer)).toMatchObject({ status: 400, where: 'alignment' });
});
