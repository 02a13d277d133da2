import type { Mark, Paragraph } from '#core/records/paragraph.ts';
import { xmlAttributes, xmlText } from '#core/xml/escape.ts';
import { type Nested, nest, type Span } from '../nest.ts';
import type { Ids } from './ids.ts';

/** The text of a paragraph with its marks. No element holds a line break: one is cut there. */
export function inline({ text, marks }: Paragraph, ids: Ids): string {
  const lines: { start: number; end: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push({ start: at, end: at + line.length });
    at += line.length + 1;
  }
  return lines.map(({ start, end }) => written(nest(text, marks, start, end), ids)).join('<lb/>');
}

function written(parts: readonly Nested<Mark & Span>[], ids: Ids): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return xmlText(part);
      const inner = written(part.inner, ids);
      const { type, href, note } = part.span;
      const target = type === 'note' ? ids.paragraph(note ?? '') : null;
      switch (type) {
        case 'link':
          return `<ref${xmlAttributes({ target: href ?? '' })}>${inner}</ref>`;
        case 'note':
          return target === null
            ? inner
            : `<ref${xmlAttributes({ type: 'note', target: `#${target}` })}>${inner}</ref>`;
        default:
          return `<hi${xmlAttributes({ rend: rends[type] })}>${inner}</hi>`;
      }
    })
    .join('');
}

const rends = { emphasis: 'italic', strong: 'bold', superscript: 'superscript', subscript: 'subscript' } as const;
