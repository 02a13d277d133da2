import { openedWork } from '#renderer/app/work-store.ts';
import type { Arrangement } from './arrangement.ts';

/** Where a paragraph stands in the left edition: its section there, and the share of the edition before it, 0 to 1. */
export function placeInWork(arrangement: Arrangement, paragraph: string): { section: string | null; share: number } {
  const { current } = openedWork.getState();
  const outline = current?.outline[arrangement.left.id];
  const onLeft = leftOf(arrangement, paragraph);
  const index = onLeft === null ? undefined : current?.places.get(onLeft)?.index;
  if (outline === undefined || index === undefined) return { section: null, share: 0 };
  return { section: outline[index]?.[1] ?? null, share: index / Math.max(1, outline.length) };
}

/** The paragraph of the left edition beside one of either edition, or before it where there is nothing beside. */
function leftOf({ links, index }: Arrangement, paragraph: string): string | null {
  const found = index.get(paragraph);
  if (found === undefined) return null;
  if (found.side === 'source') return paragraph;
  for (let at = found.index; at >= 0; at -= 1) {
    const id = links[at]?.source.at(at === found.index ? 0 : -1);
    if (id !== undefined) return id;
  }
  return null;
}

/** The section that a paragraph of the open work stands in; `null` for one that is not there. */
export function sectionOf(paragraph: string): string | null {
  const { current } = openedWork.getState();
  const place = current?.places.get(paragraph);
  return place === undefined ? null : (current?.outline[place.edition]?.[place.index]?.[1] ?? null);
}

/** The paragraph with which a section of the open work begins; `null` for an empty section. */
export function firstOfSection(section: string): string | null {
  const { current } = openedWork.getState();
  const edition = current?.sections.find(({ id }) => id === section)?.edition;
  const entry = edition === undefined ? undefined : current?.outline[edition]?.find(([, of]) => of === section);
  return entry?.[0] ?? null;
}

/** The sections of an edition that have text, in order. */
export function sectionsOf(edition: string): string[] {
  const outline = openedWork.getState().current?.outline[edition] ?? [];
  return [...new Set(outline.map(([, section]) => section))];
}
