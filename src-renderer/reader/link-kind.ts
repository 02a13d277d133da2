import type { Link } from '#core/alignment/link.ts';
import { isUnsure } from '#core/alignment/unsure.ts';

export type LinkKind = 'confirmed' | 'auto' | 'unsure' | 'omitted' | 'added' | 'intended';

/** How a link is marked: as sure as it is, or as an omission, as text without an original, or as either on purpose. */
export function kindOf(link: Link): LinkKind {
  const isOneSided = link.target.length === 0 || link.source.length === 0;
  if (isOneSided && link.status === 'confirmed') return 'intended';
  if (link.target.length === 0) return 'omitted';
  if (link.source.length === 0) return 'added';
  if (link.status === 'confirmed') return 'confirmed';
  return isUnsure(link) ? 'unsure' : 'auto';
}
