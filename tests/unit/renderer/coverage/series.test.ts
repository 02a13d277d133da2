import { expect, test } from 'vitest';
import { noTally } from '#core/glossary/coverage.ts';
import { series, seriesOf, sharesOf } from '#renderer/coverage/series.ts';

const tally = { ...noTally(), known: 4, 1: 1, 5: 1, new: 1, unknown: 1, ignored: 10 };

test('[V4] known, learning and new words are stacked; ignored ones are not among them', () => {
  expect(series.map((one) => seriesOf(tally)[one])).toEqual([4, 2, 2]);
  expect(sharesOf(tally)).toEqual({ known: 0.5, learning: 0.25, new: 0.25 });
});

test('where nothing counts all shares are nothing', () => {
  expect(sharesOf({ ...noTally(), ignored: 3 })).toEqual({ known: 0, learning: 0, new: 0 });
});
