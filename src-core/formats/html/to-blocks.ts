import type { Element, ElementContent, Root, RootContent } from 'hast';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import type { Findings } from '../findings.ts';
import type { ImportedBlock, ImportedSection } from '../imported.ts';
import { withGuessedHeadings } from '../headings.ts';
import { withContinuedNotes, withoutNoteLabels } from '../note-labels.ts';
import { type Markup, RunningText, shortened } from '../running-text.ts';
import { webAddress } from '../web-address.ts';
import { Styles } from './css.ts';
import { blocks, dropped, inline, pictures } from './elements.ts';
import { pictureWords, withAttributes } from './markup-of.ts';
import { fragment, idOf, isNote, isNoteReference, isWayBack, noteIds } from './notes.ts';
import { contentsAmong, isContents, isLayout, isOnPage, isPageNumber, isPoem, isVerseLine } from './shapes.ts';

/** Elements inside each other that are followed. A page that a person wrote has some dozens. */
const mostDepth = 400;

/** Rules for a source of HTML. */
export interface BlockOptions {
  readonly findings: Findings;
  /** Whether an element is left out with all that is in it; what is said of it is the caller's. */
  readonly isLeftOut?: (element: Element) => boolean;
  /**
   * The key of what an address inside the book leads to, `null` for an address outside. By default the part after `#`; a book
   * of several files names its own.
   */
  readonly keyOf?: (href: string) => string | null;
  /** The key of an element by its id. */
  readonly ownKey?: (id: string) => string;
  /** Keys of notes that other files of the same book refer to. */
  readonly notes?: ReadonlySet<string>;
  /** What style sheets say by classes. */
  readonly styles?: Styles;
  /** Sections that begin at elements, by their keys, as the contents of a book say. */
  readonly sections?: ReadonlyMap<string, ImportedSection>;
  /** Whether an address leads to a place of the same text, so that a list of such links is contents. */
  readonly isInside?: (href: string) => boolean;
}

/**
 * The paragraphs of a page. Nothing of its markup is kept but what a paragraph's type and marks say: headings and their levels,
 * block quotes, verse (lines parted by `<br>`, of a poem, or preformatted), notes tied to their references, emphasis, also where
 * only a style says so, links to the web.
 *
 * @throws FormatError too-large when elements are nested too deep to be followed
 */
export function toBlocks(root: Root | Element, options: BlockOptions): ImportedBlock[] {
  const walk = new Walk(root, options);
  const titled = withGuessedHeadings(walk.run(root), walk.centred, options.findings);
  return withoutNoteLabels(withContinuedNotes(titled));
}

/** What is known of the place in the page. */
interface Context {
  readonly markup: readonly Markup[];
  readonly quote: boolean;
  readonly note: boolean;
  readonly preformatted: boolean;
  readonly poem: boolean;
  readonly centred: boolean;
  /** The list whose items stand here; `next` is the number of the next one, `null` where they are not numbered. */
  readonly list: { next: number | null };
  readonly depth: number;
}

class Walk {
  /** Blocks that stand in the middle of the line. */
  readonly centred = new Set<ImportedBlock>();
  readonly #options: BlockOptions;
  readonly #notes: ReadonlySet<string>;
  readonly #blocks: ImportedBlock[] = [];
  readonly #text = new RunningText();
  readonly #styles: Styles;
  /** What the block that is open is, beyond its text. */
  #type: ImportedBlock['type'] = 'text';
  #level: number | null = null;
  #lines = false;
  /** The key of the element that the next block begins. */
  #key: string | null = null;
  /** The section that begins with the next block. */
  #section: ImportedSection | null = null;
  /** The mark of the item of a list that begins with the next block. */
  #bullet = '';
  /** A rule stood before the next block; line ends followed one another. */
  #rule = false;
  #isCentred = false;
  #breaks = 0;

