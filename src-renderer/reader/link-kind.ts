import type { Link } from '#core/alignment/link.ts';

/** Automatic links that are less likely right than this are marked as unsure. */
const sure = 0.6;

export type LinkKind = 'confirmed' | 'auto' | 'unsure' | 'omitted' | 'added';

/** How a link is marked: as sure as it is, or as an omission, or as text without an original. */
export function kindOf({ source, target, status, confidence }: Link): LinkKind {
  if (target.length === 0) return 'omitted';
  if (source.length === 0) return 'added';
  if (status === 'confirmed') return 'confirmed';
  return confidence < sure ? 'unsure' : 'auto';
}
