import type { Bead } from '#core/records/bead.ts';
import { beadKind, type BeadKind } from './bead-kind.ts';

/** A bar of the overview, in the strip's own units: its full width is 1, its height is in CSS pixels. */
export interface Bar {
  kind: BeadKind;
  top: number;
  height: number;
}

/** What has to be looked at first; of the beads under one bar the first of these is shown. */
const weight: readonly BeadKind[] = ['omitted', 'unsure', 'added', 'auto', 'intended', 'confirmed'];

/** Height of a bar with the gap after it where there are more beads than fit, in CSS pixels. */
const thin = 3;

/** The bars of an overview `height` CSS pixels high. There are never more than can be told apart, however many beads. */
export function barsOf(beads: readonly Bead[], height: number): Bar[] {
  if (beads.length === 0 || height <= 0) return [];
  const count = Math.min(beads.length, Math.max(1, Math.floor(height / thin)));
  const step = height / count;
  return Array.from({ length: count }, (_, at): Bar => {
    const from = Math.floor((at * beads.length) / count);
    const to = Math.max(from + 1, Math.floor(((at + 1) * beads.length) / count));
    let kind: BeadKind = 'confirmed';
    for (let bead = from; bead < to; bead += 1) {
      const one = beads[bead];
      if (one !== undefined && weight.indexOf(beadKind(one)) < weight.indexOf(kind)) kind = beadKind(one);
    }
    return { kind, top: at * step, height: Math.max(1, step - 1) };
  });
}

/**
 * The outline of all bars of one kind, as an SVG path in a strip `width` CSS pixels wide. Each kind has a shape of its own: full for
 * what is linked, notched for what is unsure, to one side for what the other side lacks.
 */
export function pathOf(bars: readonly Bar[], kind: BeadKind, width: number): string {
  return bars
    .filter((bar) => bar.kind === kind)
    .map(({ top, height }) => shapeOf(kind, width, top, height))
    .join('');
}

function shapeOf(kind: BeadKind, width: number, top: number, height: number): string {
  const box = (left: number, right: number): string =>
    `M${fixed(left)} ${fixed(top)}H${fixed(right)}V${fixed(top + height)}H${fixed(left)}Z`;
  switch (kind) {
    case 'confirmed':
      return box(0, width);
    case 'auto':
      return box(width * 0.12, width * 0.88);
    case 'unsure':
      return `${box(0, width * 0.4)}${box(width * 0.6, width)}`;
    case 'omitted':
      return box(0, width * 0.5);
    case 'added':
      return box(width * 0.5, width);
    case 'intended':
      return box(0, width * 0.25);
  }
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
