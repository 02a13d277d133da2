import { expect, test } from 'vitest';
import { align } from '#core/alignment/aligner/align.ts';
import { beads, edition } from '../../corpus/corpus.ts';

test.each(['en', 'ru'])('the bundled work is aligned with its %s translation as a person did', (language) => {
  const source = edition('kk').toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const target = edition(language).toSorted((a, b) => (a.order < b.order ? -1 : 1));
  const found = align(
    source.map(({ text }) => text),
    target.map(({ text }) => text),
    { languages: ['kk', language] },
  );
  const right = new Set(beads(language).map((bead) => `${bead.source.join()}:${bead.target.join()}`));
  const agreeing = found.filter((bead) =>
    right.has(`${bead.source.map((at) => source[at]?.id).join()}:${bead.target.map((at) => target[at]?.id).join()}`),
  );
  expect(agreeing.length / right.size).toBeGreaterThanOrEqual(0.95);
});
