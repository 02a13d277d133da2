import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeWindow, readWindowState, smallest, writeWindowState } from '#main/electron/window-state.ts';

const left = { x: 0, y: 30, width: 1920, height: 1050 };
const right = { x: 1920, y: 0, width: 1280, height: 720 };
const saved = { x: 100, y: 80, width: 1000, height: 700, maximised: false };

describe('a window opens', () => {
  test('where it was', () => {
    expect(placeWindow(saved, [left])).toEqual(saved);
    expect(placeWindow({ ...saved, x: 2000 }, [left, right])).toEqual({ ...saved, x: 2000 });
  });

  test('maximised when it was', () => {
    expect(placeWindow({ ...saved, maximised: true }, [left]).maximised).toBe(true);
  });

  test('in the middle of the first display when its own is gone', () => {
    expect(placeWindow({ ...saved, x: 2000 }, [left])).toEqual({ ...saved, x: 460, y: 205 });
  });

  test('in the middle when nothing is known', () => {
    expect(placeWindow(null, [left])).toEqual({ x: 300, y: 125, width: 1320, height: 860, maximised: false });
  });

  test('no larger than the display', () => {
    expect(placeWindow({ ...saved, width: 9000, height: 9000 }, [right])).toMatchObject({ width: 1280, height: 720 });
  });

  test('where its upper edge can be taken hold of, whatever was saved and whatever displays there are', () => {
    const size = fc.integer({ min: 1, max: 10_000 });
    const place = fc.integer({ min: -20_000, max: 20_000 });
    const area = fc.record({
      x: place,
      y: place,
      width: fc.integer({ min: smallest.width, max: 8000 }),
      height: fc.integer({ min: smallest.height, max: 5000 }),
    });
    const state = fc.record({ x: place, y: place, width: size, height: size, maximised: fc.boolean() });
    fc.assert(
      fc.property(fc.option(state), fc.array(area, { minLength: 1, maxLength: 4 }), (was, areas) => {
        const { x, y, width, height } = placeWindow(was, areas);
        const isSeen = areas.some(
          (one) =>
            y >= one.y &&
            y + 32 <= one.y + one.height &&
            Math.min(x + width, one.x + one.width) - Math.max(x, one.x) >= 120 &&
            width <= one.width &&
            height <= one.height,
        );
        expect(isSeen).toBe(true);
      }),
    );
  });
});

describe('the file of the window’s place', () => {
  test('gives back what was written, and leaves nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-window-'));
    const file = join(folder, 'deeper', 'window.json');
    await writeWindowState(file, saved);
    await writeWindowState(file, { ...saved, x: 7 });
    expect(readWindowState(file)).toEqual({ ...saved, x: 7 });
    expect(await readdir(join(folder, 'deeper'))).toEqual(['window.json']);
  });

  test.each(['', '{', 'null', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1,"maximised":true}', '\0\0\0'])(
    'is as good as none when it holds %j',
    async (text) => {
      const file = join(await mkdtemp(join(tmpdir(), 'egiz-window-')), 'window.json');
      await writeFile(file, text);
      expect(readWindowState(file)).toBeNull();
    },
  );

  test('is none when it was never written', () => {
    expect(readWindowState('/nowhere/window.json')).toBeNull();
  });
});
