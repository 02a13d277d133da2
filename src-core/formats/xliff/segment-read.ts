import type { XmlElement } from '#core/xml/tree.ts';
import { cleanText } from '../clean-text.ts';
import type { Findings } from '../findings.ts';
import { markupOf } from '../units/codes.ts';
import { type InlineCode, shownBy } from '../units/inline-codes.ts';
import { braced } from './braces.ts';
import { type SegmentPiece, SegmentText } from '../units/segment-text.ts';

/** A note's place or a highlight, as its marker describes it. */
export interface Marker {
  readonly attributes: ReadonlyMap<string, string>;
}

/** Reads the text of one side of a unit: all its segments, with what stands between them. Of either version of XLIFF. */
export class SideReader {
  readonly #text = new SegmentText();
  readonly #findings: Findings;
  /** Codes of the unit by the id of their data. */
  readonly #data: ReadonlyMap<string, string>;
  readonly #markers = new Map<string, Marker>();
  /** Where markers begin that end without holding their text (`<sm/>`). */
  readonly #open = new Map<string, number>();

  /** Whether codes stand in the text in braces, as Phrase writes them. */
  readonly #inBraces: boolean;

  constructor(findings: Findings, data: ReadonlyMap<string, string>, inBraces = false) {
    this.#findings = findings;
    this.#data = data;
    this.#inBraces = inBraces;
  }

  /** Adds what a `<source>` or `<target>` holds. */
  add(element: XmlElement): void {
    for (const child of element.children) {
      if (typeof child !== 'string') this.#inline(child);
      else if (this.#inBraces) this.#braced(cleanText(child, this.#findings, { line: element.line }));
      else this.#text.add(cleanText(child, this.#findings, { line: element.line }));
    }
  }

  #braced(text: string): void {
    for (const part of braced(text)) {
      if (part.kind === 'text') this.#text.add(part.text);
      else if (part.kind === 'placeholder') this.#inBrace('alone', part.name, `{${part.name}}`);
      else if (part.kind === 'open') {
        this.#text.open(part.name, part.markup);
        if (part.markup === null) this.#inBrace('open', part.name, `{${part.name}>`);
      } else if (!this.#text.close(part.name)) this.#inBrace('close', part.name, `<${part.name}}`);
    }
  }

  #inBrace(kind: InlineCode['kind'], name: string, content: string): void {
    const pair = kind === 'alone' ? '' : name;
    this.#text.code({ kind, pair, shown: '', element: 'brace', attributes: { id: name }, content });
  }

