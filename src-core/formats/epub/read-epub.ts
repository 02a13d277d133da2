import type { Element, Root } from 'hast';
import { type Archive, resolved } from '../archive.ts';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import { elements } from '../html/article.ts';
import { fragment, roles } from '../html/notes.ts';
import { parseHtml } from '../html/read-html.ts';
import { toBlocks } from '../html/to-blocks.ts';
import type { Imported, ImportedBlock } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { readContents } from './contents.ts';
import { readPackage } from './package.ts';

/** Characters of pages that are read: many times the longest book. */
const mostText = 64 * 1024 * 1024;

/**
 * Reads an EPUB 2 or 3: its pages in reading order, its contents as sections, its notes tied to their references also across
 * files. Pages are read as HTML is, so that a book with faulty XHTML can be read as well.
 *
 * @param progress told the share that is done, 0 to 1
 * @throws FormatError
 */
export async function readEpub(
  archive: Archive,
  progress: (share: number) => void = () => undefined,
): Promise<Imported> {
  const findings = new Findings();
  const book = await readPackage(archive);
  const titles = await readContents(archive, book, findings);
  const pages = await parsed(archive, book.pages, findings, progress);
  const notes = new Set(notesElsewhere(pages));
  const blocks: ImportedBlock[] = [];
  for (const { name, root } of pages) {
    if (name === book.contents?.name) continue;
    const found = toBlocks(root, {
      findings,
      notes,
      ownKey: (id) => keyIn(name, id),
      keyOf: (href) => keyTo(name, href),
      isLeftOut: isPageFurniture,
    });
    const said = titles.get(name);
    const [first, ...rest] = found;
    if (first === undefined) continue;
    const titled = said !== undefined && !found.slice(0, 3).some(({ type }) => type === 'heading');
    blocks.push(titled ? { ...first, section: said } : first, ...rest);
  }
  if (blocks.length === 0) throw new FormatError('empty', 'there is no text in it');
  const clean = (text: string | null): string | null => (text === null ? null : cleanText(text, findings));
  return {
    texts: [
      {
        title: clean(book.title),
        author: clean(book.author),
        translator: clean(book.translator),
        date: clean(book.date),
        language: languageTagOf(book.language),
        blocks,
        ...(book.identifier === null ? {} : { foreign: { epub: { identifier: clean(book.identifier) } } }),
      },
    ],
    links: [],
    findings: findings.list(),
  };
}

interface Page {
  readonly name: string;
  readonly root: Root;
}

async function parsed(
  archive: Archive,
  names: readonly string[],
  findings: Findings,
  progress: (share: number) => void,
): Promise<Page[]> {
  const pages: Page[] = [];
  let length = 0;
  for (const [at, name] of names.entries()) {
    const text = await archive.text(name);
    length += text.length;
    if (length > mostText) throw new FormatError('too-large', 'it has more text than any book', { entry: name });
    // An XML declaration would be a comment that the parser moves before the page.
    const root = parseHtml(text.replace(/^\uFEFF?\s*<\?xml[^>]{0,200}\?>/u, ''));
    if (!elements(root).some(({ tagName }) => tagName === 'body')) {
      findings.add('damaged', 'damaged', { place: { entry: name } });
    }
    pages.push({ name, root });
    progress((at + 1) / names.length);
  }
  return pages;
}

/** The name of an element of the book: ids are unique in their file only. */
function keyIn(page: string, id: string): string {
  return `${page}#${id}`;
}

/** The name of the element of the book that an address leads to; `null` when it leads to no element of the book. */
function keyTo(page: string, href: string): string | null {
  const id = fragment(href);
  const name = resolved(page, href);
  return id === null || name === null ? null : keyIn(name, id);
}

/** The notes that references of other pages lead to. A note stands after its reference: what leads forward is none. */
function notesElsewhere(pages: readonly Page[]): string[] {
  const places = new Map(pages.map(({ name }, at) => [name, at]));
  return pages.flatMap(({ name, root }, at) =>
    references(root).flatMap((element) => {
      const href = String(element.properties.href);
      const to = resolved(name, href);
      const key = keyTo(name, href);
      return key !== null && (places.get(to ?? '') ?? -1) > at ? [key] : [];
    }),
  );
}

/** Elements that refer to a note: by their role, or as a raised number. */
function references(root: Root): Element[] {
  const all = elements(root);
  const raised = new Set(all.filter(({ tagName }) => tagName === 'sup').flatMap((sup) => elements(sup)));
  return all.filter(
    (element) =>
      element.tagName === 'a' &&
      typeof element.properties.href === 'string' &&
      (roles(element).includes('noteref') ||
        raised.has(element) ||
        element.children.some((child) => child.type === 'element' && child.tagName === 'sup')),
  );
}

/** Numbers of printed pages, and the contents where they stand among the pages. */
function isPageFurniture(element: Element): boolean {
  const said = roles(element);
  return (
    said.includes('pagebreak') ||
    (element.tagName === 'nav' && said.some((role) => /^(toc|landmarks|page-list)$/u.test(role)))
  );
}
