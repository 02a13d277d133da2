import type { Page } from 'playwright';

/** What was seen while a page scrolled. */
export interface Scrolling {
  /** Milliseconds of every frame. */
  frames: number[];
  /** Of every tenth frame: was there text in the middle of the window? */
  filled: boolean[];
  /** The most that the page's own objects took, in bytes. */
  heap: number;
}

/** Scrolls as a fast wheel does, a third of the window a frame, until so many paragraphs of the left edition went by. */
export function scrollThrough(page: Page, paragraphs: number): Promise<Scrolling> {
  return page.evaluate(async (wanted) => {
    let scroller = document.querySelector('[data-paragraph]')?.parentElement ?? null;
    while (
      scroller !== null &&
      (scroller.scrollHeight <= scroller.clientHeight || getComputedStyle(scroller).overflowY === 'visible')
    ) {
      scroller = scroller.parentElement;
    }
    if (scroller === null) throw new Error('nothing scrolls');
    const { left, top, width, height } = scroller.getBoundingClientRect();
    const used = (): number => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
    const seen = new Set<string>();
    const result: Scrolling = { frames: [], filled: [], heap: used() };
    let last = performance.now();
    for (let frame = 0; seen.size < wanted; frame += 1) {
      scroller.scrollTop += scroller.clientHeight / 3;
      const now = await new Promise<number>((resolve) => {
        requestAnimationFrame(resolve);
      });
      if (frame > 0) result.frames.push(now - last);
      last = now;
      if (frame % 10 !== 0) continue;
      result.heap = Math.max(result.heap, used());
      const middle = [0.4, 0.5, 0.6].map((at) => document.elementFromPoint(left + width / 4, top + height * at));
      result.filled.push(middle.some((one) => one !== null && one.closest('[data-paragraph]') !== null));
      for (const one of document.querySelectorAll<HTMLElement>('[data-side=source] [data-paragraph]')) {
        seen.add(one.dataset.paragraph ?? '');
      }
      if (frame > 20_000) throw new Error(`only ${String(seen.size)} paragraphs after ${String(frame)} frames`);
    }
    return result;
  }, paragraphs);
}
