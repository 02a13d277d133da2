import type { Hit } from '#main/api/shapes.ts';

/** A hit with what stands around it, in three pieces. */
export interface Excerpt {
  before: string;
  hit: string;
  after: string;
}

/** Code units before the hit that are shown at most, so that the hit stands in the first line. */
const mostBefore = 32;

/** The excerpt of a hit, cut between words in front, with an ellipsis where the text goes on. */
export function excerptOf({ excerpt, at, start, end }: Hit): Excerpt {
  const after = excerpt.slice(at + end - start);
  return {
    before: shortened(excerpt.slice(0, at), start > at),
    hit: excerpt.slice(at, at + end - start),
    // An excerpt is cut after so many units of text, wherever that is.
    after: after.length >= 60 ? `${after.replace(/\s*\S*$/u, '')}…` : after,
  };
}

function shortened(before: string, goesOn: boolean): string {
  const text = before.replaceAll('\n', ' ');
  if (text.length <= mostBefore) return goesOn ? `…${text.replace(/^\S*\s+(?=\S)/u, '')}` : text;
  // One unit more, so that a word that just fits is known to be whole.
  const cut = text.slice(-mostBefore - 1);
  const space = cut.search(/\s/u);
  return `…${space < 0 || space === cut.length - 1 ? cut.slice(1) : cut.slice(space + 1)}`;
}
