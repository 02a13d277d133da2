import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { describe } from '#core/annotation/describe.ts';

/** A paragraph of the edition `kk`, or of the one its id begins with: `en-4`. */
export function paragraph(id: string, text: string): Pick<Paragraph, 'id' | 'edition' | 'text'> {
  return { id, edition: id.split('-', 1)[0] ?? 'kk', text };
}

/** The target of the first occurrence of `exact` in a paragraph. */
export function targetOf(id: string, text: string, exact: string): Target {
  const start = text.indexOf(exact);
  return describe(paragraph(id, text), start, start + exact.length);
}

/** A highlight with these targets. */
export function annotation(id: string, targets: Target[], created = '2026-11-23T10:00:00.000Z'): Annotation {
  return {
    id,
    kind: 'annotation',
    modified: '',
    created,
    motivation: 'highlighting',
    colour: 'fact',
    body: '',
    tags: [],
    targets,
  };
}
