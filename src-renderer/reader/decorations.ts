import { Decoration } from 'prosemirror-view';
import type { Drawing } from './drawing.ts';

/**
 * Drawings of one paragraph as decorations of its text, where `from` is the position of the text's start. Drawings that
 * overlap are cut where any of them begins or ends and nested there, the bottom layer outermost. Each piece says by
 * `data-part` (`only`, `first`, `middle`, `last`) which part of its drawing it is, so that corners are rounded at ends only.
 */
export function decorate(drawings: readonly Drawing[], from: number, length: number): Decoration[] {
  const inside = drawings.filter(({ start, end }) => start < end && start >= 0 && end <= length);
  const cuts = [...new Set(inside.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  const decorations: Decoration[] = [];
  for (const [index, end] of cuts.entries()) {
    const start = cuts[index - 1];
    if (start === undefined) continue;
    // ProseMirror wraps in the order given: the first decoration lies innermost.
    for (const drawing of inside.toReversed()) {
      if (drawing.start <= start && drawing.end >= end) {
        decorations.push(Decoration.inline(from + start, from + end, attributes(drawing, start, end)));
      }
    }
  }
  return decorations;
}

function attributes(drawing: Drawing, start: number, end: number): Record<string, string> {
  const first = drawing.start === start;
  const last = drawing.end === end;
  const part = first ? (last ? 'only' : 'first') : last ? 'last' : 'middle';
  return {
    nodeName: 'span',
    class: drawing.class,
    'data-part': part,
    ...(drawing.style === undefined ? {} : { style: drawing.style }),
    ...drawing.attributes,
  };
}
