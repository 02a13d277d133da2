/**
 * Calls back once a frame while the text may have moved: it was scrolled, the window was resized, or an element or the text
 * itself grew (a panel that opens beside the text breaks its lines anew without scrolling it).
 *
 * @param grows elements whose size counts as well
 * @returns what ends it; nothing is called afterwards
 */
export function followText(move: () => void, grows: Iterable<Element>): { soon: () => void; stop: () => void } {
  let frame = 0;
  const soon = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(move);
  };
  const grown = new ResizeObserver(soon);
  for (const element of [...grows, ...document.querySelectorAll('main')]) grown.observe(element);
  window.addEventListener('scroll', soon, { capture: true, passive: true });
  window.addEventListener('resize', soon);
  const stop = (): void => {
    cancelAnimationFrame(frame);
    grown.disconnect();
    window.removeEventListener('scroll', soon, { capture: true });
    window.removeEventListener('resize', soon);
  };
  return { soon, stop };
}
