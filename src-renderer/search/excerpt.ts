import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { transliterate } from '#core/language/scripts/transliterate.ts';
import type { Hit } from '#main/api/shapes.ts';

/** A hit with what stands around it, in three pieces. */
export interface Excerpt {
  before: string;
  hit: string;
  after: string;
}

/** Code units before the hit that are shown at most, so that the hit stands in the first line. */
const mostBefore = 32;

/** The excerpt of a hit, cut between words in front, with an ellipsis where the text goes on; in another script if asked. */
export function excerptOf({ excerpt: source, at: from, start, end }: Hit, scheme: SchemeId | null = null): Excerpt {
  const map = scheme === null ? null : transliterate(source, scheme);
  const excerpt = map?.text ?? source;
  const at = map?.fromSource(from) ?? from;
  const to = map?.fromSource(from + end - start) ?? from + end - start;
  const after = excerpt.slice(to);
  return {
    before: shortened(excerpt.slice(0, at), start > from),
    hit: excerpt.slice(at, to),
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
