import type { TextPlace } from './glossary-state.ts';

/**
 * The occurrence before or after a place, around the ends. `occurrences` are in text order; a place that is none of them
 * stands before the first after it in the same paragraph, or before the first of all.
 */
export function stepFrom<T extends TextPlace>(occurrences: readonly T[], place: TextPlace, by: 1 | -1): T | null {
  if (occurrences.length === 0) return null;
  const at = occurrences.findIndex(
    ({ paragraph, start, end }) => paragraph === place.paragraph && start < place.end && place.start < end,
  );
  if (at >= 0) return occurrences.at((at + by) % occurrences.length) ?? null;
  const after = occurrences.findIndex(({ paragraph, start }) => paragraph === place.paragraph && start >= place.end);
  const next = Math.max(0, after);
  return occurrences.at(by === 1 ? next : next - 1) ?? null;
}
