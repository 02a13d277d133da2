import { describe, expect, test } from 'vitest';
import { counterparts } from '#core/annotation/counterpart.ts';
import { linkIndex, type Link } from '#core/alignment/link.ts';
import type { SentencePair } from '#core/alignment/sentences.ts';
import { link } from '../alignment/links.ts';
import { annotation, targetOf } from './annotations.ts';

const links = linkIndex([
  link('kk-1', 'en-1'),
  link('kk-2', 'en-2 en-2b'),
  link('kk-3 kk-4', 'en-3'),
  link('kk-5 kk-6', 'en-5 en-6 en-7'),
  link('kk-7', ''),
]);
const on = (...paragraphs: string[]) =>
  annotation(
    'a',
    paragraphs.map((id) => targetOf(id, 'Алаш партиясы', 'Алаш')),
  );

describe('what an annotation shows on the other side', () => {
  test.each([
    ['1-1', ['kk-1'], 'en', [['en-1']]],
    ['1-n', ['kk-2'], 'en', [['en-2', 'en-2b']]],
    ['n-1, back', ['en-2b'], 'kk', [['kk-2']]],
    ['n-1', ['kk-4'], 'en', [['en-3']]],
    ['1-n, back', ['en-3'], 'kk', [['kk-3', 'kk-4']]],
    ['n-m', ['kk-5'], 'en', [['en-5', 'en-6', 'en-7']]],
    ['n-m, back', ['en-7'], 'kk', [['kk-5', 'kk-6']]],
    ['1-0', ['kk-7'], 'en', []],
    ['several paragraphs of one link', ['kk-5', 'kk-6'], 'en', [['en-5', 'en-6', 'en-7']]],
    ['several links', ['kk-1', 'kk-2'], 'en', [['en-1'], ['en-2', 'en-2b']]],
    ['another edition altogether', ['ru-1'], 'en', []],
  ])('[K3] is the margin of the aligned paragraphs: %s', (_, made, edition, expected) => {
    expect(counterparts(on(...made), edition, links)).toEqual(
      expected.map((paragraphs) => ({ kind: 'gutter', paragraphs })),
    );
  });

  test('[K1] is the range that the reader linked, and then no margin', () => {
    const linked = annotation('a', [
      targetOf('kk-2', 'Алаш партиясы', 'Алаш'),
      targetOf('kk-1', 'Алаш партиясы', 'Алаш'),
      targetOf('en-2b', 'the Alash party', 'Alash'),
    ]);
    expect(counterparts(linked, 'en', links)).toEqual([
      { kind: 'range', paragraph: 'en-2b', start: 4, end: 9, target: 2 },
    ]);
    expect(counterparts(linked, 'kk', links)).toEqual([
      { kind: 'range', paragraph: 'kk-2', start: 0, end: 4, target: 0 },
      { kind: 'range', paragraph: 'kk-1', start: 0, end: 4, target: 1 },
    ]);
  });
});

describe('what an annotation shows on sentences of the other side', () => {
  /** Of every link: the first five letters beside the first ten, the next five beside what follows. */
  const pairs = (confidence: number, second = confidence): SentencePair[] => [
    {
      own: [{ paragraph: 0, start: 0, end: 5 }],
      other: [{ paragraph: 0, start: 0, end: 10 }],
      confidence,
    },
    {
      own: [{ paragraph: 0, start: 6, end: 13 }],
      other: [
        { paragraph: 0, start: 11, end: 15 },
        { paragraph: 1, start: 0, end: 4 },
      ],
      confidence: second,
    },
  ];
  const shown = (words: string, sentences: readonly SentencePair[] | null, paragraph = 'kk-2', edition = 'en') =>
    counterparts(annotation('a', [targetOf(paragraph, 'Алаш партиясы', words)]), edition, links, () => sentences);

  test('[K2] is what stands beside the sentence', () => {
    expect(shown('Алаш', pairs(0.9))).toEqual([{ kind: 'sentence', paragraph: 'en-2', start: 0, end: 10 }]);
    expect(shown('Алаш', pairs(0.9), 'en-2', 'kk')).toEqual([
      { kind: 'sentence', paragraph: 'kk-2', start: 0, end: 5 },
    ]);
  });

  test('[K2] is all that stands beside it, in whatever paragraphs, where it goes over several sentences', () => {
    expect(shown('Алаш партиясы', pairs(0.9))).toEqual([
      { kind: 'sentence', paragraph: 'en-2', start: 0, end: 10 },
      { kind: 'sentence', paragraph: 'en-2', start: 11, end: 15 },
      { kind: 'sentence', paragraph: 'en-2b', start: 0, end: 4 },
    ]);
  });

  test('[K3] is the margin where a sentence it touches is not sure', () => {
    const margin = [{ kind: 'gutter', paragraphs: ['en-2', 'en-2b'] }];
    expect(shown('Алаш партиясы', pairs(0.9, 0.5))).toEqual(margin);
    expect(shown('партиясы', pairs(0.9, 0.5))).toEqual(margin);
    expect(shown('Алаш', pairs(0.9, 0.5))).toMatchObject([{ kind: 'sentence' }]);
  });

  test('[K3] is the margin where the sentence has nothing beside it, or nothing is told', () => {
    const margin = [{ kind: 'gutter', paragraphs: ['en-2', 'en-2b'] }];
    expect(shown('Алаш', [{ own: [{ paragraph: 0, start: 0, end: 5 }], other: [], confidence: 1 }])).toEqual(margin);
    expect(shown('Алаш', [])).toEqual(margin);
    expect(shown('Алаш', null)).toEqual(margin);
  });

  test('[K4] is told link by link', () => {
    const two = annotation('a', [targetOf('kk-1', 'Алаш партиясы', 'Алаш'), targetOf('kk-2', 'Алаш партиясы', 'Алаш')]);
    const sentences = ({ source }: Link): SentencePair[] | null => (source[0] === 'kk-1' ? null : pairs(0.9));
    expect(counterparts(two, 'en', links, sentences)).toEqual([
      { kind: 'gutter', paragraphs: ['en-1'] },
      { kind: 'sentence', paragraph: 'en-2', start: 0, end: 10 },
    ]);
  });
});
