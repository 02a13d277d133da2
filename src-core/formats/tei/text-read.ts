import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import type { ImportedBlock, ImportedSection } from '../imported.ts';
import { languageTagOf } from '../language-tag.ts';
import { type Markup, RunningText } from '../running-text.ts';
import { SegmentText } from '../units/segment-text.ts';
import { keptNames } from './foreign.ts';
import { breaksParagraph, isOfPage, needsQuotes, pictureOf, referenceTo, typeOf } from './shapes.ts';
import { breaking, dropped, flat, inDivision, markupOf, paragraphs } from './elements.ts';

/** What is known of the place in the text. */
interface Context {
  readonly type: ImportedBlock['type'];
  /** How many divisions it stands in. */
  readonly depth: number;
  readonly preserve: boolean;
  /** In a cell of a table, whose paragraphs are one. */
  readonly cell?: true;
}

/** Where a sentence (`<s>`) stands: in which block, and there from where to where, in UTF-16 code units. */
export interface TeiSentence {
  readonly element: XmlElement;
  /** `null` for one without text. */
  readonly block: number | null;
  readonly start: number;
  readonly end: number;
}

/** Reads a `<text>` or a division into blocks, and remembers in which block each id stands. */
export class TeiText {
  readonly blocks: ImportedBlock[] = [];
  /** Every `<s>` in the order of the text. */
  readonly sentences: TeiSentence[] = [];
  /** By `xml:id`, the number of the block; of elements with several blocks all of them. */
  readonly ids = new Map<string, number[]>();
  /** By the number of a block, what it is said to correspond to. */
  readonly corresp: { block: number; to: string[] }[] = [];
  readonly #findings: Findings;
  #running = new RunningText();
  #exact: SegmentText | null = null;
  #lines = false;
  /** Ids that the next block has, and what it corresponds to. */
  #waiting: string[] = [];
  #waitingFor: string[] = [];
  #section: ImportedSection | null = null;
  #notes: { element: XmlElement; key: string }[] = [];
  #noteCount = 0;
  #attributes: Record<string, string> = {};
  /** Ids of notes that references lead to. */
  #noteIds: ReadonlySet<string> = new Set();
  /** What stands before the item of a list that begins with the next block. */
  #bullet = '';
  #last = '';
  /** Sentences of the block that is being read. */
  #open: Omit<TeiSentence, 'block'>[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  read(element: XmlElement): void {
    const ids = descendantsOf(element, 'note').map(({ attributes }) => attributes.get('id') ?? '');
    this.#noteIds = new Set(ids.filter((id) => id !== ''));
    this.#children(element, { type: 'text', depth: 0, preserve: isPreserved(element, false) });
    this.#end('text');
  }

  #children(element: XmlElement, context: Context): void {
    for (const child of element.children) {
      if (typeof child === 'string') {
        if (child.trim() !== '') this.#add(child, [], context, element.line);
      } else this.#block(child, context);
    }
  }

  #block(element: XmlElement, outer: Context): void {
    const { name } = element;
    const context = { ...outer, preserve: isPreserved(element, outer.preserve) };
    if (this.#isLeftOut(element)) return;
    if (name === 'head') this.#head(element, context);
    else if (name === 'lg') this.#verse(element, context);
    else if (name === 'table') this.#table(element, context);
    else if (name === 'list') this.#list(element, context);
    else if (name === 'figure') this.#figure(element, context);
    else if (inDivision.has(name)) {
      this.#end(context.type);
      this.#note(element);
      const depth = /^div\d?$/u.test(name) ? context.depth + 1 : context.depth;
      const type =
        context.type === 'text' && (name === 'quote' || name === 'cit' || name === 'epigraph') ? 'quote' : context.type;
      this.#within(element, () =>
        this.#children(element, { ...context, depth, type: name === 'note' ? 'note' : type }),
      );
      this.#end(type);
    } else if (name === 'quote' || name === 'q' || name === 'note') this.#mixed(element, context);
    else if (paragraphs.has(name)) this.#paragraph(element, context, typeOf(element, context.type));
    else this.#inline(element, [], context);
  }

  /** A quotation or a note: with paragraphs in it, or a paragraph itself. */
  #mixed(element: XmlElement, context: Context): void {
    const type = element.name === 'note' ? 'note' : context.type === 'note' ? 'note' : 'quote';
    const hasBlocks = childrenOf(element, 'p', 'ab', 'lg', 'quote', 'list', 'div').length > 0;
    if (!hasBlocks) {
      this.#paragraph(element, context, type);
      return;
    }
    this.#end(context.type);
    this.#note(element);
    this.#within(element, () => this.#children(element, { ...context, type }));
    this.#end(type);
  }

  #list(element: XmlElement, context: Context): void {
    this.#end(context.type);
    this.#note(element);
    const said = `${element.attributes.get('type') ?? ''} ${element.attributes.get('rend') ?? ''}`;
    let number = /\b(?:ordered|numbered)/iu.test(said) ? 1 : null;
    this.#within(element, () => {
      for (const child of element.children) {
        if (typeof child === 'string') continue;
        if (child.name === 'item') {
          const label = child.attributes.get('n');
          this.#bullet = label !== undefined ? `${label} ` : number === null ? '• ' : `${String(number)}. `;
          if (number !== null) number += 1;
          this.#paragraph(child, context, typeOf(child, context.type));
          this.#bullet = '';
        } else this.#block(child, context);
      }
    });
  }

  /** A mark in the place of a picture, with what is said of it, and its title as a paragraph. */
  #figure(element: XmlElement, context: Context): void {
    this.#end(context.type);
    this.#note(element);
    this.#picture(element, [], context);
    this.#end(context.type);
    for (const child of childrenOf(element, 'head', 'p', 'ab', 'lg', 'floatingText')) {
      if (child.name === 'head') this.#paragraph(child, context, context.type);
      else this.#block(child, context);
    }
  }

  #picture(element: XmlElement, markup: readonly Markup[], context: Context): void {
    this.#findings.add('dropped', 'images-dropped', { place: { line: element.line } });
    this.#add(pictureOf(element), markup, context, element.line);
  }

  #paragraph(element: XmlElement, context: Context, type: ImportedBlock['type'], level?: number): void {
    this.#end(context.type);
    this.#note(element);
    this.#within(element, () => {
      if (element.name === 'item') this.#bullet ||= '• ';
      this.#run(element, [], { ...context, type });
      const own = /^level([1-6])$/u.exec(element.attributes.get('subtype') ?? '')?.[1];
      const isHeading = type === 'heading';
      this.#end(type, isHeading ? Number(own ?? level ?? Math.min(Math.max(context.depth, 1), 6)) : null);
    });
  }

  #head(element: XmlElement, context: Context): void {
    const kind = element.attributes.get('type');
    if (kind !== 'editorial' && kind !== 'title') {
      this.#paragraph(element, context, context.type === 'note' ? 'note' : 'heading');
      return;
    }
    const title = cleanText(textOf(element), this.#findings);
    const tag = languageTagOf(element.attributes.get('lang'));
    const before = this.#section;
    this.#section = {
      title: before?.title ?? title,
      level: before?.level ?? Math.min(Math.max(context.depth, 1), 6),
      titles: { ...before?.titles, ...(tag === null || title === '' ? {} : { [tag]: title }) },
      editorial: kind === 'editorial',
    };
  }

  /** Lines of a stanza; a poem of several has each for itself. */
  #verse(element: XmlElement, context: Context): void {
    if (childrenOf(element, 'lg').length > 0) {
      this.#end(context.type);
      this.#note(element);
      this.#within(element, () => this.#children(element, context));
      return;
    }
    this.#end(context.type);
    this.#note(element);
    this.#within(element, () => {
      const inner = { ...context, preserve: isPreserved(element, context.preserve) };
      for (const line of childrenOf(element, 'l', 'head')) {
        this.#note(line);
        if (this.#length() > 0) this.#breakLine();
        this.#within(line, () => this.#run(line, [], inner));
      }
      this.#lines = false;
      this.#end(context.type === 'note' ? 'note' : 'verse');
    });
  }

  #table(element: XmlElement, context: Context): void {
    this.#findings.add('guessed', 'table-as-rows', { place: { line: element.line } });
    for (const head of childrenOf(element, 'head')) this.#paragraph(head, context, context.type);
    for (const row of childrenOf(element, 'row')) {
      this.#end(context.type);
      this.#note(row);
      childrenOf(row, 'cell').forEach((cell, at) => {
        if (at > 0) this.#add(' | ', [], context, cell.line);
        this.#run(cell, [], { ...context, cell: true });
      });
      this.#end(context.type);
    }
  }

  #run(element: XmlElement, markup: readonly Markup[], context: Context): void {
    for (const child of element.children) {
      if (typeof child === 'string') this.#add(child, markup, context, element.line);
      else this.#inline(child, markup, context);
    }
  }

  #inline(element: XmlElement, markup: readonly Markup[], context: Context): void {
    if (this.#isLeftOut(element)) return;
    const { name, attributes } = element;
    if (context.cell !== true && breaksParagraph(element)) {
      this.#end(context.type);
      this.#block(element, context);
      this.#end(context.type);
      return;
    }
    this.#note(element);
    if (name === 'lb') this.#lineBreak(element, markup, context);
    else if (name === 'note') this.#footnote(element, markup, context);
    else if (name === 'choice') {
      const [best] = childrenOf(element, 'corr', 'reg', 'expan');
      const [other] = childrenOf(element, 'sic', 'orig', 'abbr', 'unclear');
      const chosen = best ?? other;
      if (chosen !== undefined) this.#run(chosen, markup, context);
    } else if (name === 'gap') this.#add('[…]', markup, context, element.line);
    else if (name === 'graphic' || name === 'figure') this.#picture(element, markup, context);
    else {
      const own = markupOf(name, attributes) ?? referenceTo(element, this.#noteIds);
      const isInCell = context.cell === true && breaking.has(name);
      if (isInCell) this.#add(' ', markup, context, element.line);
      if (name === 'ptr' && own !== null) this.#add('*', [...markup, own], context, element.line);
      if (own === null && !flat.has(name) && !isInCell) {
        this.#findings.add('dropped', 'element-unknown', { place: { line: element.line }, values: { element: name } });
      }
      const marks = needsQuotes(element, this.#last);
      if (marks) this.#add('“', markup, context, element.line);
      const start = this.#length();
      this.#run(element, own === null ? markup : [...markup, own], context);
      if (name === 's') this.#open.push({ element, start, end: this.#length() });
      if (marks) this.#add('”', markup, context, element.line);
      if (isInCell) this.#add(' ', markup, context, element.line);
    }
  }

  /** A line end that says of which line of a page or edition it is ends none of the text's lines. */
  #lineBreak(element: XmlElement, markup: readonly Markup[], context: Context): void {
    if (!isOfPage(element)) this.#breakLine();
    else if (element.attributes.get('break') !== 'no') this.#add(' ', markup, context, element.line);
  }

  /** A note in the middle of a text follows it as a block, and its number stands in its place. */
  #footnote(element: XmlElement, markup: readonly Markup[], context: Context): void {
    this.#noteCount += 1;
    const key = element.attributes.get('id') ?? `note ${String(this.#noteCount)}`;
    const label = cleanText(element.attributes.get('n') ?? '', this.#findings).trim();
    this.#add(
      label === '' ? String(this.#noteCount) : label,
      [...markup, { type: 'note', note: key }],
      context,
      element.line,
    );
    this.#notes.push({ element, key });
  }

  #isLeftOut({ name, line }: XmlElement): boolean {
    if (!dropped.has(name)) return false;
    if (name === 'fw') this.#findings.add('dropped', 'running-heads-dropped', { place: { line } });
    if (name === 'del') this.#findings.add('dropped', 'changes-accepted', { place: { line } });
    return true;
  }

  #add(text: string, markup: readonly Markup[], { preserve }: Context, line: number): void {
    const clean = cleanText(text, this.#findings, { line });
    if (clean.trim() !== '') {
      this.#last = clean;
      const bullet = this.#bullet;
      this.#bullet = '';
      if (bullet !== '') this.#add(bullet, [], { type: 'text', depth: 0, preserve }, line);
    }
    if (!preserve) {
      this.#running.add(clean, markup);
      return;
    }
    this.#exact ??= new SegmentText(true);
    const start = this.#exact.length;
    this.#exact.add(clean);
    for (const one of markup) this.#exact.mark(one, start);
  }

  #breakLine(): void {
    this.#lines = true;
    if (this.#exact === null) this.#running.breakLine();
    else this.#exact.add('\n');
  }

  #length(): number {
    return this.#running.length + (this.#exact?.length ?? 0);
  }

  /** Names an element: what has no text yet names the block that comes next. */
  #note({ attributes, written }: XmlElement): void {
    const id = written?.attributes['xml:id'] ?? attributes.get('id');
    if (id !== undefined) this.#waiting.push(id);
    const to = attributes.get('corresp');
    if (to !== undefined) this.#waitingFor.push(...to.split(/\s+/u).filter(Boolean));
  }

  /** Does what an element holds; its id names all the blocks that came of it. */
  #within(element: XmlElement, read: () => void): void {
    const from = this.blocks.length;
    for (const [name, value] of element.attributes) if (keptNames.has(name)) this.#attributes[name] = value;
    read();
    const id = element.attributes.get('id');
    if (id === undefined || this.blocks.length - from < 2) return;
    this.ids.set(
      id,
      Array.from({ length: this.blocks.length - from }, (_, at) => from + at),
    );
  }

  #end(type: ImportedBlock['type'], level: number | null = null): void {
    const found = this.#exact === null ? this.#running.take() : (this.#exact.take()[0] ?? null);
    this.#exact = null;
    const attributes = this.#attributes;
    if (found !== null && found.text !== '') {
      const block = this.blocks.length;
      for (const id of this.#waiting) this.ids.set(id, [block]);
      if (this.#waitingFor.length > 0) this.corresp.push({ block, to: this.#waitingFor });
      const key = this.#waiting[0];
      const isVerse = type === 'text' && this.#lines;
      this.blocks.push({
        type: isVerse ? 'verse' : type,
        ...(level === null ? {} : { level }),
        text: found.text,
        marks: found.marks,
        ...(key === undefined ? {} : { key }),
        ...(this.#section === null ? {} : { section: this.#section }),
        ...(Object.keys(attributes).length === 0 ? {} : { foreign: { tei: { attributes } } }),
      });
      this.#section = null;
      this.#bullet = '';
      this.#waiting = [];
      this.#waitingFor = [];
      this.#attributes = {};
    }
    this.#placeSentences();
    this.#lines = false;
    const notes = this.#notes;
    this.#notes = [];
    for (const { element, key } of notes) this.#placedNote(element, key);
  }

  /** The sentences of the block that was just read. Space before a sentence is none of it. */
  #placeSentences(): void {
    const block = this.blocks.length - 1;
    const text = this.blocks[block]?.text ?? '';
    for (const { element, start, end } of this.#open) {
      const inner = text.slice(start, end);
      const isEmpty = end <= start || inner.trim() === '';
      const space = inner.length - inner.trimStart().length;
      this.sentences.push({ element, block: isEmpty ? null : block, start: start + space, end });
    }
    this.#open = [];
  }

  #placedNote(element: XmlElement, key: string): void {
    const before = this.blocks.length;
    this.#waiting.unshift(key);
    this.#mixed(element, { type: 'note', depth: 0, preserve: isPreserved(element, false) });
    if (this.blocks.length === before) this.#waiting = this.#waiting.filter((one) => one !== key);
  }
}

function isPreserved({ attributes }: XmlElement, outer: boolean): boolean {
  const said = attributes.get('space');
  return said === 'preserve' || (said !== 'default' && outer);
}
