import type { Hue } from '#core/annotation/colours.ts';

/** The custom property that paints a hue behind text. */
export function hueFill(hue: Hue): string {
  return `var(--hue-${hue})`;
}

/** The custom property of a hue where it stands beside text, as an edge or a dot. */
export function hueEdge(hue: Hue): string {
  return `var(--hue-${hue}-edge)`;
}
