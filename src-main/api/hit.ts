import type { Paragraph } from '#core/records/paragraph.ts';
import type { TextRange } from '#core/text/range.ts';
import type { Hit } from './shapes.ts';

/** Hits that are answered in full; the rest are only counted. */
export const mostHits = 1000;
/** Code units of the text on either side of a hit. */
const margin = 60;

/** A hit with what stands around it. The excerpt does not cut a character in two. */
export function hitAt(paragraph: Paragraph, [start, end]: TextRange): Hit {
  const { text } = paragraph;
  let from = Math.max(0, start - margin);
  let to = Math.min(text.length, end + margin);
  if (from > 0 && isSecondHalf(text, from)) from += 1;
  if (to < text.length && isSecondHalf(text, to)) to -= 1;
  return {
    edition: paragraph.edition,
    paragraph: paragraph.id,
    start,
    end,
    excerpt: text.slice(from, to),
    at: start - from,
  };
}

/** Does a cut before the code unit at `at` part a surrogate pair? */
function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
