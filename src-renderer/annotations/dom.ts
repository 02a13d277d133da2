import { columnOf } from '#renderer/reader/column.ts';
import { withId } from '#renderer/reader/id-list.ts';
import type { Box } from './placement.ts';
import type { Point } from './extent/extent.ts';

/**
 * The text as it stands in the window. A mounted paragraph bears `data-paragraph`. It may be shown in another script: only its
 * column knows which offset of the record stands where.
 */
export function paragraphElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-paragraph="${CSS.escape(id)}"]`);
}

/** The place in the text under a point of the window, in CSS pixels; `null` where there is no text. */
export function pointAt(x: number, y: number): Point | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (caret === null) return null;
  const node = caret.offsetNode;
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-paragraph]');
  const paragraph = element?.dataset['paragraph'];
  if (element === null || element === undefined || paragraph === undefined) return null;
  return columnOf(element)?.pointAt(node, caret.offset) ?? null;
}

/** Where a character's edge stands in the window: before the character at `offset`, or after the one before it. */
export function caretBox({ paragraph, offset }: Point, edge: 'before' | 'after'): Box | null {
  const range = textRange(paragraph, edge === 'before' ? offset : offset - 1, edge === 'before' ? offset + 1 : offset);
  const rects = [...(range?.getClientRects() ?? [])];
  const rect = edge === 'before' ? rects[0] : rects.at(-1);
  if (rect === undefined) return null;
  // What is read from the right begins at its right edge.
  const x = (edge === 'before') === readsFromRight(paragraph) ? rect.right : rect.left;
  return { left: x, right: x, top: rect.top, bottom: rect.bottom };
}

/** Is a mounted paragraph read from the right? */
export function readsFromRight(paragraph: string): boolean {
  return paragraphElement(paragraph)?.parentElement?.dir === 'rtl';
}

/** The boxes of an annotation's parts in the window, in the text first, else in the gutter; none when none is mounted. */
function annotationElements(id: string): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(withId('data-annotations', id))];
  const within = (selector: string): HTMLElement[] => all.filter((element) => element.matches(selector));
  const marks = within('.highlight');
  return marks.length > 0 ? marks : within('.echo').concat(within('[data-gutter]'));
}

/**
 * What of some ranges of the text can be seen in the window, as one box; `null` when nothing can. The ranges need not be drawn
 * yet.
 */
export function textBox(ranges: readonly { paragraph: string; start: number; end: number }[]): Box | null {
  return visible(ranges.flatMap(({ paragraph, start, end }) => textRange(paragraph, start, end) ?? []));
}

/** What of an annotation's parts in text and gutter can be seen in the window, as one box; `null` when nothing can. */
export function annotationBox(id: string): Box | null {
  return visible(annotationElements(id));
}

function visible(parts: readonly (Range | Element)[]): Box | null {
  return union(
    parts
      .flatMap((part) => [...part.getClientRects()])
      .filter(({ bottom, top }) => bottom > 0 && top < window.innerHeight),
  );
}

export function union(boxes: readonly Box[]): Box | null {
  const [first, ...rest] = boxes;
  if (first === undefined) return null;
  return rest.reduce<Box>(
    (box, one) => ({
      left: Math.min(box.left, one.left),
      top: Math.min(box.top, one.top),
      right: Math.max(box.right, one.right),
      bottom: Math.max(box.bottom, one.bottom),
    }),
    { left: first.left, top: first.top, right: first.right, bottom: first.bottom },
  );
}

/** A range of a paragraph's text in the page; `null` when it is not mounted or empty. */
export function textRange(paragraph: string, start: number, end: number): Range | null {
  const element = paragraphElement(paragraph);
  return element === null || start < 0 || start >= end
    ? null
    : (columnOf(element)?.range(paragraph, start, end) ?? null);
}
