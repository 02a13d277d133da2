import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { ImportedBlock } from '../imported.ts';
import { type Markup, RunningText } from '../running-text.ts';
import { webAddress } from '../web-address.ts';
import { headingLevel, type Styles } from './styles.ts';

/** What a paragraph stands in. */
interface Context {
  readonly note: boolean;
  /** The list around it: its style, how deep it is, the number of the next item. */
  readonly list: { readonly style: string | null; readonly level: number; next: number } | null;
}

/** Made from the text: contents, indexes of words and figures, lists of books. */
const indexes =
  /^(?:table-of-content|alphabetical-index|illustration-index|table-index|object-index|user-index|bibliography)$/u;
/** Elements around paragraphs that say nothing of the text. */
const wrappers = new Set(['section', 'list-item', 'list-header', 'text-box', 'index-body', 'numbered-paragraph', 'g']);
/** Elements that are no text, and what is told of them; `null` where it need not be told. */
const dropped: ReadonlyMap<string, 'scripts-dropped' | 'forms-dropped' | 'comments-dropped' | null> = new Map([
  ['forms', 'forms-dropped'],
  ['script', 'scripts-dropped'],
  ['scripts', null],
  ['annotation', 'comments-dropped'],
  ['annotation-end', null],
  ['sequence-decls', null],
  ['variable-decls', null],
  ['user-field-decls', null],
  ['number', null],
  ['soft-page-break', null],
  ['ruby-text', null],
  ['event-listeners', null],
]);
const boxes = new Set(['custom-shape', 'rect', 'ellipse', 'caption', 'text-box']);

/** Makes blocks of the body of an OpenDocument text (OASIS OpenDocument 1.3, part 3). Notes stand at the end. */
export class Body {
  readonly #styles: Styles;
  readonly #findings: Findings;
  readonly #text = new RunningText();
  readonly #blocks: ImportedBlock[] = [];
  readonly #notes: ImportedBlock[] = [];
  /** Frames and notes met in the paragraph that is open: they follow it. */
  #frames: XmlElement[] = [];
  #bodies: { readonly key: string; readonly body: XmlElement }[] = [];
  /** By level and style, the next number of a list that goes on further down. */
  readonly #numbers = new Map<string, number>();
  #counted = 0;
  #isBroken = false;

  constructor(styles: Styles, findings: Findings) {
    this.#styles = styles;
    this.#findings = findings;
  }

  /** @param body the element `office:text` */
  read(body: XmlElement): ImportedBlock[] {
    this.#inside(body, { note: false, list: null });
    for (let next = this.#bodies.shift(); next !== undefined; next = this.#bodies.shift()) this.#note(next);
    return [...this.#blocks, ...this.#notes];
  }

  #inside(element: XmlElement, context: Context): void {
    for (const child of element.children) if (typeof child !== 'string') this.#block(child, context);
  }

  #block(element: XmlElement, context: Context): void {
    const { name, line } = element;
    if (name === 'p' || name === 'h') this.#paragraph(element, context);
    else if (name === 'list') this.#list(element, context);
    else if (name === 'table') this.#table(element, context);
    else if (name === 'frame' || boxes.has(name)) this.#frame(element, context);
    else if (name === 'tracked-changes') {
      const count = childrenOf(element, 'changed-region').length;
      if (count > 0) this.#findings.add('guessed', 'changes-accepted', { place: { line } }, count);
    } else if (indexes.test(name)) this.#findings.add('dropped', 'furniture-dropped', { place: { line } });
    else if (wrappers.has(name)) this.#inside(element, context);
    else if (!this.#isDropped(element) && descendantsOf(element, 'p', 'h').length > 0) {
      this.#findings.add('guessed', 'element-unknown', {
        place: { line },
        values: { element: cleanText(name, this.#findings) },
      });
      this.#inside(element, context);
    }
  }

