import { describe } from '#core/annotation/describe.ts';
import { resolve } from '#core/annotation/resolve.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { compareTexts, type RangeMap } from '#core/text/reanchor.ts';
import type { TextUpdate } from './update-text.ts';

/** An annotation of which some text is gone. */
export interface LostAnnotation {
  readonly id: string;
  /** The words that are gone. */
  readonly quote: string;
}

/** Code units of a quote that is known anywhere by its words alone. */
const longEnough = 12;

/** Paragraphs that became others, as texts joined by line breaks. */
interface Stretch {
  /** Where each old paragraph begins in the joined old text. */
  readonly starts: ReadonlyMap<string, number>;
  readonly now: readonly Paragraph[];
  readonly map: RangeMap;
}

/**
 * The annotations that move with the text of an edition, as pairs for a change's `updated`, and those that lose it. A target whose
 * text is gone from its paragraph is looked for by its whole quote in what was added or changed; where it stands there once, it
 * moves there.
 */
export function movedAnnotations(
  annotations: readonly Annotation[],
  update: TextUpdate,
): { updated: [Annotation, Annotation][]; lost: LostAnnotation[] } {
  const wanted = new Set(annotations.flatMap(({ targets }) => targets.map(({ paragraph }) => paragraph)));
  const stretches = stretchesOf(update, wanted);
  const texts = new Map(update.old.map((paragraph) => [paragraph.id, paragraph]));
  const fresh = freshParagraphs(update);
  const updated: [Annotation, Annotation][] = [];
  const lost: LostAnnotation[] = [];
  for (const from of annotations) {
    const targets = from.targets.flatMap((target): Target[] => {
      const before = texts.get(target.paragraph);
      const stretch = stretches.get(target.paragraph);
      if (before === undefined || stretch === undefined) return [target];
      const place = resolve(target, before.text);
      // One that was lost before stays as it is.
      if (place === null) return [target];
      const start = stretch.starts.get(before.id) ?? 0;
      const range = stretch.map([start + place.start, start + place.end]);
      const moved = range === null ? found(target, fresh) : inParagraphs(stretch.now, range);
      if (moved.length === 0) {
        lost.push({ id: from.id, quote: target.quote.exact });
        return [target];
      }
      return moved.map((one) => ({ ...target, ...one }));
    });
    if (JSON.stringify(targets) !== JSON.stringify(from.targets)) updated.push([from, { ...from, targets }]);
  }
  return { updated, lost };
}

/** By the id of each old paragraph that did not stay as it was, what it became; only of those that are asked for. */
function stretchesOf({ groups, old, now }: TextUpdate, wanted: ReadonlySet<string>): Map<string, Stretch> {
  const stretches = new Map<string, Stretch>();
  for (const group of groups) {
    const before = group.old.flatMap((at) => old[at] ?? []);
    const after = group.now.flatMap((at) => now[at] ?? []);
    if (!before.some(({ id }) => wanted.has(id))) continue;
    const isSame = before.length === after.length && before.every(({ text }, at) => text === after[at]?.text);
    if (isSame) continue;
    const starts = new Map<string, number>();
    let length = 0;
    for (const { id, text } of before) {
      starts.set(id, length);
      length += text.length + 1;
    }
    const map = compareTexts(joined(before), joined(after));
    for (const { id } of before) stretches.set(id, { starts, now: after, map });
  }
  return stretches;
}

function joined(paragraphs: readonly Paragraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n');
}

/** The targets of a range of joined paragraphs: one in each that it touches. */
function inParagraphs(paragraphs: readonly Paragraph[], [start, end]: readonly [number, number]): Target[] {
  let offset = 0;
  return paragraphs.flatMap((paragraph): Target[] => {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, paragraph.text.length);
    offset += paragraph.text.length + 1;
    return from < to ? [describe(paragraph, from, to)] : [];
  });
}

function freshParagraphs({ groups, old, now }: TextUpdate): Paragraph[] {
  return groups.flatMap((group) => {
    const before = new Set(group.old.map((at) => old[at]?.text));
    return group.now.flatMap((at) => {
      const paragraph = now[at];
      return paragraph === undefined || before.has(paragraph.text) ? [] : [paragraph];
    });
  });
}

function found({ quote }: Target, paragraphs: readonly Paragraph[]): Target[] {
  const { exact } = quote;
  if (exact.length < longEnough) return [];
  const places = paragraphs.flatMap((paragraph) => {
    const at = paragraph.text.indexOf(exact);
    if (at === -1) return [];
    const again = paragraph.text.includes(exact, at + 1);
    const target = describe(paragraph, at, at + exact.length);
    return again ? [target, target] : [target];
  });
  return places.length === 1 ? places : [];
}
