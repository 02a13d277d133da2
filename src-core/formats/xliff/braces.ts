import type { Markup } from '../running-text.ts';

/** A part of a text in which codes stand in braces. */
export type BracedPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open'; readonly name: string; readonly markup: Markup | null }
  | { readonly kind: 'close' | 'placeholder'; readonly name: string };

/** Letters that Phrase has for formatting; underlining is no mark of Egiz. */
const letters: Readonly<Record<string, Markup['type']>> = {
  b: 'strong',
  i: 'emphasis',
  '^': 'superscript',
  _: 'subscript',
};
/** `{1>` and `<1}` around words, `{1}` alone; `{j}` is where two segments were joined. */
const code = /\{([biu_^]{1,4}|\d{1,3})>|<([biu_^]{1,4}|\d{1,3})\}|\{(\d{1,3}|j)\}/gu;

/** The parts of a text as Phrase (Memsource) writes it in `.mxliff` files. */
export function braced(text: string): BracedPart[] {
  const parts: BracedPart[] = [];
  let at = 0;
  const words = (end: number): void => {
    if (end > at) parts.push({ kind: 'text', text: text.slice(at, end) });
  };
  for (const { 0: whole, 1: opened, 2: closed, 3: alone, index } of text.matchAll(code)) {
    words(index);
    at = index + whole.length;
    if (opened !== undefined) parts.push(...open(opened));
    else if (closed !== undefined) parts.push(...close(closed));
    else if (alone !== 'j') parts.push({ kind: 'placeholder', name: alone ?? '' });
  }
  words(text.length);
  return parts;
}

/** Several letters (`{bi>`) are several marks. */
function open(name: string): BracedPart[] {
  if (/^\d/u.test(name)) return [{ kind: 'open', name, markup: null }];
  return [...name].map((letter): BracedPart => {
    const type = letters[letter];
    return { kind: 'open', name: letter, markup: type === undefined ? null : { type } };
  });
}

function close(name: string): BracedPart[] {
  if (/^\d/u.test(name)) return [{ kind: 'close', name }];
  return [...name].map((letter): BracedPart => ({ kind: 'close', name: letter }));
}
