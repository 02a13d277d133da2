import { createStore } from 'zustand/vanilla';
import { library } from '#renderer/app/library-store.ts';
import { idsOf } from '#renderer/reader/id-list.ts';
import { readerView } from '#renderer/reader/reader-state.ts';
import type { TextPlace } from './glossary-state.ts';
import { lightRules, withinRow } from './light-rules.ts';

/** A marked word of the text under the pointer or with the focus. */
export interface PointedTerm {
  terms: readonly string[];
  role: 'headword' | 'gloss';
  place: TextPlace;
  by: 'pointer' | 'focus';
}

/** The marked word that the reader points at; `null` when none. */
export const pointedTerm = createStore<{ current: PointedTerm | null }>(() => ({ current: null }));

/** When the glossary changed, the text is marked anew within this many milliseconds. */
const afterMarks = 150;

/**
 * Lights a word and its rendering on the other side while the pointer, the focus or the word cursor is on either. No
 * drawing is made anew for it: one constructed style sheet names what is lit. Gives the function that ends it.
 */
export function lightTerms(target: Document): () => void {
  const sheet = new CSSStyleSheet();
  target.adoptedStyleSheets.push(sheet);
  let shown = '';
  let hovered: Element | null = null;
  let focused: Element | null = null;
  /** What moved last, the pointer or the word cursor, says which word is meant. */
  let latest: PointedTerm['by'] = 'pointer';
  const update = (): void => {
    const selected = selectedMark(target);
    const mark = latest === 'pointer' ? (markAt(hovered) ?? selected) : (selected ?? markAt(hovered));
    const pointed = mark === null ? null : describe(mark, mark === selected ? 'focus' : 'pointer');
    const rows = [rowOf(hovered), rowOf(focused), rowOf(selected)].filter((row) => row !== null);
    const row = rowOf(mark);
    const rules = lightRules({
      rows: [...new Set(rows)].map((one) => ({ row: one, terms: headwordsIn(target, one) })),
      word: pointed === null || row === null ? null : { row, terms: pointed.terms },
    }).join('\n');
    if (rules !== shown) sheet.replaceSync(rules);
    shown = rules;
    const { current } = pointedTerm.getState();
    if (JSON.stringify(pointed) !== JSON.stringify(current)) pointedTerm.setState({ current: pointed });
  };
  let at = '';
  const over = (event: PointerEvent): void => {
    hovered = event.target instanceof Element ? event.target : null;
    const now = `${String(event.clientX)} ${String(event.clientY)}`;
    // Text that is drawn anew under a pointer that rests is no move of the pointer.
    if (now !== at) latest = 'pointer';
    at = now;
    update();
  };
  const leave = (): void => {
    hovered = null;
    update();
  };
  const focus = (event: Event): void => {
    focused = event.target instanceof Element ? event.target : null;
    update();
  };
  const blur = (): void => {
    focused = null;
    update();
  };
  const stopSelection = readerView.subscribe((state, before) => {
    if (state.selection === before.selection) return;
    latest = 'focus';
    update();
  });
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stopTerms = library.subscribe((state, before) => {
    if (state.terms === before.terms && state.rejections === before.rejections) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(update, afterMarks);
  });
  target.addEventListener('pointerover', over);
  target.documentElement.addEventListener('pointerleave', leave);
  target.addEventListener('focusin', focus);
  target.addEventListener('focusout', blur);
  return () => {
    stopSelection();
    stopTerms();
    if (timer !== null) clearTimeout(timer);
    target.removeEventListener('pointerover', over);
    target.documentElement.removeEventListener('pointerleave', leave);
    target.removeEventListener('focusin', focus);
    target.removeEventListener('focusout', blur);
    target.adoptedStyleSheets = target.adoptedStyleSheets.filter((one) => one !== sheet);
    pointedTerm.setState({ current: null });
  };
}

/** The marked word that an element is a piece of, or `null`: the longest, in whose element shorter ones lie. */
function markAt(element: EventTarget | null): Element | null {
  let mark = element instanceof Element ? element.closest('[data-terms]') : null;
  for (let outer = mark; outer !== null; outer = outer.parentElement?.closest('[data-terms]') ?? null) mark = outer;
  return mark;
}

/** The word marked as new that an element is a piece of, or `null`. */
function newWordAt(element: EventTarget | null): Element | null {
  return element instanceof Element ? element.closest('[data-new-word]') : null;
}

/** What a marked word's element says of it; `null` outside of a paragraph. */
function describe(mark: Element, by: PointedTerm['by']): PointedTerm | null {
  const paragraph = mark.closest('[data-paragraph]')?.getAttribute('data-paragraph') ?? null;
  const at = mark.getAttribute('data-term-at') ?? mark.getAttribute('data-new-word') ?? '';
  const [start, end] = at.split('-').map(Number);
  if (paragraph === null || start === undefined || end === undefined) return null;
  return {
    terms: termsOf(mark),
    role: mark.classList.contains('gloss') ? 'gloss' : 'headword',
    place: { paragraph, start, end },
    by,
  };
}

/** The marked word that is selected, or that the selection is a part of: by the word cursor, or by hand. */
function selectedMark(target: Document): Element | null {
  const { selection } = readerView.getState();
  const [only, more] = selection?.targets ?? [];
  if (only === undefined || more !== undefined) return null;
  const marks = target.querySelectorAll(`[data-paragraph="${CSS.escape(only.paragraph)}"] [data-term-at]`);
  return (
    [...marks].find((mark) => {
      const place = describe(mark, 'focus')?.place;
      return place !== undefined && place.start <= only.start && only.end <= place.end;
    }) ?? null
  );
}

function rowOf(element: Element | null): string | null {
  return element?.closest('[data-link]')?.getAttribute('data-link') ?? null;
}

function termsOf(mark: Element): string[] {
  return idsOf(mark.getAttribute('data-terms'));
}

function headwordsIn(target: Document, row: string): string[] {
  return [...new Set([...target.querySelectorAll(`${withinRow(row)} .term[data-terms]`)].flatMap(termsOf))];
}

/**
 * Tells of a click on a marked word that is shown as such (one that is marked as new has no terms), unless the click ended a selection or something else took it.
 * Gives the function that ends it.
 */
export function pressedMark(target: Document, tell: (pointed: PointedTerm) => void): () => void {
  const click = (event: MouseEvent): void => {
    const mark = markAt(event.target) ?? newWordAt(event.target);
    if (mark === null || event.defaultPrevented || event.button !== 0 || event.detail > 1) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (target.getSelection()?.isCollapsed === false) return;
    const pointed = describe(mark, 'pointer');
    const isHidden = pointed?.role === 'gloss' && getComputedStyle(mark).getPropertyValue('--term-shown') !== '1';
    if (pointed !== null && !isHidden) tell(pointed);
  };
  target.addEventListener('click', click);
  return () => {
    target.removeEventListener('click', click);
  };
}
