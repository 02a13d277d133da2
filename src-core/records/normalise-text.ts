import { byOrder, ordersBetween } from './order.ts';
import type { Paragraph } from './paragraph.ts';
import type { Section } from './work.ts';

/** An edition's sections and paragraphs in text order, each paragraph in one of the sections. */
export interface Text {
  sections: Section[];
  paragraphs: Paragraph[];
}

/**
 * Puts an edition's text in order: sections by their order, paragraphs by the order of their sections, then their own, then
 * their ids. A paragraph whose section is missing falls to the first one; where there is none, one is made.
 * What needs no change is the same object in the answer.
 */
export function normaliseText(edition: string, sections: readonly Section[], paragraphs: readonly Paragraph[]): Text {
  const inOrder = sections.toSorted(byOrder);
  if (inOrder.length === 0 && paragraphs.length > 0) inOrder.push(onlySection(edition));
  const rank = new Map(inOrder.map((section, index) => [section.id, index]));
  const first = inOrder[0]?.id ?? '';
  const placed = paragraphs.map((paragraph) =>
    rank.has(paragraph.section) ? paragraph : { ...paragraph, section: first },
  );
  placed.sort((a, b) => {
    const between = a.section === b.section ? 0 : (rank.get(a.section) ?? 0) - (rank.get(b.section) ?? 0);
    return between === 0 ? byOrder(a, b) : between;
  });
  return { sections: inOrder, paragraphs: placed };
}

function onlySection(edition: string): Section {
  return {
    id: `${edition}:section`,
    kind: 'section',
    modified: '',
    edition,
    order: ordersBetween(null, null, 1)[0] ?? '',
    level: 1,
    titles: {},
  };
}
