import { surelyBeside } from '#core/alignment/sentences.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { openedWork } from '#renderer/app/work-store.ts';
import { columnOf, type TextPoint } from './column.ts';
import type { Columns } from './columns.ts';
import type { Frame } from './frame.ts';
import { readerView, type TextPlace } from './reader-state.ts';
import { readerParts } from './reader-store.ts';
import { onSentences, sentencesOf } from './sentence-links.ts';

/** Milliseconds that text which moves under a resting pointer has to stand still before its sentence is lit. */
const restAfter = 90;

/**
 * Lights the sentence under the pointer, and the one that the word cursor or the caret is in, with what stands beside it on the
 * other side. The boxes lie behind the lines, so no text is drawn again and nothing can move: a pointer that crosses the text
 * costs one look-up a frame. (CSS highlights would do without boxes, but Chromium 156 paints every underline in them in the colour of the
 * text.)
 */
export class SentenceLight {
  readonly #columns: Columns;
  readonly #frame: () => Frame | null;
  readonly #word: () => TextPlace | null;
  #enabled = true;
  #pointer: { x: number; y: number; target: EventTarget | null } | null = null;
  #pointed: TextPoint | null = null;
  #caret: { point: TextPoint; paragraph: Paragraph } | null = null;
  #waiting: number | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;
  #lit: readonly TextPlace[] = [];
  #boxes: readonly HTMLElement[] = [];

  /** @param word the word that the word cursor is on */
  constructor(columns: Columns, frame: () => Frame | null, word: () => TextPlace | null) {
    this.#columns = columns;
    this.#frame = frame;
    this.#word = word;
  }

  /** Sets whether sentences are lit at all. */
  enable(enabled: boolean): void {
    this.#enabled = enabled;
    this.#soon();
  }

  /** Begins in the scrolling element. Gives the function that ends it. */
  attach(root: HTMLElement): () => void {
    let last = { x: -1, y: -1 };
    const move = (event: PointerEvent): void => {
      // What is being selected is not to be disturbed.
      if (event.buttons !== 0) return;
      const { clientX: x, clientY: y, target } = event;
      const isMove = x !== last.x || y !== last.y;
      last = { x, y };
      this.#pointer = { x, y, target };
      if (isMove) this.#soon();
      else this.#onceAtRest();
    };
    const leave = (): void => {
      this.#pointer = null;
      this.#pointed = null;
      this.#soon();
    };
    const caret = (): void => {
      this.#caret = caretIn(root);
      this.#soon();
    };
    root.addEventListener('pointermove', move);
    root.addEventListener('pointerover', move);
    root.addEventListener('pointerleave', leave);
    document.addEventListener('selectionchange', caret);
    const endings = [
      onSentences(this.#soon),
      this.#columns.onDrawn(this.#paint),
      readerView.subscribe((state, before) => {
        if (state.selection !== before.selection) this.#soon();
      }),
      readerParts.subscribe((state, before) => {
        if (state.edited !== before.edited) caret();
      }),
      openedWork.subscribe((state, before) => {
        if (state.current?.alignments !== before.current?.alignments) this.#soon();
      }),
    ];
    return () => {
      for (const end of endings) end();
      root.removeEventListener('pointermove', move);
      root.removeEventListener('pointerover', move);
      root.removeEventListener('pointerleave', leave);
      document.removeEventListener('selectionchange', caret);
      if (this.#waiting !== null) cancelAnimationFrame(this.#waiting);
      if (this.#resting !== null) clearTimeout(this.#resting);
      this.#waiting = null;
      this.#resting = null;
      this.#lit = [];
      this.#paint();
    };
  }

  readonly #soon = (): void => {
    this.#waiting ??= requestAnimationFrame(() => {
      this.#waiting = null;
      this.#follow();
    });
  };

