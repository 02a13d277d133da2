import type { Metrics } from './heights.ts';
import type { Mode } from './plan.ts';

/** How the text is set. `measure` in sizes of the text, the rest in CSS pixels; `leading` as a multiple of the size. */
export interface Setting {
  size: number;
  leading: number;
  measure: number;
  /** The width of the view. */
  width: number;
}

const gutter = 28;
const gap = 22;
const margin = 28;
const padding = 12;
/** The narrowest column of text side by side, in sizes of the text. */
const narrowestColumn = 15;

/** The mode in which a view of this width can show a text. */
export function fittingMode(mode: Mode, { width, size }: Setting): Mode {
  const room = (width - 2 * margin - gutter - 2 * gap) / 2;
  return mode === 'side' && room < narrowestColumn * size ? 'stacked' : mode;
}

/** What the heights of an arrangement's spreads are estimated by. */
export function metricsOf(mode: Mode, { size, leading, measure, width }: Setting): Metrics {
  const room = mode === 'side' ? (width - 2 * margin - gutter - 2 * gap) / 2 : width - 2 * margin - gutter - gap;
  return { mode, size, leading, column: Math.min(measure * size, room) - 2 * padding };
}

/** The part of a setting that all heights depend on besides the width. */
export function lookOf({ size, leading, measure }: Setting): string {
  return `${String(size)} ${String(leading)} ${String(measure)}`;
}
