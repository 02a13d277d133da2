import { ordersBetween } from '#core/records/order.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Section } from '#core/records/work.ts';

/**
 * The text of a translation that is still to be written: an empty paragraph beside each of the original's, in the same sections, and
 * the beads between them, which hold whatever is written. Without the edition's own record.
 *
 * @param id of the new edition, which no edition of the work had before
 * @param sections of the original
 * @param paragraphs of the original
 */
export function emptyText(id: string, sections: readonly Section[], paragraphs: readonly Paragraph[]): AnyRecord[] {
  const renamed = new Map(sections.map((section, at) => [section.id, `${id}-s${String(at + 1)}`]));
  const orders = ordersBetween(null, null, paragraphs.length);
  const original = paragraphs[0]?.edition ?? '';
  const named = (at: number): string => `${id}-${String(at + 1)}`;
  return [
    ...sections.map((section): Section => ({
      id: renamed.get(section.id) ?? '',
      kind: 'section',
      modified: '',
      edition: id,
      order: section.order,
      level: section.level,
      titles: section.editorial === true ? section.titles : {},
      ...(section.editorial === true ? { editorial: true } : {}),
    })),
    ...paragraphs.map(({ section, type, level }, at): Paragraph => ({
      id: named(at),
      kind: 'paragraph',
      modified: '',
      edition: id,
      section: renamed.get(section) ?? `${id}-s1`,
      order: orders[at] ?? '',
      type,
      ...(level === undefined ? {} : { level }),
      text: '',
      marks: [],
    })),
    ...paragraphs.map((paragraph, at): AnyRecord => ({
      id: `${original}~${id}:${String(at + 1)}`,
      kind: 'bead',
      modified: '',
      alignment: `${original}~${id}`,
      order: orders[at] ?? '',
      source: [paragraph.id],
      target: [named(at)],
      status: 'confirmed',
      confidence: 1,
    })),
  ];
}
