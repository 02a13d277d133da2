import { describe, expect, test } from 'vitest';
import { textOrder } from '#core/annotation/order.ts';
import { annotation, targetOf } from './annotations.ts';

const text = 'Алаш партиясы құрылды, Кеңес орнады.';
const places = new Map([
  ['kk-1', 0],
  ['en-1', 1],
  ['kk-2', 2],
]);
const ordered = (...given: Parameters<typeof textOrder>[0]): string[] =>
  textOrder(given, (id) => places.get(id) ?? null).map(({ id }) => id);

describe('text order', () => {
  test('follows paragraphs, then starts', () => {
    const later = annotation('later', [targetOf('kk-2', text, 'Алаш')]);
    const second = annotation('second', [targetOf('kk-1', text, 'Кеңес')]);
    const first = annotation('first', [targetOf('kk-1', text, 'Алаш')]);
    const beside = annotation('beside', [targetOf('en-1', text, 'Алаш')]);
    expect(ordered(later, second, beside, first)).toEqual(['first', 'second', 'beside', 'later']);
  });

  test('puts the longer of two with the same start first', () => {
    const short = annotation('short', [targetOf('kk-1', text, 'Алаш')]);
    const long = annotation('long', [targetOf('kk-1', text, 'Алаш партиясы')]);
    expect(ordered(short, long)).toEqual(['long', 'short']);
  });

  test('takes the earliest target of one that has several', () => {
    const both = annotation('both', [targetOf('kk-2', text, 'Алаш'), targetOf('kk-1', text, 'партиясы')]);
    const first = annotation('first', [targetOf('kk-1', text, 'Алаш')]);
    const last = annotation('last', [targetOf('kk-1', text, 'Кеңес')]);
    expect(ordered(last, both, first)).toEqual(['first', 'both', 'last']);
  });

  test('puts what stands nowhere last, the older first', () => {
    const newer = annotation('newer', [targetOf('ru-1', text, 'Алаш')], '2026-11-23T12:00:00.000Z');
    const older = annotation('older', [targetOf('ru-1', text, 'Алаш')], '2026-11-23T11:00:00.000Z');
    const here = annotation('here', [targetOf('kk-2', text, 'Алаш')]);
    expect(ordered(newer, here, older)).toEqual(['here', 'older', 'newer']);
  });

  test('of the same range puts the older first, then goes by id', () => {
    const at = (id: string, created: string) => annotation(id, [targetOf('kk-1', text, 'Алаш')], created);
    const [b, a, old] = [
      at('b', '2026-11-23T12:00:00.000Z'),
      at('a', '2026-11-23T12:00:00.000Z'),
      at('old', '2026-11-23T11:00:00.000Z'),
    ];
    expect(ordered(b, a, old)).toEqual(['old', 'a', 'b']);
  });
});
