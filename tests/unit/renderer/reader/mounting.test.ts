import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Mounting, spreadAt } from '#renderer/reader/mounting.ts';

let frames: (() => void)[] = [];

/** Lets so many frames pass; gives how many had something to do. */
function pass(count: number): number {
  let busy = 0;
  for (let at = 0; at < count && frames.length > 0; at += 1) {
    busy += 1;
    const now = frames;
    frames = [];
    for (const frame of now) frame();
  }
  return busy;
}

const height = 1_000;

function spreads(count: number, ready: (spread: number) => boolean = () => true) {
  const load = vi.fn<(spreads: readonly number[]) => void>();
  const offsets = Array.from({ length: count + 1 }, (_, at) => at * height);
  const mounting = new Mounting({ count, offsets: () => offsets, ready, load }, [0]);
  return { mounting, load };
}

describe('mounting', () => {
  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    vi.stubGlobal('cancelAnimationFrame', () => {
      frames = [];
    });
  });

  it('mounts a spread in view in one frame, one out of sight in two', () => {
    const { mounting } = spreads(100);
    mounting.lookAt(50_100, 50_950);
    pass(1);
    expect(mounting.mounted).toEqual([0, 50]);
    expect(mounting.isWhole(50)).toBe(true);
    pass(1);
    expect(mounting.mounted).toEqual([0, 50, 51]);
    expect(mounting.isWhole(51)).toBe(false);
    pass(1);
    expect(mounting.mounted).toEqual([0, 50, 51]);
    expect(mounting.isWhole(51)).toBe(true);
  });

  it('mounts the other half at once where it is asked for', () => {
    const { mounting } = spreads(100);
    mounting.lookAt(50_100, 50_950);
    pass(2);
    mounting.mount(51);
    expect(mounting.isWhole(51)).toBe(true);
  });

  it('mounts what is in view before what is near it', () => {
    const { mounting } = spreads(100);
    mounting.lookAt(49_900, 50_900);
    pass(2);
    expect(mounting.mounted).toEqual([0, 49, 50]);
  });

  it('comes to rest with what is near mounted and what is far away not', () => {
    const { mounting } = spreads(100);
    mounting.lookAt(50_100, 50_900);
    expect(pass(100)).toBeLessThan(20);
    expect(mounting.mounted).toEqual([48, 49, 50, 51, 52]);
    expect(frames).toEqual([]);
  });

  it('keeps what is needed wherever the view is', () => {
    const { mounting } = spreads(100);
    mounting.kept = () => [0, 7];
    mounting.lookAt(50_100, 50_900);
    pass(100);
    expect(mounting.mounted).toEqual([0, 7, 48, 49, 50, 51, 52]);
  });

  it('asks for texts ahead of the view, the nearest first, and mounts a spread once they are here', () => {
    const here = new Set([0]);
    const { mounting, load } = spreads(100, (spread) => here.has(spread));
    mounting.lookAt(50_100, 50_950);
    pass(10);
    expect(mounting.mounted).toEqual([]);
    const [asked = []] = load.mock.calls[0] ?? [];
    expect(asked.slice(0, 2)).toEqual([50, 51]);
    expect(asked.length).toBeGreaterThan(6);
    here.add(50);
    mounting.wake();
    pass(10);
    expect(mounting.mounted).toEqual([50]);
  });

  it('tells when something was mounted, until nobody listens', () => {
    const { mounting } = spreads(10);
    const told = vi.fn<() => void>();
    const end = mounting.subscribe(told);
    mounting.mount(3);
    mounting.mount(3);
    expect(told).toHaveBeenCalledTimes(1);
    end();
    mounting.mount(4);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('does nothing once it is stopped', () => {
    const { mounting } = spreads(10);
    mounting.stop();
    mounting.lookAt(5_000, 6_000);
    expect(pass(10)).toBe(0);
    mounting.start();
    expect(pass(1)).toBe(1);
  });

  it('finds the spread at a distance', () => {
    expect([-5, 0, 999, 1_000, 2_500, 99_999].map((distance) => spreadAt([0, 1_000, 2_000, 3_000], distance))).toEqual([
      0, 0, 0, 1, 2, 2,
    ]);
    expect(spreadAt([0], 10)).toBe(0);
  });
});
