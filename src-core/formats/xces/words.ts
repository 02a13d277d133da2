import { textOf, type XmlElement } from '#core/xml/tree.ts';
import type { Findings } from '../findings.ts';

/** Signs that no space stands before, and such that none stands behind. */
const closing = /^[.,;:!?…)\]}»”’%]+$/u;
const opening = /^[([{«“„‘¿¡]+$/u;
/** The same sign at the beginning and the end of what is said. */
const turning = /^["']$/u;

/**
 * What stands in a sentence, its words (`<w>`) joined to running text: corpora keep them apart, signs as well. Where one says that no
 * space follows (`SpaceAfter=No`), none does; else as signs commonly stand.
 */
export function joinedWords(
  children: readonly (XmlElement | string)[],
  { line }: XmlElement,
  findings: Findings,
): (XmlElement | string)[] {
  const words = wordsIn(children);
  if (words.length === 0) return [...children];
  findings.add('guessed', 'words-joined', { place: { line } });
  let text = '';
  let glued = true;
  const open = new Set<string>();
  for (const word of words) {
    const sign = textOf(word);
    if (sign === '') continue;
    const ends = turning.test(sign) && open.has(sign);
    const begins = opening.test(sign) || (turning.test(sign) && !ends);
    text += glued || closing.test(sign) || ends ? sign : ` ${sign}`;
    if (ends) open.delete(sign);
    else if (turning.test(sign)) open.add(sign);
    glued = begins || isGlued(word);
  }
  return [text];
}

function wordsIn(children: readonly (XmlElement | string)[]): XmlElement[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name.toLowerCase() === 'w' || child.name.toLowerCase() === 'pc' ? [child] : wordsIn(child.children);
  });
}

function isGlued({ attributes }: XmlElement): boolean {
  return /\bSpaceAfter=No\b/u.test(attributes.get('misc') ?? '') || attributes.get('join') === 'right';
}
