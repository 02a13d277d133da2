import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Bead } from '#core/records/bead.ts';
import type { Paragraph } from '#core/records/paragraph.ts';

/** A target named by its paragraph, whose id begins with its edition: `kk-1`. */
export function target(on: string, start: number, end: number, exact = 'x'.repeat(end - start)): Target {
  return {
    edition: on.split('-')[0] ?? '',
    paragraph: on,
    start,
    end,
    quote: { exact, prefix: '', suffix: '' },
  };
}

/** An annotation on some targets. */
export function made(id: string, targets: Target[], more: Partial<Annotation> = {}): Annotation {
  return {
    id,
    kind: 'annotation',
    modified: '1',
    created: '2026-01-01T12:00:00.000Z',
    motivation: 'highlighting',
    colour: 'fact',
    body: '',
    tags: [],
    targets,
    ...more,
  };
}

export function paragraph(id: string, text: string): Paragraph {
  return {
    id,
    kind: 'paragraph',
    modified: '1',
    edition: id.split('-')[0] ?? '',
    section: 's',
    order: 'a0',
    type: 'text',
    text,
    marks: [],
  };
}

export function bead(source: string[], other: string[]): Bead {
  return {
    id: [...source, ...other].join('+'),
    kind: 'bead',
    modified: '1',
    alignment: 'kk~en',
    order: 'a0',
    source,
    target: other,
    status: 'confirmed',
    confidence: 1,
  };
}
