import type { Element, ElementContent, Root, RootContent } from 'hast';
import { cleanText } from '../clean-text.ts';
import { FormatError } from '../format-error.ts';
import type { Findings } from '../findings.ts';
import type { ImportedBlock } from '../imported.ts';
import { type Markup, RunningText } from '../running-text.ts';
import { webAddress } from '../web-address.ts';
import { blocks, dropped, inline, pictures } from './elements.ts';
import { fragment, idOf, isNote, isNoteReference, isWayBack, noteIds } from './notes.ts';

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
}

/**
 * The paragraphs of a page. Nothing of its markup is kept but what a paragraph's type and marks say: headings and their levels,
 * block quotes, verse (lines parted by `<br>` or preformatted), notes tied to their references, emphasis, links to the web.
 *
 * @throws FormatError too-large when elements are nested too deep to be followed
 */
export function toBlocks(root: Root | Element, options: BlockOptions): ImportedBlock[] {
  return new Walk(root, options).run(root);
}

/** What is known of the place in the page. */
interface Context {
  readonly markup: readonly Markup[];
  readonly quote: boolean;
  readonly note: boolean;
  readonly preformatted: boolean;
  /** The list whose items stand here; `next` is the number of the next one, `null` where they are not numbered. */
  readonly list: { next: number | null };
  readonly depth: number;
}

class Walk {
  readonly #options: BlockOptions;
  readonly #notes: ReadonlySet<string>;
  readonly #blocks: ImportedBlock[] = [];
  readonly #text = new RunningText();
  /** What the block that is open is, beyond its text. */
  #type: ImportedBlock['type'] = 'text';
  #level: number | null = null;
  #lines = false;
  /** The key of the element that the next block begins. */
  #key: string | null = null;

  constructor(root: Root | Element, options: BlockOptions) {
    this.#options = options;
    const own = options.ownKey ?? ((id: string): string => id);
    this.#notes = new Set([...(options.notes ?? []), ...[...noteIds(root)].map(own)]);
  }

  run(root: Root | Element): ImportedBlock[] {
    this.#children(root.children, {
      markup: [],
      quote: false,
      note: false,
      preformatted: false,
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
    for (const child of children) {
      if (child.type === 'element') this.#element(child, context);
      else if (child.type === 'text') {
        // Here and not in the file: a character may have been written by its number.
        const text = cleanText(child.value, this.#options.findings);
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
      this.#text.breakLine();
      return;
    }
    if (pictures.has(tagName)) {
      this.#picture(element, above.markup);
      return;
    }
    const context = { ...above, depth: above.depth + 1 };
    if (tagName === 'tr') this.#row(element, context);
    else if (blocks.has(tagName)) this.#block(element, context);
    else {
      if (this.#text.length === 0) this.#key ??= this.#keyOf(element);
      const markup = this.#markupOf(element);
      this.#children(element.children, markup === null ? context : { ...context, markup: [...above.markup, markup] });
    }
  }

  #isDropped(element: Element): boolean {
    const { tagName, properties } = element;
    if (this.#options.isLeftOut?.(element) === true || isWayBack(element)) return true;
    if (properties['hidden'] !== undefined && properties['hidden'] !== false) return true;
    const code = dropped.get(tagName);
    if (code === undefined) return false;
    if (code !== null) this.#options.findings.add('dropped', code);
    return true;
  }

  #block(element: Element, context: Context): void {
    const { tagName } = element;
    this.#end();
    this.#key ??= this.#keyOf(element);
    const heading = /^h([1-6])$/u.exec(tagName);
    const note = context.note || isNote(element) || (this.#key !== null && this.#notes.has(this.#key));
    const inner = {
      ...context,
      note,
      quote: context.quote || tagName === 'blockquote',
      preformatted: context.preformatted || tagName === 'pre',
      list: listOf(element) ?? context.list,
    };
    this.#begin(heading === null ? null : Number(heading[1]), inner);
    if (tagName === 'li' && !note) this.#text.add(bullet(context.list), []);
    this.#children(element.children, inner);
    this.#end();
    this.#begin(null, context);
  }

  #begin(level: number | null, { note, quote, preformatted }: Context): void {
    this.#type = level !== null ? 'heading' : note ? 'note' : quote ? 'quote' : 'text';
    this.#level = level;
    this.#lines = preformatted;
  }

  /** Ends the block that is open; one without text leaves its key to the next. */
  #end(): void {
    const found = this.#text.take();
    if (found === null) return;
    const isVerse = this.#type === 'text' && this.#lines && found.text.includes('\n');
    this.#blocks.push({
      type: isVerse ? 'verse' : this.#type,
      ...(this.#level === null ? {} : { level: this.#level }),
      ...found,
      ...(this.#key === null ? {} : { key: this.#key }),
    });
    this.#key = null;
    this.#lines = false;
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
    const { alt } = element.properties;
    const words = typeof alt === 'string' ? cleanText(alt, this.#options.findings).replace(/\s+/gu, ' ').trim() : '';
    this.#text.add(words === '' ? '[▫]' : `[▫ ${words}]`, markup);
  }

  #keyOf(element: Element): string | null {
    const id = idOf(element);
    if (id === null) return null;
    return this.#options.ownKey?.(id) ?? id;
  }

  #markupOf(element: Element): Markup | null {
    const { tagName, properties } = element;
    const type = inline.get(tagName);
    if (type !== undefined) return { type };
    if (tagName !== 'a' || typeof properties.href !== 'string') return null;
    return this.#linkOf(element, properties.href);
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
