import { describe, expect, test } from 'vitest';
import { counterparts } from '#core/annotation/counterpart.ts';
import { linkIndex } from '#core/alignment/link.ts';
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
  ])('is the margin of the aligned paragraphs: %s', (_, made, edition, expected) => {
    expect(counterparts(on(...made), edition, links)).toEqual(
      expected.map((paragraphs) => ({ kind: 'gutter', paragraphs })),
    );
  });

  test('is the range that the reader linked, and then no margin', () => {
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
