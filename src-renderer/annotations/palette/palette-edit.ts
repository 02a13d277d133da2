import { hues, offeredColours, retiredColours, type Hue } from '#core/annotation/colours.ts';
import type { Change } from '#core/records/change.ts';
import { noChange } from '#core/records/change.ts';
import type { Colour, Palette } from '#core/records/preference.ts';

/** The record's limits. */
export const mostColours = 12;
export const longestName = 60;

/** A palette while it is edited: what will be offered, and what was taken out. */
export interface PaletteDraft {
  offered: readonly Colour[];
  retired: readonly Colour[];
  /** Ids of those that are stored: one that is not leaves nothing behind. */
  stored: ReadonlySet<string>;
}

export function draftOf(palette: Palette | null): PaletteDraft {
  const offered = offeredColours(palette);
  const retired = retiredColours(palette);
  return { offered, retired, stored: new Set([...offered, ...retired].map(({ id }) => id)) };
}

/** Adds a colour with the first hue that no other has. `id` must be new. */
export function withColour(draft: PaletteDraft, id: string, name: string): PaletteDraft {
  if (draft.offered.length >= mostColours) return draft;
  const hue = hues.find((one) => !draft.offered.some((colour) => colour.hue === one)) ?? 'grey';
  return { ...draft, offered: [...draft.offered, { id, name: name.slice(0, longestName), hue }] };
}

/** Takes a colour out of what is offered; the last one stays. */
export function withoutColour(draft: PaletteDraft, id: string): PaletteDraft {
  const colour = draft.offered.find((one) => one.id === id);
  if (colour === undefined || draft.offered.length === 1) return draft;
  const retired = draft.retired.filter((one) => one.id !== id);
  return {
    ...draft,
    offered: draft.offered.filter((one) => one.id !== id),
    retired: draft.stored.has(id) ? [...retired, colour] : retired,
  };
}

/** Offers a retired colour again. */
export function restored(draft: PaletteDraft, id: string): PaletteDraft {
  const colour = draft.retired.find((one) => one.id === id);
  if (colour === undefined || draft.offered.length >= mostColours) return draft;
  return { ...draft, offered: [...draft.offered, colour], retired: draft.retired.filter((one) => one.id !== id) };
}

/** Gives a colour a name; an empty one gives a default colour its translated name back. */
export function renamed(draft: PaletteDraft, id: string, name: string): PaletteDraft {
  const kept = name.slice(0, longestName);
  return edited(draft, id, (colour) => ({ ...colour, name: kept.trim() === '' ? null : kept }));
}

export function repainted(draft: PaletteDraft, id: string, hue: Hue): PaletteDraft {
  return edited(draft, id, (colour) => ({ ...colour, hue }));
}

/** Moves a colour by `steps` places, as far as there is room. */
export function moved(draft: PaletteDraft, id: string, steps: number): PaletteDraft {
  const from = draft.offered.findIndex((one) => one.id === id);
  const to = Math.min(Math.max(from + steps, 0), draft.offered.length - 1);
  const colour = draft.offered[from];
  if (colour === undefined || from === to) return draft;
  return { ...draft, offered: draft.offered.filter((one) => one.id !== id).toSpliced(to, 0, colour) };
}

function edited(draft: PaletteDraft, id: string, edit: (colour: Colour) => Colour): PaletteDraft {
  return { ...draft, offered: draft.offered.map((colour) => (colour.id === id ? edit(colour) : colour)) };
}

/** The change that stores a draft, or `null` when it changes nothing. */
export function paletteChange(palette: Palette | null, draft: PaletteDraft): Change | null {
  const offered = draft.offered.map((colour) =>
    colour.name === null ? colour : { ...colour, name: colour.name.trim() },
  );
  const before = draftOf(palette);
  if (JSON.stringify([before.offered, before.retired]) === JSON.stringify([offered, draft.retired])) return null;
  const next: Palette = {
    ...(palette ?? { id: 'palette', kind: 'palette', modified: '' }),
    colours: offered,
    retired: [...draft.retired],
  };
  return palette === null ? { ...noChange, added: [next] } : { ...noChange, updated: [[palette, next]] };
}
