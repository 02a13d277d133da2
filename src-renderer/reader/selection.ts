import { describe } from '#core/annotation/describe.ts';
import type { Target } from '#core/records/annotation.ts';
import type { Column, Edge, Side, TextPoint } from './column.ts';
import type { Columns } from './columns.ts';
import { readerView, type TextSelection } from './reader-state.ts';
import { shownParagraph } from './script.ts';

/** A part of a selection: `[start, end)` of a paragraph, in UTF-16 code units. */
interface Part {
  column: Column;
  paragraph: string;
  start: number;
  end: number;
}

/**
 * Follows the page's own selection and tells it as ranges of one edition in `readerView.selection`: that of the column in
 * which it began. It may cross paragraphs and spreads.
 */
export class Selecting {
  readonly #columns: Columns;
  readonly #root: HTMLElement;
  #dragging = false;
  /** Where the pointer is while it drags, in CSS pixels of the window. */
  #pointer: { x: number; y: number } | null = null;
  #frame: number | null = null;
  #parts: readonly Part[] = [];

  constructor(columns: Columns, root: HTMLElement) {
    this.#columns = columns;
    this.#root = root;
  }

  /** The spreads that hold the selection: they are needed as long as it stands. */
  get spreads(): number[] {
    const first = this.#parts[0]?.column.spread;
    const last = this.#parts.at(-1)?.column.spread;
    if (first === undefined || last === undefined) return [];
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }

  get dragging(): boolean {
    return this.#dragging;
  }

  /** The paragraph in which the selection begins, or `null`. */
  get paragraph(): string | null {
    return this.#parts[0]?.paragraph ?? null;
  }

