import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placed, type Box } from '#renderer/annotations/placement.ts';

const window = { width: 1000, height: 800 };

function box(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

describe('the place of what floats', () => {
  it('is above or below, as preferred', () => {
    const anchor = box(400, 300, 100, 20);
    expect(placed(anchor, { width: 200, height: 40 }, window, 'above')).toEqual({ left: 350, top: 252, side: 'above' });
    expect(placed(anchor, { width: 200, height: 40 }, window, 'below')).toEqual({ left: 350, top: 328, side: 'below' });
  });

  it('is on the other side where there is no room on the preferred', () => {
    expect(placed(box(400, 10, 100, 20), { width: 200, height: 40 }, window, 'above').side).toBe('below');
    expect(placed(box(400, 760, 100, 20), { width: 200, height: 40 }, window, 'below').side).toBe('above');
  });

  it('is beside an anchor as high as the window', () => {
    const { left, side } = placed(box(100, 0, 300, 800), { width: 200, height: 40 }, window, 'above');
    expect([left, side]).toEqual([408, 'beside']);
  });

  it('is left of an anchor that leaves no room on the right', () => {
    expect(placed(box(500, 0, 480, 800), { width: 200, height: 40 }, window, 'above').left).toBe(292);
  });

  it('is in the window and does not cover its anchor while there is room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        fc.constantFrom('above', 'below'),
        (x, y, width, height, prefer) => {
          const anchor = box(x, y, width, height);
          const size = { width: 330, height: 240 };
          const { left, top } = placed(anchor, size, window, prefer);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + size.width).toBeLessThanOrEqual(window.width);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + size.height).toBeLessThanOrEqual(window.height);
          const apart =
            top + size.height <= anchor.top ||
            top >= anchor.bottom ||
            left >= anchor.right ||
            left + size.width <= anchor.left;
          expect(apart).toBe(true);
        },
      ),
    );
  });
});
