import { useEffect, useRef } from 'react';
import type * as Plot from '@observablehq/plot';
import styles from './Plotted.module.css';

/**
 * A plot as wide as its place, drawn anew when that or `options` changes. It is for the eye alone: whoever shows one says the same
 * as a table as well.
 */
export function Plotted({
  options,
  height,
}: {
  options: (plot: typeof Plot, width: number) => Plot.PlotOptions;
  /** Of the plot in CSS pixels, so that its place is there before it is. */
  height: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    let left = false;
    // Drawn only here, so it is not read with the rest of the program.
    const draw = async (): Promise<void> => {
      const plot = await import('@observablehq/plot');
      if (left || current.clientWidth === 0) return;
      const svg = plot.plot({ width: current.clientWidth, height, ...options(plot, current.clientWidth) });
      // The policy of the page allows no style in a document; what these rules do stands in the style sheet.
      svg.querySelector('style')?.remove();
      current.replaceChildren(svg);
    };
    const watch = new ResizeObserver(() => {
      void draw();
    });
    watch.observe(current);
    return () => {
      left = true;
      watch.disconnect();
    };
  }, [options, height]);
  return <div ref={box} className={styles.plot} style={{ height }} aria-hidden />;
}
