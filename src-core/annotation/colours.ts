import type { Colour, Palette } from '#core/records/preference.ts';

export type Hue = Colour['hue'];

/** Every hue of the theme, in the order in which they are offered. */
export const hues: readonly Hue[] = ['yellow', 'green', 'blue', 'pink', 'orange', 'violet', 'teal', 'grey'];

/** The colours of a reader who has not changed them. Their names are translated by id (`colour.<id>`). */
export const defaultColours: readonly Colour[] = [
  { id: 'question', name: null, hue: 'yellow' },
  { id: 'fact', name: null, hue: 'green' },
  { id: 'person', name: null, hue: 'blue' },
  { id: 'term', name: null, hue: 'pink' },
];

/** The colours offered for a highlight, in the reader's order. */
export function offeredColours(palette: Palette | null): readonly Colour[] {
  return palette?.colours ?? defaultColours;
}

/**
 * Colours the reader no longer offers. The palette keeps them (in `retired`, a field of its own), because highlights in any
 * work may still have them and must go on showing as they did.
 */
export function retiredColours(palette: Palette | null): readonly Colour[] {
  const retired: unknown = palette?.['retired'];
  return Array.isArray(retired) ? retired.filter(isColour) : [];
}

/** The colour with an id, offered, retired or a default; one that is not known shows grey, under its id. */
export function colourOf(id: string, palette: Palette | null): Colour {
  const known = [...offeredColours(palette), ...retiredColours(palette), ...defaultColours];
  return known.find((colour) => colour.id === id) ?? { id, name: id, hue: 'grey' };
}

function isColour(value: unknown): value is Colour {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, hue } = value as Partial<Colour>;
  return (
    typeof id === 'string' && (name === null || typeof name === 'string') && hue !== undefined && hues.includes(hue)
  );
}
