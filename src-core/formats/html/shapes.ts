import type { Element, RootContent } from 'hast';
import { elements } from './article.ts';
import { blocks } from './elements.ts';
import { fragment, isNoteReference, isWayBack, namesOf, roles, textOf } from './notes.ts';

/** Whether an element is only the number of a page of a printed edition. */
export function isPageNumber(element: Element): boolean {
  if (roles(element).includes('pagebreak')) return true;
  return namesOf(element).some((name) => /^(?:x-ebookmaker-)?(?:pagenum|pageno|page-?number|pagebreak)s?$/u.test(name));
}

/** Whether an element holds lines of a poem, each an element of its own. */
export function isPoem(element: Element): boolean {
  return [...roles(element), ...namesOf(element)].some((name) =>
    /^(?:poem|poetry|verse|stanza|strophe|linegroup|z3998:(?:poem|verse|song))$/u.test(name),
  );
}

/** Whether an element of a poem is one of its lines: Project Gutenberg calls these `verse`, others so call a stanza. */
export function isVerseLine(element: Element): boolean {
  if (!isLeaf(element) || /^h[1-6]$/u.test(element.tagName)) return false;
  if (!isPoem(element)) return true;
  const hasBreak = elements(element).some(({ tagName }) => tagName === 'br');
  return namesOf(element).includes('verse') && !hasBreak;
}

/** Whether an element holds no other that begins a paragraph. */
export function isLeaf({ children }: Element): boolean {
  const waiting = [...children];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.type !== 'element') continue;
    if (blocks.has(next.tagName)) return false;
    for (const child of next.children) waiting.push(child);
  }
  return true;
}

const paragraphs = new Set(['p', 'blockquote', 'ul', 'ol', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Whether a table only lays out a page: a cell of it holds headings, tables or many paragraphs. */
export function isLayout(table: Element): boolean {
  const cells = elements(table).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  return cells.some((cell) => {
    const inside = elements(cell).filter(({ tagName }) => paragraphs.has(tagName));
    return inside.length > 3 || inside.some(({ tagName }) => /^(?:table|h[1-6])$/u.test(tagName)) || breaks(cell) > 3;
  });
}

/** Empty lines, as old pages part their paragraphs. */
function breaks(cell: Element): number {
  let found = 0;
  cell.children.forEach((child, at) => {
    const before = cell.children.slice(Math.max(0, at - 2), at).findLast(({ type }) => type === 'element');
    const isBreak = child.type === 'element' && child.tagName === 'br';
    if (isBreak && before?.type === 'element' && before.tagName === 'br') found += 1;
  });
  return found;
}

/** Fewer links are no contents. */
const fewestLinks = 3;

/**
 * Whether a list is contents or an index: all its words are links to other places of the same text. Notes are not.
 *
 * @param isInside whether an address leads to a place of the same text
 */
export function isContents(element: Element, isInside: (href: string) => boolean): boolean {
  if (element.tagName !== 'ul' && element.tagName !== 'ol' && element.tagName !== 'dl') return false;
  const links = elements(element).filter(({ tagName }) => tagName === 'a');
  return links.length >= fewestLinks && isAllLinks(element, links, isInside);
}

/** Paragraphs one after another that are contents, each a link to another place of the same text. */
export function contentsAmong(
  children: readonly RootContent[],
  isInside: (href: string) => boolean,
): ReadonlySet<Element> {
  const found = new Set<Element>();
  let run: Element[] = [];
  const end = (): void => {
    if (run.length >= fewestLinks) for (const element of run) found.add(element);
    run = [];
  };
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    const isLink =
      child.type === 'element' &&
      child.tagName === 'p' &&
      isAllLinks(child, elements(child).filter(isLinked), isInside);
    if (isLink) run.push(child);
    else end();
  }
  end();
  return found;
}

function isLinked({ tagName }: Element): boolean {
  return tagName === 'a';
}

function isAllLinks(element: Element, links: readonly Element[], isInside: (href: string) => boolean): boolean {
  const inside = links.filter(({ properties: { href } }) => typeof href === 'string' && isInside(href));
  if (inside.length === 0 || links.length > inside.length + anchors(links)) return false;
  if (inside.some((link) => isNoteReference(link) || isWayBack(link))) return false;
  const letters = (text: string): number => text.replace(/[\s\d.…]+/gu, '').length;
  const linked = inside.reduce((sum, link) => sum + letters(textOf(link)), 0);
  return linked > 0 && linked >= letters(textOf(element)) * 0.9;
}

/** Links that lead nowhere, but name a place. */
function anchors(links: readonly Element[]): number {
  return links.filter(({ properties }) => properties.href === undefined).length;
}

/** Whether an address leads to a place of the same page. */
export function isOnPage(href: string): boolean {
  return href.startsWith('#') && (fragment(href) ?? '') !== '';
}
