import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { safeWrite } from '#main/library/safe-write.ts';

const windowState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});

/** Where a window stands while it is not maximised, in device-independent pixels, and whether it is. */
export type WindowState = z.infer<typeof windowState>;

export const smallest = { width: 480, height: 400 };
const usual = { width: 1320, height: 860 };
/** How much of a window's upper edge must be seen, so that it can be taken hold of. */
const grip = { width: 120, height: 32 };

/** Reads what `writeWindowState` wrote; `null` when there is nothing that can be used. */
export function readWindowState(file: string): WindowState | null {
  try {
    return windowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Writes the state; the file is never half written. @throws LibraryError when it could not be */
export async function writeWindowState(file: string, state: WindowState): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await safeWrite(file, [JSON.stringify(state)]);
}

/**
 * Where to open the window: where it was, if its upper edge can be seen on one of the displays that are there now; otherwise
 * in the middle of the first, in the size that it had. Never larger than the display.
 *
 * @param areas the displays' work areas, the primary one first
 */
export function placeWindow(saved: WindowState | null, areas: readonly Rectangle[]): WindowState {
  const maximised = saved?.maximised ?? false;
  if (saved !== null) {
    for (const area of areas) {
      const place = { x: saved.x, y: saved.y, ...fitted(saved, area) };
      if (hasGrip(place, area)) return { ...place, maximised };
    }
  }
  const home = areas[0] ?? { x: 0, y: 0, ...usual };
  const { width, height } = fitted(saved ?? usual, home);
  const x = Math.round(home.x + (home.width - width) / 2);
  const y = Math.round(home.y + (home.height - height) / 2);
  return { x, y, width, height, maximised };
}

function fitted(size: { width: number; height: number }, area: Rectangle): { width: number; height: number } {
  return {
    width: Math.min(Math.max(size.width, smallest.width), area.width),
    height: Math.min(Math.max(size.height, smallest.height), area.height),
  };
}

function hasGrip(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return seen >= grip.width && window.y >= area.y && window.y + grip.height <= area.y + area.height;
}
