export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Size {
  width: number;
  height: number;
}

const gap = 8;
const margin = 8;

export type Side = 'above' | 'below' | 'beside';

/**
 * Where something that floats goes, in CSS pixels of the window: near `anchor` without covering it. Above or below it as
 * preferred, else on the other side, else to its right or left; where it fits nowhere, at the bottom edge of the window.
 */
export function placed(anchor: Box, size: Size, window: Size, prefer: Side): { left: number; top: number; side: Side } {
  const lowest = window.height - margin - size.height;
  const rightmost = window.width - margin - size.width;
  const above = anchor.top - gap - size.height;
  const below = anchor.bottom + gap;
  const fitsAbove = above >= margin && above <= lowest;
  const fitsBelow = below >= margin && below <= lowest;
  const left = clamp((anchor.left + anchor.right - size.width) / 2, margin, rightmost);
  if (fitsAbove && (prefer === 'above' || !fitsBelow)) return { left, top: above, side: 'above' };
  if (fitsBelow) return { left, top: below, side: 'below' };
  const top = clamp(anchor.top, margin, lowest);
  if (anchor.right + gap <= rightmost) return { left: anchor.right + gap, top, side: 'beside' };
  if (anchor.left - gap - size.width >= margin) return { left: anchor.left - gap - size.width, top, side: 'beside' };
  return { left, top: Math.max(margin, lowest), side: 'beside' };
}

/** Keeps a value between two bounds; the lower one wins where they cross. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
