import type { Link } from '#core/alignment/link.ts';
import { isUnsure } from '#core/alignment/unsure.ts';

export type LinkKind = 'confirmed' | 'auto' | 'unsure' | 'omitted' | 'added';

/** How a link is marked: as sure as it is, or as an omission, or as text without an original. */
export function kindOf(link: Link): LinkKind {
  if (link.target.length === 0) return 'omitted';
  if (link.source.length === 0) return 'added';
  if (link.status === 'confirmed') return 'confirmed';
  return isUnsure(link) ? 'unsure' : 'auto';
}