  /** Begins. Gives the function that ends it and forgets the selection. */
  attach(): () => void {
    const root = this.#root;
    const { document } = globalThis;
    const listeners: readonly [EventTarget, string, (event: Event) => void][] = [
      [document, 'selectionchange', this.#soon],
      [root, 'pointerdown', this.#press],
      [window, 'pointermove', this.#drag],
      [window, 'pointerup', this.#release],
      [window, 'pointercancel', this.#release],
      [window, 'resize', this.#soon],
      [root, 'copy', this.#copy],
    ];
    for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
    // That a pane in it scrolls does not bubble.
    root.addEventListener('scroll', this.#soon, { capture: true });
    this.#columns.busy = () => this.#dragging;
    this.#columns.keeping = this.keeping;
    return () => {
      for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
      root.removeEventListener('scroll', this.#soon, { capture: true });
      if (this.#frame !== null) cancelAnimationFrame(this.#frame);
      this.#show([]);
    };
  }

  /** Selects from one place of an edition's text to another, the second being where it can be extended. */
  select(side: Side, from: TextPoint, to: TextPoint): void {
    const base = this.#columns.of(from.paragraph)?.domAt(from);
    const extent = this.#columns.of(to.paragraph)?.domAt(to);
    if (!base || !extent) return;
    this.#root.dataset.selecting = side;
    document.getSelection()?.setBaseAndExtent(base.node, base.offset, extent.node, extent.offset);
    // Told at once: the next key, which may come before the next frame, is about it.
    this.#show(this.#read());
  }

  /** Selects all of a paragraph: of the one given, else of the one in which the selection begins. */
  selectParagraph(paragraph: string | null): void {
    const id = paragraph ?? this.paragraph;
    const column = id === null ? null : this.#columns.of(id);
    if (id === null || column === null) return;
    const offset = column.paragraph(id)?.text.length ?? 0;
    this.select(column.side, { paragraph: id, offset: 0 }, { paragraph: id, offset });
  }

  clear(): void {
    if (this.#parts.length > 0) document.getSelection()?.removeAllRanges();
    this.#show([]);
  }

  /** Runs what changes the text's elements, and sets the page's selection again where it was in the text. */
  readonly keeping = (change: () => void): void => {
    const selection = document.getSelection();
    const [first, last]: [Edge, Edge] = isBackwards(selection) ? ['end', 'start'] : ['start', 'end'];
    const anchor = this.#pointAt(selection?.anchorNode, selection?.anchorOffset, first);
    const focus = this.#pointAt(selection?.focusNode, selection?.focusOffset, last);
    if (selection === null || anchor === null || focus === null || selection.isCollapsed) {
      change();
      return;
    }
    // Without a selection in it, ProseMirror leaves the page's selection alone.
    selection.removeAllRanges();
    change();
    const base = this.#columns.of(anchor.paragraph)?.domAt(anchor);
    const extent = this.#columns.of(focus.paragraph)?.domAt(focus);
    if (base && extent) selection.setBaseAndExtent(base.node, base.offset, extent.node, extent.offset);
  };

  #pointAt(node: Node | null | undefined, offset = 0, edge: Edge): TextPoint | null {
    return node ? this.#columns.pointAt(node, offset, edge) : null;
  }

  /** In another script, lets the page's selection take in whole what stands for one letter, as what is selected does. */
  #snap(): void {
    const selection = document.getSelection();
    if (selection?.anchorNode && this.#columns.around(selection.anchorNode)?.scheme) this.keeping(() => undefined);
  }

  readonly #press = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.button !== 0 || !(event.target instanceof Element)) return;
    const column = this.#columns.around(event.target);
    if (column === null) return;
    this.#dragging = true;
    // Only this side can be selected now, so that what lies between in the page is neither marked nor caught.
    if (!event.shiftKey) this.#root.dataset.selecting = column.side;
  };

  readonly #drag = (event: Event): void => {
    if (!this.#dragging || !(event instanceof PointerEvent)) return;
    this.#pointer = { x: event.clientX, y: event.clientY };
    this.#soon();
  };

  readonly #release = (): void => {
    this.#within();
    const dragged = this.#dragging;
    this.#dragging = false;
    this.#pointer = null;
    if (dragged) this.#snap();
    // What was dragged is told at once: a key may come before the next frame.
    if (dragged) this.#show(this.#read());
    this.#soon();
  };

  /**
   * Where the pointer has left the side it began on, or the view, the selection ends in the line nearest to it. The
   * browser, which finds nothing to select there, would take all the rest of the column, or what stands around the text.
   */
  #within(): void {
    const selection = document.getSelection();
    const pointer = this.#pointer;
    if (selection === null || pointer === null || selection.anchorNode === null || selection.isCollapsed) return;
    const column = this.#columns.around(selection.anchorNode);
    if (column === null) return;
    const { left, right } = column.dom.getBoundingClientRect();
    const view = this.#root.getBoundingClientRect();
    const x = Math.min(Math.max(pointer.x, left + 1), right - 1);
    const y = Math.min(Math.max(pointer.y, view.top + 1), view.bottom - 1);
    if (x === pointer.x && y === pointer.y) return;
    const caret = document.caretPositionFromPoint(x, y);
    const side = caret === null ? null : this.#columns.around(caret.offsetNode)?.side;
    if (caret !== null && side === column.side) selection.extend(caret.offsetNode, caret.offset);
  }

  readonly #soon = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      if (this.#dragging) {
        this.#within();
        const selection = document.getSelection();
        if (selection === null || selection.isCollapsed) this.#show([]);
        // What is being dragged is kept mounted, and told once it is let go.
        else this.#parts = this.#read();
        return;
      }
      this.#show(this.#read());
    });
  };

  #read(): Part[] {
    const selection = document.getSelection();
    const { anchorNode, focusNode } = selection ?? {};
    if (selection === null || selection.isCollapsed || !anchorNode || !focusNode) return [];
    const began = this.#columns.around(anchorNode) ?? this.#columns.around(focusNode);
    if (began === null) return [];
    const range = selection.getRangeAt(0);
    const columns = [...this.#columns]
      .filter(({ side }) => side === began.side)
      .toSorted((a, b) => a.spread - b.spread);
    return trimmed(columns.flatMap((column) => partsIn(column, range)));
  }

  #show(parts: readonly Part[]): void {
    this.#parts = parts;
    const before = readerView.getState().selection;
    const next = parts.length === 0 ? null : described(parts, this.#columns);
    if (next === null && document.getSelection()?.isCollapsed !== false) delete this.#root.dataset.selecting;
    if (before === next || (before !== null && next !== null && same(before, next))) return;
    readerView.setState({ selection: next });
  }

  readonly #copy = (event: Event): void => {
    const { selection } = readerView.getState();
    if (selection === null || !(event instanceof ClipboardEvent) || event.clipboardData === null) return;
    // As it is shown: what is pasted is what was seen.
    event.clipboardData.setData('text/plain', this.#parts.map(shownText).join('\n'));
    event.preventDefault();
  };
}

function partsIn(column: Column, range: Range): Part[] {
  if (!range.intersectsNode(column.dom)) return [];
  return column.placed.flatMap(({ paragraph: { id, text } }) => {
    const element = column.element(id);
    if (element === null || !range.intersectsNode(element)) return [];
    const from = element.contains(range.startContainer)
      ? column.pointAt(range.startContainer, range.startOffset, 'start')
      : null;
    const to = element.contains(range.endContainer) ? column.pointAt(range.endContainer, range.endOffset, 'end') : null;
    const start = from?.paragraph === id ? from.offset : 0;
    const end = to?.paragraph === id ? to.offset : text.length;
    return start < end ? [{ column, paragraph: id, start, end }] : [];
  });
}

function isBackwards(selection: Selection | null): boolean {
  if (selection === null || selection.rangeCount === 0) return false;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  return startContainer !== selection.anchorNode || startOffset !== selection.anchorOffset;
}

/** A part of a selection in the script in which it is shown. */
function shownText({ column, paragraph: id, start, end }: Part): string {
  const record = column.paragraph(id);
  if (record === null) return '';
  const { paragraph, map } = shownParagraph(record, column.scheme);
  return paragraph.text.slice(map?.fromSource(start) ?? start, map?.fromSource(end) ?? end);
}

/** Without white space at either end: a double click on some systems takes the space after the word with it. */
function trimmed(parts: readonly Part[]): Part[] {
  return parts.flatMap((part, index) => {
    const text = part.column.paragraph(part.paragraph)?.text.slice(part.start, part.end) ?? '';
    const start = part.start + (index === 0 ? text.length - text.trimStart().length : 0);
    const end = part.end - (index === parts.length - 1 ? text.length - text.trimEnd().length : 0);
    return start < end ? [{ ...part, start, end }] : [];
  });
}

function described(parts: readonly Part[], columns: Columns): TextSelection | null {
  const targets: Target[] = [];
  for (const { column, paragraph: id, start, end } of parts) {
    const paragraph = column.paragraph(id);
    if (paragraph !== null) targets.push(describe(paragraph, start, end));
  }
  const [first] = targets;
  const box = boxOf(parts, columns);
  if (first === undefined || box === null) return null;
  return { edition: first.edition, targets, text: targets.map(({ quote }) => quote.exact).join('\n'), box };
}

function boxOf(parts: readonly Part[], columns: Columns): TextSelection['box'] | null {
  const rects = parts.flatMap(({ paragraph, start, end }, index) => {
    const whole = index > 0 && index < parts.length - 1;
    if (whole) return [columns.element(paragraph)?.getBoundingClientRect() ?? null];
    return [columns.range(paragraph, start, end)?.getBoundingClientRect() ?? null];
  });
  const seen = rects.filter((rect) => rect !== null);
  if (seen.length === 0) return null;
  return {
    left: Math.min(...seen.map(({ left }) => left)),
    top: Math.min(...seen.map(({ top }) => top)),
    right: Math.max(...seen.map(({ right }) => right)),
    bottom: Math.max(...seen.map(({ bottom }) => bottom)),
  };
}

function same(a: TextSelection, b: TextSelection): boolean {
  return (
    a.edition === b.edition &&
    a.targets.length === b.targets.length &&
    a.box.left === b.box.left &&
    a.box.top === b.box.top &&
    a.box.right === b.box.right &&
    a.box.bottom === b.box.bottom &&
    a.targets.every((target, index) => {
      const other = b.targets[index];
      return target.paragraph === other?.paragraph && target.start === other.start && target.end === other.end;
    })
  );
}
