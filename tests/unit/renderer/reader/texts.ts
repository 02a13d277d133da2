import type { Mark, Paragraph } from '#core/records/paragraph.ts';

/** A paragraph of the edition named in its id (`kk-1`). */
export function paragraph(id: string, text: string, more: Partial<Paragraph> = {}): Paragraph {
  const edition = id.split('-', 1)[0] ?? id;
  return {
    id,
    modified: '',
    kind: 'paragraph',
    edition,
    section: `${edition}-s`,
    order: 'a0',
    type: 'text',
    text,
    marks: [],
    ...more,
  };
}

export function mark(type: Mark['type'], start: number, end: number, href?: string): Mark {
  return { type, start, end, ...(href === undefined ? {} : { href }) };
}
