import { FormatError } from './format-error.ts';

/** Lists and quotes inside each other that are followed. */
export const mostDepth = 100;
/** Signs of markup in one paragraph. Many of them cost the parser their square: 4,000 of the worst take a tenth of a second. */
const mostSigns = 4000;

/** What a line begins with where it is in a quote or a list. */
const container = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/uy;
/** A run of one sign of emphasis counts once, brackets each. */
const signs = /[[\]]|([*_~`|])\1*/gu;
/** A line that begins something new: another paragraph, or a row, each of which is parsed by itself. */
const fresh = /^[ \t]*(?:$|[#|>]|[-+*][ \t]|\d{1,9}[.)][ \t])/u;

/**
 * Refuses Markdown that no person wrote and that a parser would take hours for: containers nested without an end, thousands of
 * brackets or emphases in one paragraph.
 *
 * @throws FormatError too-large, with the line
 */
export function refuseEndlessMarkup(text: string): void {
  let count = 0;
  let number = 0;
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    number += 1;
    if (depthOf(line) > mostDepth) {
      throw new FormatError('too-large', `it is nested more than ${String(mostDepth)} deep`, { line: number });
    }
    if (fresh.test(line)) count = 0;
    for (const _ of line.matchAll(signs)) count += 1;
    if (count > mostSigns) {
      const message = `a paragraph has more than ${String(mostSigns)} brackets and signs of emphasis`;
      throw new FormatError('too-large', message, { line: number });
    }
  }
}

function depthOf(line: string): number {
  let depth = 0;
  container.lastIndex = 0;
  while (depth <= mostDepth && container.test(line)) depth += 1;
  return depth;
}