  #paragraph(element: XmlElement, { note, list }: Context): void {
    const kind = this.#styles.paragraph(element.attributes.get('style-name') ?? null);
    const outline = element.name === 'h' ? Number(element.attributes.get('outline-level') ?? 1) : null;
    const level = outline === null || !Number.isFinite(outline) ? kind.level : headingLevel(outline);
    const isHeading = level !== null && !note;
    if (!isHeading && list !== null) this.#text.add(this.#bullet(list), []);
    const before = this.#text.length;
    this.#run(element, []);
    const isEmpty = this.#text.length === before;
    const found = this.#text.take();
    const isVerse = this.#isBroken && kind.type === 'text' && found?.text.includes('\n') === true;
    this.#isBroken = false;
    if (found !== null && !isEmpty) {
      const type = note ? 'note' : isHeading ? 'heading' : isVerse ? 'verse' : kind.type === 'quote' ? 'quote' : 'text';
      this.#to(note).push({ type, ...(isHeading ? { level } : {}), ...found });
    }
    this.#framed({ note, list: null });
  }

  /** What is written in the frames that were met. */
  #framed(context: Context): void {
    const frames = this.#frames;
    this.#frames = [];
    for (const frame of frames) this.#inside(frame, context);
  }

  #to(note: boolean): ImportedBlock[] {
    return note ? this.#notes : this.#blocks;
  }

  #note({ key, body }: { key: string; body: XmlElement }): void {
    const before = this.#notes.length;
    this.#inside(body, { note: true, list: null });
    const first = this.#notes[before];
    if (first !== undefined) this.#notes[before] = { ...first, key };
  }

  #list(element: XmlElement, above: Context): void {
    const style = element.attributes.get('style-name') ?? above.list?.style ?? null;
    const level = (above.list?.level ?? 0) + 1;
    const counter = `${String(level)} ${style ?? ''}`;
    const goesOn = element.attributes.get('continue-numbering') === 'true';
    const list = { style, level, next: goesOn ? (this.#numbers.get(counter) ?? 1) : 1 };
    for (const item of childrenOf(element, 'list-header', 'list-item')) {
      const start = Number(item.attributes.get('start-value') ?? Number.NaN);
      if (Number.isInteger(start)) list.next = start;
      const isItem = item.name === 'list-item';
      let isFirst = true;
      for (const child of item.children) {
        if (typeof child === 'string') continue;
        const hasBullet = (isItem && isFirst) || child.name === 'list';
        this.#block(child, { ...above, list: hasBullet ? list : null });
        isFirst = false;
      }
    }
    this.#numbers.set(counter, list.next);
  }

  /** The mark of an item: its number, a point, or nothing where its list has none. */
  #bullet(list: NonNullable<Context['list']>): string {
    if (this.#styles.isNumbered(list.style, list.level) !== true) return '• ';
    list.next += 1;
    return `${String(list.next - 1)}. `;
  }

  /** A row of a table is a paragraph: what stands in its cells, one after the other. */
  #table(element: XmlElement, { note }: Context): void {
    for (const row of descendantsOf(element, 'table-row')) {
      this.#findings.add('guessed', 'table-as-rows');
      for (const cell of childrenOf(row, 'table-cell')) {
        if (this.#text.length > 0) this.#text.add(' | ', []);
        this.#cell(cell);
      }
      const found = this.#text.take();
      if (found !== null) this.#to(note).push({ type: note ? 'note' : 'text', ...found });
      this.#isBroken = false;
      this.#framed({ note, list: null });
    }
  }

  #cell(element: XmlElement): void {
    for (const paragraph of descendantsOf(element, 'p', 'h')) {
      this.#run(paragraph, []);
      this.#text.add(' ', []);
    }
  }

  #run(element: XmlElement, markup: readonly Markup[]): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#text.add(cleanText(child, this.#findings, { line: element.line }), markup);
      else this.#inline(child, markup);
    }
  }

  #inline(element: XmlElement, markup: readonly Markup[]): void {
    switch (element.name) {
      case 's':
      case 'tab':
        this.#text.add(' ', markup);
        break;
      case 'line-break':
        this.#isBroken = true;
        this.#text.breakLine();
        break;
      case 'span': {
        const style = this.#styles.text(element.attributes.get('style-name') ?? null);
        this.#run(element, style.length === 0 ? markup : [...markup, ...style]);
        break;
      }
      case 'a':
        this.#run(element, this.#linked(element, markup));
        break;
      case 'note':
        this.#reference(element);
        break;
      case 'frame':
        this.#picture(element, markup);
        break;
      default:
        if (boxes.has(element.name)) this.#frames.push(element);
        else if (!this.#isDropped(element)) this.#run(element, markup);
    }
  }

  #linked(element: XmlElement, markup: readonly Markup[]): readonly Markup[] {
    const href = element.attributes.get('href') ?? '';
    const address = webAddress(href);
    if (address !== null) return [...markup, { type: 'link', href: address }];
    if (href !== '' && !href.startsWith('#')) {
      const shown = cleanText(href.slice(0, 80), this.#findings);
      this.#findings.add('dropped', 'link-dropped', { place: { line: element.line }, values: { address: shown } });
    }
    return markup;
  }

  #reference(element: XmlElement): void {
    const [body] = childrenOf(element, 'note-body');
    if (body === undefined) return;
    this.#counted += 1;
    const key = `note-${String(this.#counted)}`;
    const [citation] = childrenOf(element, 'note-citation');
    const said = citation === undefined ? '' : cleanText(textOf(citation), this.#findings);
    this.#text.add(said === '' ? String(this.#counted) : said, [{ type: 'superscript' }, { type: 'note', note: key }]);
    this.#bodies.push({ key, body });
  }

  /** A frame between paragraphs. */
  #frame(element: XmlElement, context: Context): void {
    this.#picture(element, []);
    const found = this.#text.take();
    if (found !== null) this.#to(context.note).push({ type: context.note ? 'note' : 'text', ...found });
    this.#framed(context);
  }

  /** What is in a frame: a picture leaves its mark, what is written in a box follows the paragraph. */
  #picture(element: XmlElement, markup: readonly Markup[]): void {
    const texts = boxes.has(element.name) ? [element] : childrenOf(element, 'text-box');
    for (const box of texts) this.#frames.push(box);
    if (texts.length > 0 || childrenOf(element, 'image', 'object', 'object-ole', 'plugin').length === 0) return;
    this.#findings.add('dropped', 'images-dropped', { place: { line: element.line } });
    const [described] = [...childrenOf(element, 'title'), ...childrenOf(element, 'desc')];
    const words = described === undefined ? '' : cleanText(textOf(described), this.#findings).replace(/\s+/gu, ' ');
    this.#text.add(words === '' ? '[▫]' : `[▫ ${words}]`, markup);
  }

  #isDropped({ name, line }: XmlElement): boolean {
    const code = dropped.get(name);
    if (code === undefined) return false;
    if (code !== null) this.#findings.add('dropped', code, { place: { line } });
    return true;
  }
}