  constructor(root: Root | Element, options: BlockOptions) {
    this.#options = options;
    const own = options.ownKey ?? ((id: string): string => id);
    this.#notes = new Set([...(options.notes ?? []), ...[...noteIds(root)].map(own)]);
    this.#styles = options.styles ?? new Styles();
  }

  run(root: Root | Element): ImportedBlock[] {
    this.#children(root.children, {
      markup: [],
      quote: false,
      note: false,
      preformatted: false,
      poem: false,
      centred: false,
      list: { next: null },
      depth: 0,
    });
    this.#end();
    return this.#blocks;
  }

  #children(children: readonly (RootContent | ElementContent)[], context: Context): void {
    if (context.depth > mostDepth) {
      throw new FormatError('too-large', `elements are nested more than ${mostDepth} deep`);
    }
    const contents = contentsAmong(children, this.#options.isInside ?? isOnPage);
    for (const child of children) {
      if (child.type === 'element' && contents.has(child)) this.#leftOut('contents');
      else if (child.type === 'element') this.#element(child, context);
      else if (child.type === 'text') {
        // Here and not in the file: a character may have been written by its number.
        const text = cleanText(child.value, this.#options.findings);
        if (this.#breaks > 0 && /\S/u.test(text)) this.#endLines(context);
        if (context.preformatted) this.#text.addAsIs(text, context.markup);
        else this.#text.add(text, context.markup);
      }
    }
  }

  #element(element: Element, above: Context): void {
    const { tagName } = element;
    if (this.#isDropped(element)) return;
    if (tagName === 'br') {
      this.#lines = true;
      this.#breaks += 1;
      this.#text.breakLine();
      return;
    }
    if (pictures.has(tagName)) {
      this.#picture(element, above.markup);
      return;
    }
    const context = { ...above, depth: above.depth + 1 };
    if (tagName === 'hr') {
      this.#end();
      this.#rule = true;
    } else if (tagName === 'tr' && !(above.list instanceof LayoutList)) this.#row(element, context);
    else if (blocks.has(tagName)) this.#block(element, context);
    else this.#inline(element, context);
  }

  #inline(element: Element, context: Context): void {
    if (this.#text.length === 0) this.#noted(element);
    const own = this.#markupOf(element);
    // A browser writes the marks of quotation that `<q>` stands for.
    if (element.tagName === 'q') this.#text.add('“', context.markup);
    const markup = withAttributes([...context.markup, ...own], this.#styles.of(element));
    this.#children(element.children, { ...context, markup });
    if (element.tagName === 'q') this.#text.add('”', context.markup);
  }

  /** Takes note of an element's id, and of the section that begins there. */
  #noted(element: Element): void {
    const key = this.#keyOf(element);
    if (key === null) return;
    // Of several places before a paragraph a note's counts, else the first.
    if (this.#key === null || (this.#notes.has(key) && !this.#notes.has(this.#key))) this.#key = key;
    this.#section = this.#options.sections?.get(key) ?? this.#section;
  }

  /** An empty line in the middle of a paragraph parts paragraphs: older pages have no others. */
  #endLines(context: Context): void {
    const isEmptyLine = this.#breaks > 1 && this.#text.length > 0 && !context.preformatted && !context.poem;
    this.#breaks = 0;
    if (!isEmptyLine) return;
    const [type, level] = [this.#type, this.#level];
    this.#end();
    [this.#type, this.#level] = [type, level];
  }

  #isDropped(element: Element): boolean {
    const { tagName, properties } = element;
    if (this.#options.isLeftOut?.(element) === true || isWayBack(element)) return true;
    if (properties['hidden'] !== undefined && properties['hidden'] !== false) return true;
    if (this.#styles.of(element).hidden === true) return true;
    const isInside = this.#options.isInside ?? isOnPage;
    const isFurniture = isPageNumber(element) || isContents(element, isInside);
    if (isFurniture) {
      this.#leftOut(isPageNumber(element) ? 'page number' : 'contents');
      return true;
    }
    const code = dropped.get(tagName);
    if (code === undefined) return false;
    if (code !== null) this.#options.findings.add('dropped', code);
    return true;
  }

  #leftOut(element: string): void {
    this.#options.findings.add('dropped', 'furniture-dropped', { values: { element } });
  }

  #block(element: Element, context: Context): void {
    const { tagName } = element;
    if (context.poem && isVerseLine(element)) {
      this.#poemLine(element, context);
      return;
    }
    this.#end();
    this.#noted(element);
    const heading = /^h([1-6])$/u.exec(tagName);
    const note = context.note || isNote(element) || (this.#key !== null && this.#notes.has(this.#key));
    const inner = {
      ...context,
      note,
      quote: context.quote || tagName === 'blockquote',
      preformatted: context.preformatted || tagName === 'pre',
      poem: context.poem || (isPoem(element) && tagName !== 'p'),
      centred: isCentred(element, this.#styles) ?? context.centred,
      list: tagName === 'table' && isLayout(element) ? new LayoutList() : (listOf(element) ?? context.list),
    };
    this.#begin(heading === null ? null : Number(heading[1]), inner);
    if (tagName === 'li' && !note) this.#bullet = bullet(context.list);
    this.#children(element.children, inner);
    this.#end();
    if (tagName === 'li') this.#bullet = '';
    this.#begin(null, context);
  }

  /** A line of a poem; one with line ends in it is a stanza. */
  #poemLine(element: Element, context: Context): void {
    const isStanza = element.children.some((child) => child.type === 'element' && child.tagName === 'br');
    if (isStanza) this.#end();
    this.#noted(element);
    this.#lines = true;
    this.#text.breakLine();
    this.#children(element.children, context);
    this.#breaks = 0;
    if (isStanza) this.#end();
    if (isStanza) this.#begin(null, context);
    else this.#text.breakLine();
  }

  #begin(level: number | null, { note, quote, preformatted, centred }: Context): void {
    this.#isCentred = centred;
    this.#type = level !== null ? 'heading' : note ? 'note' : quote ? 'quote' : 'text';
    this.#level = level;
    this.#lines = preformatted;
  }

  /** Ends the block that is open; one without text leaves its key to the next. */
  #end(): void {
    this.#breaks = 0;
    const found = this.#text.take();
    if (found === null) return;
    const isNoted = this.#key !== null && this.#notes.has(this.#key) && this.#type === 'text';
    const isVerse = !isNoted && this.#type === 'text' && this.#lines && found.text.includes('\n');
    const words = isVerse ? found : shortened(found, this.#bullet);
    const block: ImportedBlock = {
      type: isVerse ? 'verse' : isNoted ? 'note' : this.#type,
      ...(this.#level === null ? {} : { level: this.#level }),
      ...words,
      ...(this.#key === null ? {} : { key: this.#key }),
    };
    this.#ruled(block);
    const made = this.#section === null ? block : inSection(block, this.#section, this.#blocks.at(-1));
    if (this.#isCentred) this.centred.add(made);
    this.#blocks.push(made);
    this.#key = null;
    this.#section = null;
    this.#bullet = '';
    this.#lines = false;
  }

  /** A rule between two paragraphs parts scenes, and is a line of stars as in print; before headings and notes it is decoration. */
  #ruled({ type }: ImportedBlock): void {
    const before = this.#blocks.at(-1)?.type;
    const isScene = this.#rule && isProse(type) && before !== undefined && isProse(before);
    this.#rule = false;
    if (isScene) this.#blocks.push({ type: 'text', text: '* * *', marks: [] });
  }

  /** A row of a table is a paragraph: what stands in its cells, one after the other. */
  #row(element: Element, context: Context): void {
    this.#end();
    this.#begin(null, context);
    this.#options.findings.add('guessed', 'table-as-rows');
    let isFirst = true;
    for (const cell of element.children) {
      if (cell.type !== 'element' || this.#isDropped(cell)) continue;
      if (!isFirst && this.#text.length > 0) this.#text.add(' | ', []);
      isFirst = false;
      this.#cell(cell.children, context);
    }
    this.#end();
  }

  /** What is in a cell, with its paragraphs run together. */
  #cell(children: readonly ElementContent[], context: Context): void {
    for (const child of children) {
      if (child.type === 'element' && blocks.has(child.tagName) && !this.#isDropped(child)) {
        this.#text.add(' ', []);
        this.#cell(child.children, { ...context, depth: context.depth + 1 });
        this.#text.add(' ', []);
      } else this.#children([child], { ...context, depth: context.depth + 1 });
    }
  }

  #picture(element: Element, markup: readonly Markup[]): void {
    this.#options.findings.add('dropped', 'images-dropped');
    this.#text.add(pictureWords(element, this.#options.findings), markup);
  }

  #keyOf(element: Element): string | null {
    const id = idOf(element);
    if (id === null) return null;
    return this.#options.ownKey?.(id) ?? id;
  }

  #markupOf(element: Element): Markup[] {
    const { tagName, properties } = element;
    const type = inline.get(tagName);
    if (type !== undefined) return [{ type }];
    if (tagName !== 'a' || typeof properties.href !== 'string') return [];
    const link = this.#linkOf(element, properties.href);
    return link === null ? [] : [link];
  }

  #linkOf(element: Element, href: string): Markup | null {
    const address = webAddress(href);
    if (address !== null) return { type: 'link', href: address };
    const key = (this.#options.keyOf ?? fragment)(href);
    if (key !== null && (isNoteReference(element) || this.#notes.has(key))) return { type: 'note', note: key };
    // As a browser reads a scheme: controls before it and line ends in it count for nothing.
    const isInside = key !== null || !/^[a-z][a-z0-9+.-]*:/iu.test(href.replace(/[\p{Cc}\s]/gu, ''));
    if (isInside) return null;
    const shown = cleanText(href.slice(0, 80), this.#options.findings);
    this.#options.findings.add('dropped', 'link-dropped', { values: { address: shown } });
    return null;
  }
}

/** In a table that only lays out a page, whose rows are no paragraphs. */
class LayoutList {
  next: number | null = null;
}

/** Whether an element stands in the middle of the line; `null` where it does not say. */
function isCentred(element: Element, styles: Styles): boolean | null {
  const { align } = element.properties;
  if (element.tagName === 'center' || align === 'center') return true;
  return styles.of(element).centred ?? (typeof align === 'string' ? false : null);
}

function isProse(type: ImportedBlock['type']): boolean {
  return type === 'text' || type === 'verse' || type === 'quote';
}

/** A block with which a section of the contents begins; where it is its title, it is a heading. */
export function inSection(
  block: ImportedBlock,
  section: ImportedSection,
  before: ImportedBlock | undefined,
): ImportedBlock {
  if (block.type === 'heading' || before?.type === 'heading') return block;
  const same = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
  if (block.type !== 'text' || same(block.text) === '' || same(block.text) !== same(section.title)) {
    return { ...block, section };
  }
  const marks = block.marks.filter(({ type }) => type === 'note' || type === 'link');
  return { ...block, type: 'heading', level: Math.min(Math.max(section.level, 1), 6), marks };
}

/** The list that an element is, or `null`. */
function listOf({ tagName, properties }: Element): Context['list'] | null {
  if (tagName === 'ul' || tagName === 'menu') return { next: null };
  if (tagName !== 'ol') return null;
  return { next: typeof properties['start'] === 'number' ? properties['start'] : 1 };
}

/** The mark of the next item of a list. */
function bullet(list: Context['list']): string {
  if (list.next === null) return '• ';
  list.next += 1;
  return `${String(list.next - 1)}. `;
}
