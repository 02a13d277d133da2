import type { Target } from '#core/records/annotation.ts';
import { approximations } from '#core/text/approximate.ts';
import { similarity } from '#core/text/distance.ts';

export interface Place {
  start: number;
  end: number;
  /** At its offsets; elsewhere, found by its quote; or found by words much like the quote. */
  how: 'exact' | 'quote' | 'similar';
}

type Selector = Pick<Target, 'start' | 'end' | 'quote'>;

/** What a place must reach to count; see rules T3 and T4 of `docs/spec/anchoring.md`. */
const floor = {
  /** A single occurrence of a quote this long needs no context. */
  aloneLength: 12,
  context: 0.4,
  similarity: 0.75,
  /** A similar quote this long needs no context. */
  similarLength: 32,
} as const;

/** Where a target stands in its paragraph's text; `null`: lost. Rules T1 to T5 of `docs/spec/anchoring.md`. */
export function resolve(target: Selector, text: string): Place | null {
  const { start, end, quote } = target;
  if (quote.exact === '') return null;
  if (text.slice(start, end) === quote.exact) return { start, end, how: 'exact' };
  return byQuote(target, text) ?? bySimilarity(target, text);
}

function byQuote(target: Selector, text: string): Place | null {
  const { exact } = target.quote;
  const places: Place[] = [];
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    places.push({ start: at, end: at + exact.length, how: 'quote' });
  }

  const best = mostLikely(places, target, text);
  if (best === null) return null;
  const alone = places.length === 1 && exact.length >= floor.aloneLength;
  return alone || best.context >= floor.context ? best.place : null;
}

function bySimilarity(target: Selector, text: string): Place | null {
  const { exact } = target.quote;
  const found = approximations(text, exact, Math.floor(exact.length * (1 - floor.similarity)));
  const places = found.map(({ start, end }): Place => ({ start, end, how: 'similar' }));
  const best = mostLikely(places, target, text);
  if (best === null) return null;
  const enough = best.context >= floor.context || exact.length >= floor.similarLength;
  return enough ? best.place : null;
}

/** The place whose surroundings are most like the quote's; of equals, the nearest to the target's offsets. */
function mostLikely(
  places: readonly Place[],
  target: Selector,
  text: string,
): { place: Place; context: number } | null {
  let best: { place: Place; context: number } | null = null;
  for (const place of places) {
    const context = contextLikeness(place, target, text);
    const nearer = best !== null && Math.abs(place.start - target.start) < Math.abs(best.place.start - target.start);
    if (best === null || context > best.context || (context === best.context && nearer)) best = { place, context };
  }
  return best;
}

/** 0 to 1: how alike the text around a place and the quote's prefix and suffix are. */
function contextLikeness(place: Place, { quote: { prefix, suffix } }: Selector, text: string): number {
  // A quote that was the whole paragraph is like nothing but a whole paragraph.
  if (prefix === '' && suffix === '') return place.start === 0 && place.end === text.length ? 1 : 0;
  const before = text.slice(Math.max(0, place.start - prefix.length), place.start);
  const after = text.slice(place.end, place.end + suffix.length);
  const length = prefix.length + suffix.length;
  return (similarity(before, prefix) * prefix.length + similarity(after, suffix) * suffix.length) / length;
}
