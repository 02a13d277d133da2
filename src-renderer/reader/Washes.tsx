import { useStore } from 'zustand';
import type { Link } from '#core/alignment/link.ts';
import type { Plan } from './plan.ts';
import styles from './Reader.module.css';
import { useReader } from './reader-context.ts';
import { readerParts } from './reader-store.ts';

/** The wash behind the row under the pointer and the row with the focus, on both sides. */
export function Washes({ links, rows }: { links: readonly Link[]; rows: Plan }) {
  const { mode } = useReader();
  const hovered = useStore(readerParts, (state) => links.findIndex(({ id }) => id === state.hovered));
  const focused = useStore(readerParts, (state) => links.findIndex(({ id }) => id === state.focused));
  return [...new Set([hovered, focused])].map((link) => {
    const place = rows.links[link];
    if (place === undefined || place.span === 0) return null;
    const gridRow = `${String(place.row)} / span ${String(place.span)}`;
    // Where one column is, either stands for both.
    const sides = mode === 'side' ? (['source', 'target'] as const) : (['source'] as const);
    return sides.map((side) => (
      <div key={`${side}${String(link)}`} className={styles.wash} data-side={side} style={{ gridRow }} />
    ));
  });
}