  #inline(element: XmlElement): void {
    const { name, attributes } = element;
    const id = attributes.get('id') ?? '';
    switch (name) {
      case 'pc':
      case 'g':
        this.#paired(element);
        break;
      case 'mrk':
        this.#marker(element, id);
        break;
      case 'sm':
        this.#open.set(id, this.#text.length);
        this.#markers.set(id, { attributes });
        break;
      case 'em':
        this.#end(attributes.get('startRef') ?? '');
        break;
      case 'sc':
      case 'bx':
      case 'bpt':
        this.#opened(element, attributes.get('rid') ?? id);
        break;
      case 'ec':
      case 'ex':
      case 'ept':
        this.#closed(element, attributes.get('startRef') ?? attributes.get('rid') ?? id);
        break;
      case 'it':
        this.#keep(element, /^(?:open|begin)$/u.test(attributes.get('pos') ?? '') ? 'open' : 'close', '');
        break;
      case 'cp':
        this.#character(attributes.get('hex') ?? '');
        break;
      default:
        this.#placeholder(element);
    }
  }

  #paired(element: XmlElement): void {
    const start = this.#text.length;
    const markup = this.#markup(element);
    const pair = element.attributes.get('id') ?? '';
    if (markup === null) this.#keep(element, 'open', pair);
    this.add(element);
    if (markup === null) this.#keep(element, 'close', pair);
    else this.#text.mark(markup, start);
  }

  #opened(element: XmlElement, name: string): void {
    const markup = this.#markup(element);
    this.#text.open(name, markup);
    if (markup === null) this.#keep(element, 'open', name);
  }

  #closed(element: XmlElement, name: string): void {
    if (!this.#text.close(name)) this.#keep(element, 'close', name);
  }

  /** Keeps a code that is no formatting. Only one that stands alone shows something in the text. */
  #keep(element: XmlElement, kind: InlineCode['kind'], pair: string): void {
    const attributes = Object.fromEntries(element.attributes);
    const aside = kind === 'close' ? this.#data.get(attributes['dataRefEnd'] ?? '') : undefined;
    const isEnd = kind === 'close' && element.name === 'pc';
    const content = this.#clean(aside ?? (isEnd ? '' : this.#code(element)), element);
    const said = attributes['disp'] ?? attributes['equiv'] ?? attributes['equiv-text'];
    const shown = kind === 'alone' ? this.#clean(shownBy(said, content), element) : '';
    this.#text.code({ kind, pair, shown, element: element.name, attributes, content });
  }

  #clean(text: string, { line }: XmlElement): string {
    return cleanText(text, this.#findings, { line });
  }

  #marker(element: XmlElement, id: string): void {
    const { attributes } = element;
    const start = this.#text.length;
    const kind = attributes.get('mtype') ?? '';
    if (kind === 'x-sdl-deleted' || kind === 'x-sdl-added') {
      this.#findings.add('guessed', 'changes-accepted', { place: { line: element.line } });
      if (kind === 'x-sdl-deleted') return;
    }
    this.add(element);
    const comment = attributes.get('cid');
    if (kind === 'x-sdl-comment' && comment !== undefined) {
      this.#text.span(comment, start);
      return;
    }
    // What marks a segment of XLIFF 1.2, or a part not to be translated, is no annotation.
    if (id === '' || !(attributes.has('ref') || attributes.has('annotation'))) return;
    this.#markers.set(id, { attributes });
    this.#text.span(id, start);
  }

  #end(id: string): void {
    const start = this.#open.get(id);
    this.#open.delete(id);
    if (start !== undefined) this.#text.span(id, start);
  }

  #character(hex: string): void {
    const code = /^[0-9A-Fa-f]{1,6}$/u.test(hex) ? Number.parseInt(hex, 16) : Number.NaN;
    if (code <= 0x10ffff) this.#text.add(cleanText(String.fromCodePoint(code), this.#findings));
  }

  #placeholder(element: XmlElement): void {
    const { attributes, line } = element;
    if (attributes.get('subType') === 'egiz:paragraph') {
      this.#text.endPiece();
      return;
    }
    const kind = attributes.get('subType') ?? attributes.get('ctype') ?? '';
    if (kind === 'xlf:lb' || kind === 'lb' || /^<br\s*\/?>$/iu.test(this.#code(element))) this.#text.add('\n');
    else if (attributes.get('type') === 'image' || kind === 'image') {
      this.#findings.add('dropped', 'images-dropped', { place: { line } });
      this.#text.add('[▫]');
    } else this.#keep(element, 'alone', '');
  }

  #markup(element: XmlElement): ReturnType<typeof markupOf> {
    const { attributes } = element;
    const code = this.#code(element);
    if (attributes.get('type') === 'link' && /^(?:https?:\/\/|#)/iu.test(code)) {
      if (!code.startsWith('#')) return { type: 'link', href: code };
      return attributes.get('subType') === 'egiz:note' ? { type: 'note', note: code.slice(1) } : null;
    }
    return markupOf(attributes.get('subType') ?? attributes.get('ctype'), code);
  }

  /** The code that an element stands for: kept aside by version 2, inside of it in version 1. */
  #code({ attributes, children, name }: XmlElement): string {
    const aside = this.#data.get(attributes.get('dataRefStart') ?? attributes.get('dataRef') ?? '');
    if (aside !== undefined) return aside.trim();
    if (name === 'g' || name === 'pc') return '';
    return children
      .filter((child) => typeof child === 'string')
      .join('')
      .trim();
  }

  /** The paragraphs of the side, and what its markers say. */
  take(): { pieces: SegmentPiece[]; markers: ReadonlyMap<string, Marker> } {
    return { pieces: this.#text.take(), markers: this.#markers };
  }
}