  /** Text that is scrolled under the pointer is not asked for its letters at every frame: that lays it out each time. */
  #onceAtRest(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = setTimeout(this.#soon, restAfter);
  }

  #follow(): void {
    if (this.#pointer !== null) this.#pointed = pointUnder(this.#pointer);
    this.#pointer = null;
    const word = this.#word();
    const lit = this.#enabled
      ? [
          ...(this.#pointed === null ? [] : this.#around(this.#pointed, null)),
          ...(word === null ? [] : this.#around({ paragraph: word.paragraph, offset: word.start }, null)),
          ...(this.#caret === null ? [] : this.#around(this.#caret.point, this.#caret.paragraph)),
        ]
      : [];
    const isSame =
      lit.length === this.#lit.length &&
      lit.every((place, at) => {
        const before = this.#lit[at];
        return before?.paragraph === place.paragraph && before.start === place.start && before.end === place.end;
      });
    if (isSame) return;
    this.#lit = lit;
    this.#paint();
  }

  /** The sentences on both sides of the pair that a place stands in; none where that is not sure. */
  #around({ paragraph, offset }: TextPoint, edited: Paragraph | null): TextPlace[] {
    const { arrangement } = this.#frame() ?? {};
    const found = arrangement?.index.get(paragraph);
    if (arrangement === undefined || found === undefined) return [];
    const { link, side } = found;
    const pairs = sentencesOf(link, arrangement, edited);
    const [near, far] = side === 'source' ? (['own', 'other'] as const) : (['other', 'own'] as const);
    const at = link[side].indexOf(paragraph);
    const pair =
      pairs?.find((one) => one[near].some((span) => span.paragraph === at && offset < span.end)) ?? pairs?.at(-1);
    const [touched] = pair?.[near].filter((span) => span.paragraph === at) ?? [];
    if (pair === undefined || touched === undefined || pairs === null || pairs === undefined) return [];
    if (surelyBeside(pairs, near, touched) === null) return [];
    const places = (on: 'source' | 'target', spans: typeof pair.own): TextPlace[] =>
      spans.flatMap((span) => {
        const id = link[on][span.paragraph];
        return id === undefined || id === edited?.id ? [] : [{ paragraph: id, start: span.start, end: span.end }];
      });
    return [...places(side, pair[near]), ...places(side === 'source' ? 'target' : 'source', pair[far])];
  }

  /** The boxes are made anew when text is drawn again, or set otherwise. */
  readonly #paint = (): void => {
    const painted = this.#lit.flatMap((place) => {
      const slot = this.#columns.of(place.paragraph)?.dom.closest<HTMLElement>('[data-slot]') ?? null;
      const range = this.#columns.range(place.paragraph, place.start, place.end);
      return slot === null || range === null ? [] : boxesIn(slot, range, place).map((box) => [slot, box] as const);
    });
    for (const box of this.#boxes) box.remove();
    for (const [slot, box] of painted) slot.append(box);
    this.#boxes = painted.map(([, box]) => box);
  };
}

/** A box behind each line of a range, at its place in the slot that holds it. */
function boxesIn(slot: HTMLElement, range: Range, { paragraph, start, end }: TextPlace): HTMLElement[] {
  const origin = slot.getBoundingClientRect();
  return lines(range).map(({ left, top, right, bottom }) => {
    const box = document.createElement('div');
    box.className = 'sentence-light';
    box.ariaHidden = 'true';
    Object.assign(box.dataset, { lit: paragraph, start: String(start), end: String(end) });
    box.style.left = `${String(left - origin.left)}px`;
    box.style.top = `${String(top - origin.top)}px`;
    box.style.width = `${String(right - left)}px`;
    box.style.height = `${String(bottom - top)}px`;
    return box;
  });
}

/** The lines of a range in the window: each as wide as all that stands in it, and as high as its letters. */
function lines(range: Range): { left: number; top: number; right: number; bottom: number }[] {
  const found: { left: number; top: number; right: number; bottom: number }[] = [];
  for (const { left, top, right, bottom, width } of range.getClientRects()) {
    if (width === 0) continue;
    const middle = (top + bottom) / 2;
    const line = found.find((one) => one.top < middle && middle < one.bottom);
    if (line === undefined) {
      found.push({ left, top, right, bottom });
      continue;
    }
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
    // What is drawn around words is higher than they are.
    line.top = Math.max(line.top, top);
    line.bottom = Math.min(line.bottom, bottom);
  }
  return found;
}

/** The place of the text under the pointer; beside the lines of a paragraph, that of the nearest letter. */
function pointUnder({ x, y, target }: { x: number; y: number; target: EventTarget | null }): TextPoint | null {
  const element = target instanceof Element ? target.closest('[data-paragraph]') : null;
  const column = element === null ? null : columnOf(element);
  const caret = column === null ? null : document.caretPositionFromPoint(x, y);
  const point = caret === null ? null : (column?.pointAt(caret.offsetNode, caret.offset) ?? null);
  return point?.paragraph === element?.getAttribute('data-paragraph') ? point : null;
}

/** Where the caret stands in the paragraph that is being edited, and that paragraph as it is now; `null` without one. */
function caretIn(root: HTMLElement): { point: TextPoint; paragraph: Paragraph } | null {
  const { edited } = readerParts.getState();
  const record = edited === null ? undefined : openedWork.getState().current?.texts.get(edited);
  const editor = document.activeElement;
  const selection = document.getSelection();
  if (record === undefined || editor === null || !root.contains(editor)) return null;
  if (!(editor instanceof HTMLElement) || !editor.isContentEditable || !selection?.focusNode) return null;
  if (!editor.contains(selection.focusNode)) return null;
  const before = document.createRange();
  before.setStart(editor, 0);
  before.setEnd(selection.focusNode, selection.focusOffset);
  const text = editor.textContent;
  return {
    point: { paragraph: record.id, offset: before.toString().length },
    paragraph: text === record.text ? record : { ...record, text },
  };
}
