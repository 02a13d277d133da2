import type { Element } from 'hast';
import { childrenOf, descendantsOf, textOf as xmlText, type XmlElement } from '#core/xml/tree.ts';
import { type Archive, resolved } from '../archive.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import { elements } from '../html/article.ts';
import { fragment, roles, textOf } from '../html/notes.ts';
import { parseHtml } from '../html/read-html.ts';
import type { Package } from './package.ts';
import { readPart } from './part.ts';

/**
 * The titles that a book's contents give its pages, and places in them (`page#id`), by their names; `level` from 1. The first of a
 * place counts.
 */
export type PageTitles = ReadonlyMap<string, { readonly title: string; readonly level: number }>;

/** Reads the contents of a book. Where they are missing or damaged there are none: the pages' own headings have to do. */
export async function readContents(archive: Archive, { contents }: Package, findings: Findings): Promise<PageTitles> {
  const titles = new Map<string, { title: string; level: number }>();
  if (contents === null) return titles;
  const add = (address: string, said: string, level: number): void => {
    const page = resolved(contents.name, address);
    const id = fragment(address);
    const name = page === null || id === null || id === '' ? page : `${page}#${id}`;
    const title = cleanText(said, findings, { entry: contents.name }).replace(/\s+/gu, ' ').trim();
    if (name !== null && title !== '' && !titles.has(name)) titles.set(name, { title, level });
  };
  try {
    if (contents.type === 'nav') fromNav(await archive.text(contents.name), add);
    else fromNcx(await readPart(archive, contents.name), 1, add);
  } catch {
    return titles;
  }
  return titles;
}

type Add = (address: string, title: string, level: number) => void;

function fromNav(text: string, add: Add): void {
  const navs = elements(parseHtml(text)).filter(({ tagName }) => tagName === 'nav');
  const toc = navs.find((nav) => roles(nav).includes('toc')) ?? navs[0];
  if (toc !== undefined) listed(toc, 0, add);
}

function listed(element: Element, level: number, add: Add): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a' && typeof child.properties.href === 'string') {
      add(child.properties.href, textOf(child), level);
    } else if (level < 20) listed(child, child.tagName === 'ol' || child.tagName === 'ul' ? level + 1 : level, add);
  }
}

function fromNcx(element: XmlElement, level: number, add: Add): void {
  for (const point of level === 1 ? descendantsOf(element, 'navPoint') : childrenOf(element, 'navPoint')) {
    const [content] = childrenOf(point, 'content');
    const [label] = childrenOf(point, 'navLabel');
    add(content?.attributes.get('src') ?? '', label === undefined ? '' : xmlText(label), level);
    fromNcx(point, level + 1, add);
  }
}
