import type { Element, Root } from 'hast';
import { elements } from './article.ts';
import { blocks, dropped } from './elements.ts';
import { textOf } from './notes.ts';
import { isLeaf } from './shapes.ts';

/** Letters of a paragraph with which the text of a page has begun. */
const proseLetters = 60;
/** Longest line of copyright, in UTF-16 code units. */
const longestLine = 200;
/** Elements that menus are in. */
const holders = new Set(['div', 'section', 'ul', 'ol', 'table', 'td', 'center']);

/** What is in an element with all that is in it. */
interface Size {
  letters: number;
  linked: number;
  /** Links to other pages. */
  links: number;
  /** Elements. */
  count: number;
}

/**
 * What stands around the text of a page that does not say where its article is: blocks of nothing but links to other pages before
 * its first heading and its first long paragraph, and a line of copyright behind its last. Lists of links further on may be the
 * article's own and stay.
 */
export function surroundings(root: Root | Element): ReadonlySet<Element> {
  const all = elements(root);
  const sizes = sizesOf(all);
  const ownLetters = (element: Element): number => {
    const { letters, linked } = sizes.get(element) ?? none;
    return letters - linked;
  };
  const isProse = (element: Element): boolean =>
    blocks.has(element.tagName) && ownLetters(element) >= proseLetters && isLeaf(element);
  const first = all.findIndex((element) => /^h[1-3]$/u.test(element.tagName) || isProse(element));
  const last = all.findLastIndex(isProse);
  const found = new Set<Element>();
  if (last < 0) return found;
  const prose = all.reduce((sum, element) => sum + (isProse(element) ? ownLetters(element) : 0), 0);
  all.forEach((element, at) => {
    const { letters, linked, links, count } = sizes.get(element) ?? none;
    const isBefore = at + count <= first && holders.has(element.tagName);
    if (isBefore && links > 1 && linked >= letters * 0.9 && letters * 3 <= prose) found.add(element);
    if (at > last && blocks.has(element.tagName) && isLeaf(element) && isCopyright(element)) found.add(element);
  });
  return found;
}

const none: Size = { letters: 0, linked: 0, links: 0, count: 1 };

/** From the last to the first, so that what is inside is known before what is around it. */
function sizesOf(all: readonly Element[]): ReadonlyMap<Element, Size> {
  const sizes = new Map<Element, Size>();
  for (const element of all.toReversed()) {
    const size = { ...none };
    for (const child of element.children) {
      if (child.type === 'text') size.letters += child.value.match(/\p{L}/gu)?.length ?? 0;
      const inside = child.type === 'element' ? sizes.get(child) : undefined;
      if (inside === undefined) continue;
      size.letters += inside.letters;
      size.linked += inside.linked;
      size.links += inside.links;
      size.count += inside.count;
    }
    const { href } = element.properties;
    // Links to places of the same page are contents or notes.
    if (element.tagName === 'a' && typeof href === 'string' && !href.startsWith('#')) {
      size.linked = size.letters;
      size.links += 1;
    }
    if (dropped.has(element.tagName)) size.letters = size.linked = size.links = 0;
    sizes.set(element, size);
  }
  return sizes;
}

function isCopyright(element: Element): boolean {
  const text = textOf(element).trim();
  return text.length <= longestLine && /^(?:©|\(c\)\s|copyright\b)/iu.test(text);
}
