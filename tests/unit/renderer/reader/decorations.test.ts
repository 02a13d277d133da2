import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decoration } from 'prosemirror-view';
import { decorate } from '#renderer/reader/decorations.ts';

/** What a decoration was made with; ProseMirror keeps it to itself. */
function looks(decoration: Decoration): Record<string, string> {
  const { type } = decoration as unknown as { type: { attrs: Record<string, string> } };
  return type.attrs;
}

function shown(decorations: readonly Decoration[]): string[] {
  return decorations.map(
    (one) => `${String(one.from)}-${String(one.to)} ${looks(one)['class']} ${looks(one)['data-part']}`,
  );
}

describe('drawings as decorations', () => {
  it('stand where the text of their paragraph does', () => {
    expect(shown(decorate([{ start: 2, end: 5, class: 'highlight' }], 101, 20))).toEqual(['103-106 highlight only']);
  });

  it('carry style and attributes', () => {
    const [one] = decorate([{ start: 0, end: 1, class: 'a', style: '--x:1', attributes: { 'data-id': 'i' } }], 1, 1);
    expect(one && looks(one)).toMatchObject({ nodeName: 'span', style: '--x:1', 'data-id': 'i' });
  });

  it('are cut where another begins or ends, and say which part a piece is', () => {
    const long = { start: 0, end: 9, class: 'long' };
    const short = { start: 3, end: 6, class: 'short' };
    expect(shown(decorate([long, short], 0, 9))).toEqual([
      '0-3 long first',
      '3-6 short only',
      '3-6 long middle',
      '6-9 long last',
    ]);
  });

  it('lie in the order of their layers, the bottom one outermost', () => {
    const below = { start: 0, end: 4, class: 'below' };
    const above = { start: 0, end: 4, class: 'above' };
    expect(shown(decorate([below, above], 0, 4))).toEqual(['0-4 above only', '0-4 below only']);
  });

  it('leave out what does not lie in the text', () => {
    expect(
      decorate(
        [
          { start: 3, end: 12, class: 'a' },
          { start: 2, end: 2, class: 'b' },
        ],
        0,
        10,
      ),
    ).toEqual([]);
  });

  it('cover of each drawing just its range', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
        const drawings = ranges.map((one, at) => ({ ...one, class: `d${String(at)}` }));
        const pieces = decorate(drawings, 0, 30);
        for (const { start, end, class: name } of drawings) {
          const own = pieces.filter((piece) => looks(piece)['class'] === name);
          expect(own.reduce((sum, piece) => sum + piece.to - piece.from, 0)).toBe(end - start);
          for (const piece of own) expect(piece.from >= start && piece.to <= end).toBe(true);
        }
      }),
    );
  });
});
