import type { Hit } from '#main/api/shapes.ts';
import type { OpenWork } from '#renderer/app/work-store.ts';
import { beside } from '#renderer/glossary/beside.ts';

/** Hits of one section, by their places in the list of all. */
export interface HitGroup {
  /** The id of a section of the original, or of another edition where the original has nothing beside the hit. */
  section: string;
  hits: { at: number; hit: Hit }[];
}

/** Hits, in text order, grouped by the section of the original that they stand in or beside. */
export function groupedBySection(
  hits: readonly Hit[],
  work: Pick<OpenWork, 'work' | 'outline' | 'alignments' | 'places'>,
): HitGroup[] {
  const groups: HitGroup[] = [];
  for (const [at, hit] of hits.entries()) {
    const section = sectionOf(hit, work);
    const last = groups.at(-1);
    // A translation may begin a section a paragraph earlier or later: its hit goes to the group that is there already.
    const group = last?.section === section ? last : groups.find((one) => one.section === section);
    if (group === undefined) groups.push({ section, hits: [{ at, hit }] });
    else group.hits.push({ at, hit });
  }
  return groups;
}

function sectionOf(hit: Hit, work: Pick<OpenWork, 'work' | 'outline' | 'alignments' | 'places'>): string {
  const { original } = work.work;
  const [first] = hit.edition === original ? [hit.paragraph] : beside(hit.paragraph, hit.edition, original, work).other;
  return outlineSection(first ?? hit.paragraph, work) ?? outlineSection(hit.paragraph, work) ?? '';
}

function outlineSection(paragraph: string, { places, outline }: Pick<OpenWork, 'places' | 'outline'>): string | null {
  const place = places.get(paragraph);
  return place === undefined ? null : (outline[place.edition]?.[place.index]?.[1] ?? null);
}
