import type { Annotation, Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { compareTexts } from '#core/text/reanchor.ts';
import { describe } from './describe.ts';
import { resolve } from './resolve.ts';

/** What of a paragraph a target depends on. */
export type AnchorText = Pick<Paragraph, 'id' | 'edition' | 'text'>;

/**
 * The annotations that must change because a paragraph's text did, as `[from, to]` for a change's `updated`. A target whose
 * text is gone keeps its offsets and quote: it is lost (`resolve` answers null) until the text comes back.
 */
export function adjustTargets(
  annotations: readonly Annotation[],
  before: AnchorText,
  after: AnchorText,
): [from: Annotation, to: Annotation][] {
  if (before.text === after.text) return [];
  const map = compareTexts(before.text, after.text);
  const adjust = (target: Target): Target => {
    if (target.paragraph !== before.id) return target;
    const place = resolve(target, before.text);
    const range = place === null ? null : map([place.start, place.end]);
    return range === null ? target : { ...target, ...describe(after, ...range) };
  };
  return annotations.flatMap((from): [Annotation, Annotation][] => {
    const targets = from.targets.map(adjust);
    return targets.some((target, index) => !sameTarget(target, from.targets[index]))
      ? [[from, { ...from, targets }]]
      : [];
  });
}

function sameTarget(a: Target, b: Target | undefined): boolean {
  if (a === b) return true;
  return (
    b !== undefined &&
    a.start === b.start &&
    a.end === b.end &&
    a.quote.exact === b.quote.exact &&
    a.quote.prefix === b.quote.prefix &&
    a.quote.suffix === b.quote.suffix
  );
}
