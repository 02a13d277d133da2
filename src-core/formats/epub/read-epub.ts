import type { Element, Root } from 'hast';
import { type Archive, resolved } from '../archive.ts';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import { Findings } from '../findings.ts';
import { elements } from '../html/article.ts';
import { fragment, idOf, roles, styleText, textOf } from '../html/notes.ts';
import { parseHtml } from '../html/read-html.ts';
import { Styles } from '../html/css.ts';
import { isContents, isOnPage } from '../html/shapes.ts';
import { inSection, toBlocks } from '../html/to-blocks.ts';
import type { Imported, ImportedBlock } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { withoutNoteLabels } from '../note-labels.ts';
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
  const styles = await stylesOf(archive, pages);
  const names = new Set(book.pages);
  const inPages = new Map([...titles].toReversed().map(([place, title]) => [place.split('#', 1)[0] ?? place, title]));
  const blocks: ImportedBlock[] = [];
  for (const { name, root } of pages) {
    if (name === book.contents?.name) continue;
    if (book.besides.get(name) === 'contents' && isList(name, root, names)) {
      findings.add('dropped', 'furniture-dropped', { values: { element: 'contents' } });
      continue;
    }
    const found = toBlocks(root, {
      findings,
      notes,
      ownKey: (id) => keyIn(name, id),
      keyOf: (href) => keyTo(name, href),
      isLeftOut: isPageFurniture,
      isInside: (href) => isOnPage(href) || names.has(resolved(name, href) ?? ''),
      styles,
      sections: titles,
    });
    const isBare = !found.some(({ type, section }) => type === 'heading' || section !== undefined);
    // Contents can lead to a place that is not there.
    const said = titles.get(name) ?? (isBare ? inPages.get(name) : undefined);
    const [first] = found;
    if (first === undefined || (isCover(found) && (name === book.pages[0] || book.besides.has(name)))) continue;
    const isTitled = found.slice(0, 3).some(({ type, section }) => type === 'heading' || section !== undefined);
    // One by one: a page has more paragraphs than a call can have arguments.
    for (const block of found) {
      blocks.push(block === first && said !== undefined && !isTitled ? inSection(block, said, undefined) : block);
    }
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
        blocks: withoutNoteLabels(blocks),
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

/** Style sheets that are read: a book has one or two, those of many chapters some dozens. */
const mostSheets = 100;

/** What the style sheets of a book say, those in its pages as well. One that is missing says nothing. */
async function stylesOf(archive: Archive, pages: readonly Page[]): Promise<Styles> {
  const styles = new Styles();
  const seen = new Set<string>();
  for (const { name, root } of pages) {
    for (const element of elements(root)) {
      const { rel, href } = element.properties;
      if (element.tagName === 'style') styles.add(styleText(element));
      if (element.tagName !== 'link' || !String(rel).includes('stylesheet') || typeof href !== 'string') continue;
      const sheet = resolved(name, href);
      if (sheet === null || seen.has(sheet) || seen.size >= mostSheets || !archive.names.has(sheet)) continue;
      seen.add(sheet);
      styles.add(await archive.text(sheet));
    }
  }
  return styles;
}

/** A page with nothing but pictures. */
function isCover(blocks: readonly ImportedBlock[]): boolean {
  return blocks.every(({ text }) => /^(?:\[▫[^\]]*\]\s*)+$/u.test(text));
}

/** Whether a page is a list of the book's pages, or what its guide calls contents is text. */
function isList(name: string, root: Root, names: ReadonlySet<string>): boolean {
  const inside = (href: string): boolean => isOnPage(href) || names.has(resolved(name, href) ?? '');
  if (elements(root).some((element) => isContents(element, inside))) return true;
  const links = elements(root).filter(({ tagName, properties }) => tagName === 'a' && properties.href !== undefined);
  const letters = (text: string): number => text.replace(/[\s\d.…]+/gu, '').length;
  const linked = links.reduce((sum, link) => sum + letters(textOf(link)), 0);
  const all = elements(root).find(({ tagName }) => tagName === 'body');
  return all !== undefined && links.length > 1 && linked * 2 >= letters(textOf(all));
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

/**
 * The notes that references of other pages lead to. A note stands after its reference: what leads forward is none. A number that
 * is not raised refers to a note only if a link leads back to it: contents have numbers, too.
 */
function notesElsewhere(pages: readonly Page[]): string[] {
  const places = new Map(pages.map(({ name }, at) => [name, at]));
  const back = new Set(
    pages.flatMap(({ name, root }) =>
      elements(root).flatMap(({ tagName, properties: { href } }) =>
        tagName === 'a' && typeof href === 'string' ? (keyTo(name, href) ?? []) : [],
      ),
    ),
  );
  return pages.flatMap(({ name, root }, at) => {
    const sure = new Set(references(root));
    return elements(root).flatMap((element) => {
      const { href } = element.properties;
      if (element.tagName !== 'a' || typeof href !== 'string') return [];
      const id = idOf(element);
      const isNumber = /^[[({]?(?:\d{1,4}|[*†‡§]{1,3})[\])}]?$/u.test(textOf(element).trim());
      if (!sure.has(element) && !(isNumber && id !== null && back.has(keyIn(name, id)))) return [];
      const key = keyTo(name, href);
      return key !== null && (places.get(resolved(name, href) ?? '') ?? -1) > at ? [key] : [];
    });
  });
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
