import type { Node } from 'prosemirror-model';
import { EditorState } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { decorate } from './decorations.ts';
import { drawings, type Drawing } from './drawing.ts';
import { paragraphNode, schema } from './schema.ts';
import { shownParagraph, type ShownParagraph } from './script.ts';

/** The two columns of the view: `source` is left (in one column: above), `target` right. */
export type Side = 'source' | 'target';

/** A paragraph and its place in the grid of its spread. */
export interface Placed {
  paragraph: Paragraph;
  /** The place of its link in the arrangement. */
  link: number;
  row: number;
  span: number;
}

/** A place in the text: an offset of a paragraph's record in UTF-16 code units, whatever script it is shown in. */
export interface TextPoint {
  paragraph: string;
  offset: number;
}

/** The native handling of these is right for text that is only read; ProseMirror's is for text that is edited. */
const leaveToBrowser = [
  'mousedown',
  'touchstart',
  'touchmove',
  'dragstart',
  'copy',
  'focus',
  'blur',
  'contextmenu',
] as const;

/** Which end of a range a place in the page is: where one letter is shown as several, the range takes all of it. */
export type Edge = 'start' | 'end';

const columns = new WeakMap<Element, Column>();

/** The column that a paragraph's element stands in; `null` for one that stands elsewhere (while it is edited). */
export function columnOf(paragraph: Element): Column | null {
  return paragraph.parentElement === null ? null : (columns.get(paragraph.parentElement) ?? null);
}

/**
 * One edition's text of one spread: a read-only ProseMirror view whose root is a column of the spread's grid. Paragraphs
 * get their rows by node decorations, drawings are inline decorations; the document holds nothing but the records.
 *
 * The document may be in another script than the records. Offsets that come in and go out are the records': only here is
 * there anything else.
 */
export class Column {
  readonly dom: HTMLElement;
  readonly side: Side;
  readonly edition: string;
  /** The spread it is a column of. */
  readonly spread: number;
  #view: EditorView | null = null;
  #placed: readonly Placed[] = [];
  #scheme: SchemeId | null = null;
  /** By paragraph: its place in `#placed`, and the position where its text begins. */
  readonly #starts = new Map<string, { index: number; start: number }>();
  readonly #drawn = new Map<string, readonly Drawing[]>();
  readonly #hidden = new Set<string>();
  #decorations = DecorationSet.empty;

  /** `dom` becomes the root of the view and stays the caller's. */
  constructor(dom: HTMLElement, side: Side, edition: string, spread: number) {
    this.dom = dom;
    this.side = side;
    this.edition = edition;
    this.spread = spread;
    columns.set(dom, this);
  }

  get placed(): readonly Placed[] {
    return this.#placed;
  }

  /** The script the text is shown in; `null`: its own. */
  get scheme(): SchemeId | null {
    return this.#scheme;
  }

