import { describe, expect, it } from 'vitest';
import { bands, painted, type Stroke } from '#renderer/annotations/paint.ts';

function stroke(id: string, start: number, end: number, more: Partial<Stroke> = {}): Stroke {
  return { id, start, end, hue: 'yellow', role: 'mark', ...more };
}

describe('painting', () => {
  it('fills a single highlight with its hue and rounds both ends', () => {
    expect(painted([stroke('a', 3, 9)])).toMatchObject([
      { start: 3, end: 9, ids: ['a'], marked: true, fill: 'var(--hue-yellow)', opens: true, closes: true },
    ]);
  });

  it('shows each of three highlights that overlap as a band', () => {
    const cut = painted([
      stroke('long', 0, 30, { hue: 'yellow' }),
      stroke('middle', 5, 25, { hue: 'green' }),
      stroke('short', 10, 20, { hue: 'blue' }),
    ]);
    expect(cut.map(({ start, end, ids }) => [start, end, ids.join()])).toEqual([
      [0, 5, 'long'],
      [5, 10, 'long,middle'],
      [10, 20, 'long,middle,short'],
      [20, 25, 'long,middle'],
      [25, 30, 'long'],
    ]);
    for (const hue of ['yellow', 'green', 'blue']) expect(cut[2]?.fill).toContain(`var(--hue-${hue})`);
  });

  it('names the shortest last, whatever the order they were made in', () => {
    const [, over] = painted([stroke('short', 4, 6), stroke('long', 0, 9)]);
    expect(over?.ids).toEqual(['long', 'short']);
  });

  it('does not round where a highlight goes on', () => {
    const cut = painted([stroke('a', 0, 10), stroke('b', 5, 15)]);
    expect(cut.map(({ opens, closes }) => [opens, closes])).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('rounds where one highlight ends and another begins', () => {
    const cut = painted([stroke('a', 0, 5), stroke('b', 5, 9)]);
    expect(cut.map(({ opens, closes }) => [opens, closes])).toEqual([
      [true, true],
      [true, true],
    ]);
  });

  it('underlines an echo and leaves its background to the page', () => {
    const [echo] = painted([stroke('a', 0, 5, { role: 'echo', hue: 'pink' })]);
    expect(echo).toMatchObject({ marked: false, fill: 'none' });
    expect(echo?.under).toContain('var(--hue-pink)');
  });

  it('draws a fainter line under a sentence, and names it only where there is nothing else', () => {
    const cut = painted([
      stroke('sentence', 0, 20, { role: 'sentence', hue: 'pink' }),
      stroke('linked', 5, 9, { role: 'echo', hue: 'green' }),
      stroke('made', 12, 15),
    ]);
    expect(cut.map(({ ids, derived }) => [ids.join(), derived])).toEqual([
      ['sentence', true],
      ['linked', false],
      ['sentence', true],
      ['made', false],
      ['sentence', true],
    ]);
    expect(cut[0]?.under).toBe('inset 0 -0.09em 0 var(--hue-pink)');
    expect(cut[1]?.under).toBe('inset 0 -0.18em 0 var(--hue-green), inset 0 -0.27em 0 var(--hue-pink)');
  });

  it('shows a highlight and an echo on the same words', () => {
    const [both] = painted([stroke('a', 0, 5, { hue: 'green' }), stroke('b', 0, 5, { role: 'echo', hue: 'pink' })]);
    expect(both).toMatchObject({ marked: true, fill: 'var(--hue-green)' });
    expect(both?.under).toContain('var(--hue-pink)');
  });

  it('divides the height among the bands without a gap', () => {
    expect(bands(['yellow', 'green'])).toBe(
      'linear-gradient(to bottom, var(--hue-yellow) 0% 50%, var(--hue-green) 50% 100%)',
    );
  });
});
