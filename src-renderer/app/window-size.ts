import { useSyncExternalStore } from 'react';

/** Narrower than this, panels lie over the text and two columns fall to one. CSS pixels. */
export const narrowWidth = 900;
/** Narrower than this, the header's words become icons. */
export const tightWidth = 1360;
/** Narrower than this, the header keeps only what it cannot do without. */
export const tinyWidth = 620;

/** Is the window narrower than this many CSS pixels? */
export function useNarrowerThan(width: number): boolean {
  const query = `(width < ${String(width)}px)`;
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(query).matches,
  );
}
