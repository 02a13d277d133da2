import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { TextRange } from '#core/text/range.ts';
import { homeTargets } from '../changes.ts';

/** A place between two code units of a paragraph's text. */
export interface Point {
  paragraph: string;
  offset: number;
}

/** From where to where an annotation goes on its own side; paragraphs in between belong to it. */
export interface Extent {
  start: Point;
  end: Point;
}

/** An edition's text, as far as it is here. */
export interface EditionText {
  /** Ids of paragraphs in reading order. */
  paragraphs: readonly string[];
  placeOf: (paragraph: string) => number | null;
  /** `null`: not loaded. */
  textOf: (paragraph: string) => Paragraph | null;
  /** The words of a text, in order. */
  wordsOf: (text: string) => readonly TextRange[];
}

/** Where an annotation begins and ends on its own side; `null` when none of it is in the text that is here. */
export function extentOf(annotation: Annotation, edition: EditionText): Extent | null {
  const found = homeTargets(annotation)
    .flatMap((target) => {
      const text = edition.textOf(target.paragraph)?.text;
      const place = edition.placeOf(target.paragraph);
      const range = text === undefined || place === null ? null : resolve(target, text);
      return range === null || place === null ? [] : [{ paragraph: target.paragraph, place, range }];
    })
    .toSorted((a, b) => a.place - b.place || a.range.start - b.range.start);
  const first = found[0];
  const last = found.at(-1);
  if (first === undefined || last === undefined) return null;
  return {
    start: { paragraph: first.paragraph, offset: first.range.start },
    end: { paragraph: last.paragraph, offset: last.range.end },
  };
}

/** The targets of an extent, one for each paragraph; `null` when it is empty, reversed, or its text is not here. */
export function targetsOf({ start, end }: Extent, edition: EditionText): Target[] | null {
  const from = edition.placeOf(start.paragraph);
  const to = edition.placeOf(end.paragraph);
  if (from === null || to === null || to < from) return null;
  const targets: Target[] = [];
  for (const id of edition.paragraphs.slice(from, to + 1)) {
    const paragraph = edition.textOf(id);
    if (paragraph === null) return null;
    const first = id === start.paragraph ? start.offset : 0;
    const last = id === end.paragraph ? Math.min(end.offset, paragraph.text.length) : paragraph.text.length;
    if (first < last) targets.push(describe(paragraph, first, last));
  }
  return targets.length === 0 ? null : targets;
}

/** The nearest edge of the word that a place stands in; a place between words stays. */
export function snapped(point: Point, edition: EditionText): Point {
  const text = edition.textOf(point.paragraph)?.text ?? '';
  const word = edition.wordsOf(text).find(([start, end]) => start < point.offset && point.offset < end);
  if (word === undefined) return point;
  const [start, end] = word;
  return { ...point, offset: point.offset - start < end - point.offset ? start : end };
}

/** The extent with one end somewhere else. Past the other end, the ends change places. */
export function withEnd(extent: Extent, end: 'start' | 'end', point: Point, edition: EditionText): Extent {
  const fixed = end === 'start' ? extent.end : extent.start;
  return compare(fixed, point, edition) <= 0 ? { start: fixed, end: point } : { start: point, end: fixed };
}

/**
 * The extent with one end moved by a word, over the paragraph's edge where it has to; `null` when there is no further word or
 * nothing would be left.
 */
export function byWord(extent: Extent, end: 'start' | 'end', direction: 1 | -1, edition: EditionText): Extent | null {
  const point = wordEdge(extent[end], end, direction, edition);
  if (point === null) return null;
  const next = { ...extent, [end]: point };
  return compare(next.start, next.end, edition) < 0 ? next : null;
}

/** The next place at which a word begins (`start`) or ends (`end`). */
function wordEdge(from: Point, edge: 'start' | 'end', direction: 1 | -1, edition: EditionText): Point | null {
  const place = edition.placeOf(from.paragraph);
  if (place === null) return null;
  for (let at = place; at >= 0 && at < edition.paragraphs.length; at += direction) {
    const id = edition.paragraphs[at];
    const paragraph = id === undefined ? null : edition.textOf(id);
    if (id === undefined || paragraph === null) return null;
    const edges = edition.wordsOf(paragraph.text).map(([start, end]) => (edge === 'start' ? start : end));
    const beyond =
      at !== place ? edges : edges.filter((offset) => (direction === 1 ? offset > from.offset : offset < from.offset));
    const offset = direction === 1 ? beyond[0] : beyond.at(-1);
    if (offset !== undefined) return { paragraph: id, offset };
  }
  return null;
}

function compare(a: Point, b: Point, edition: EditionText): number {
  const places = (edition.placeOf(a.paragraph) ?? 0) - (edition.placeOf(b.paragraph) ?? 0);
  return places || a.offset - b.offset;
}