  /** Shows these paragraphs, in the order of the text, in a script. What has not changed is not drawn again. */
  show(placed: readonly Placed[], scheme: SchemeId | null): void {
    if (scheme !== this.#scheme) this.#drawn.clear();
    this.#scheme = scheme;
    const before = new Map(this.#placed.map((one) => [one.paragraph.id, one.paragraph]));
    this.#placed = placed;
    this.#starts.clear();
    let position = 0;
    for (const [index, { paragraph }] of placed.entries()) {
      this.#starts.set(paragraph.id, { index, start: position + 1 });
      position += this.#shown(paragraph).paragraph.text.length + 2;
      if (before.get(paragraph.id) !== paragraph) this.#drawn.delete(paragraph.id);
    }
    for (const id of this.#drawn.keys()) if (!this.#starts.has(id)) this.#drawn.delete(id);
    const doc = schema.node(
      'doc',
      null,
      placed.map(({ paragraph }) => paragraphNode(this.#shown(paragraph).paragraph)),
    );
    this.#decorations = this.#decorate(doc);
    this.#update(doc);
  }

  /** Draws the layers' drawings of these paragraphs again. Gives whether any of them is here. */
  redraw(paragraphs: ReadonlySet<string> | 'all'): boolean {
    if (paragraphs === 'all') this.#drawn.clear();
    else for (const id of paragraphs) this.#drawn.delete(id);
    if (this.#view === null || this.#drawn.size === this.#placed.length) return false;
    this.#decorations = this.#decorate(this.#view.state.doc);
    this.#view.updateState(this.#view.state);
    return true;
  }

  /** Hides a paragraph while something else stands in its place; its row stays. */
  hide(paragraph: string, hidden: boolean): void {
    if (hidden) this.#hidden.add(paragraph);
    else this.#hidden.delete(paragraph);
    if (this.#view === null) return;
    this.#decorations = this.#decorate(this.#view.state.doc);
    this.#view.updateState(this.#view.state);
  }

  has(paragraph: string): boolean {
    return this.#starts.has(paragraph);
  }

  /** The record of a paragraph of which the text is shown here. */
  paragraph(id: string): Paragraph | null {
    const at = this.#starts.get(id);
    return at === undefined ? null : (this.#placed[at.index]?.paragraph ?? null);
  }

  /** The element of a paragraph. */
  element(id: string): HTMLElement | null {
    const at = this.#starts.get(id);
    const child = at === undefined ? null : this.dom.children[at.index];
    return child instanceof HTMLElement ? child : null;
  }

  /** The place in the text of a place in the page; `null` when that is not in this column. */
  pointAt(node: globalThis.Node, offset: number, edge: Edge = 'start'): TextPoint | null {
    const at = this.#placeAt(node, offset);
    const paragraph = at === null ? null : this.paragraph(at.paragraph);
    const map = paragraph === null ? null : this.#shown(paragraph).map;
    if (at === null || map === null) return at;
    const [start, end] = map.sourceRange(at.offset, at.offset);
    return { ...at, offset: edge === 'start' ? start : end };
  }

  /** The place in what is shown, by an offset of the shown text. */
  #placeAt(node: globalThis.Node, offset: number): TextPoint | null {
    if (this.#view === null || !this.dom.contains(node)) return null;
    const { doc } = this.#view.state;
    const resolved = doc.resolve(Math.min(this.#view.posAtDOM(node, offset, -1), doc.content.size));
    if (resolved.depth > 0) return { paragraph: String(resolved.parent.attrs.id), offset: resolved.parentOffset };
    const { nodeAfter, nodeBefore } = resolved;
    if (nodeAfter !== null) return { paragraph: String(nodeAfter.attrs.id), offset: 0 };
    return nodeBefore === null ? null : { paragraph: String(nodeBefore.attrs.id), offset: nodeBefore.content.size };
  }

  /** The place in the page of a place in the text. */
  domAt({ paragraph: id, offset }: TextPoint, side: -1 | 1 = 1): { node: globalThis.Node; offset: number } | null {
    const at = this.#starts.get(id);
    const record = this.paragraph(id);
    if (at === undefined || record === null || this.#view === null) return null;
    const { paragraph, map } = this.#shown(record);
    const shown = map === null ? Math.min(offset, paragraph.text.length) : map.fromSource(offset);
    return this.#view.domAtPos(at.start + shown, side);
  }

  /** A range of a paragraph's text in the page. */
  range(paragraph: string, start: number, end: number): Range | null {
    const from = this.domAt({ paragraph, offset: start }, 1);
    const to = this.domAt({ paragraph, offset: end }, -1);
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  destroy(): void {
    this.#view?.destroy();
    this.#view = null;
  }

  #shown(paragraph: Paragraph): ShownParagraph {
    return shownParagraph(paragraph, this.#scheme);
  }

  #decorate(doc: Node): DecorationSet {
    const decorations: Decoration[] = [];
    for (const { paragraph, link, row, span } of this.#placed) {
      const start = this.#starts.get(paragraph.id)?.start ?? 1;
      const shown = this.#shown(paragraph);
      const { length } = shown.paragraph.text;
      decorations.push(
        Decoration.node(start - 1, start + length + 1, {
          // ProseMirror sets this through the CSSOM, which the Content-Security-Policy allows.
          style: `grid-row: ${String(row)} / span ${String(span)}`,
          'data-link': String(link),
          ...(this.#hidden.has(paragraph.id) ? { hidden: '' } : {}),
        }),
      );
      let drawn = this.#drawn.get(paragraph.id);
      if (drawn === undefined) {
        drawn = inScript(drawings(paragraph), shown);
        this.#drawn.set(paragraph.id, drawn);
      }
      decorations.push(...decorate(drawn, start, length));
    }
    return DecorationSet.create(doc, decorations);
  }

  #update(doc: Node): void {
    if (this.#view !== null) {
      this.#view.updateState(EditorState.create({ doc }));
      return;
    }
    this.#view = new EditorView(
      { mount: this.dom },
      {
        state: EditorState.create({ doc }),
        editable: () => false,
        decorations: () => this.#decorations,
        // The page's own selection is the selection here. ProseMirror follows it: one that it had not followed (made by a
        // script or an assistive tool, with no pointer) it would put back to where its state has it.
        dispatchTransaction: (transaction) => {
          if (!transaction.docChanged) this.#view?.updateState(this.#view.state.apply(transaction));
        },
        handleDOMEvents: Object.fromEntries(leaveToBrowser.map((event) => [event, () => true])),
      },
    );
  }
}

/** Drawings over a record's text as drawings over what is shown. */
function inScript(drawn: readonly Drawing[], { map }: ShownParagraph): readonly Drawing[] {
  if (map === null) return drawn;
  return drawn.map((one) => ({ ...one, start: map.fromSource(one.start), end: map.fromSource(one.end) }));
}
