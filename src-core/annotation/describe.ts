import type { Target } from '#core/records/annotation.ts';
import type { Paragraph } from '#core/records/paragraph.ts';

/** How much of the text before and after a quote is kept, in UTF-16 code units. */
const contextLength = 32;

/**
 * The target of a range of a paragraph: its quote, with up to 32 code units before and after. A range that would split a
 * surrogate pair is widened to hold the pair; context is cut short of one. Throws a RangeError unless 0 <= start < end <=
 * the text's length.
 */
export function describe(paragraph: Pick<Paragraph, 'id' | 'edition' | 'text'>, start: number, end: number): Target {
  const { text } = paragraph;
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No range ${start} to ${end} in paragraph ${paragraph.id} of ${text.length} code units`);
  }

  const from = splitsPair(text, start) ? start - 1 : start;
  const to = splitsPair(text, end) ? end + 1 : end;
  const before = Math.max(0, from - contextLength);
  const after = Math.min(text.length, to + contextLength);
  return {
    edition: paragraph.edition,
    paragraph: paragraph.id,
    start: from,
    end: to,
    quote: {
      exact: text.slice(from, to),
      prefix: text.slice(splitsPair(text, before) ? before + 1 : before, from),
      suffix: text.slice(to, splitsPair(text, after) ? after - 1 : after),
    },
  };
}

/** Whether `offset` stands between the halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
