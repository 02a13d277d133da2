import type { TextRange } from '#core/text/range.ts';
import type { Abbreviations } from './data.ts';

/** An abbreviation list made ready to ask. */
export type SentenceRules = { readonly [list in keyof Abbreviations]: ReadonlySet<string> };

export function sentenceRules(abbreviations: Abbreviations): SentenceRules {
  return {
    inside: new Set(abbreviations.inside.split(' ')),
    last: new Set(abbreviations.last.split(' ')),
    lastAfterNumber: new Set(abbreviations.lastAfterNumber.split(' ')),
    beforeNumber: new Set(abbreviations.beforeNumber.split(' ')),
    initials: new Set(abbreviations.initials.split(' ')),
  };
}

/**
 * A sentence may end at a terminator: periods, ellipses, question and exclamation marks in a row, with the quotes, brackets
 * and note numbers that close behind them.
 */
const terminator = /[.!?…؟۔。！？]+(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|[\])}"'»“”’›」』])*/gu;

/** The sentences of a text, in order, without the white space around them. */
export function sentenceRanges(text: string, rules: SentenceRules): TextRange[] {
  const found: TextRange[] = [];
  let start = skipSpace(text, 0);
  for (const { index, 0: mark } of text.matchAll(terminator)) {
    const end = index + mark.length;
    if (!endsSentence(text, start, index, mark, rules)) continue;
    found.push([start, end]);
    start = skipSpace(text, end);
  }
  if (start < text.length) found.push([start, text.trimEnd().length]);
  return found;
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/uy;
  space.lastIndex = from;
  space.exec(text);
  return space.lastIndex;
}

/** How far ahead of and behind a mark the rules look, in code units. */
const reach = 48;

function endsSentence(text: string, start: number, index: number, mark: string, rules: SentenceRules): boolean {
  const after = text.slice(index + mark.length, index + mark.length + reach);
  const before = text.slice(Math.max(start, index - reach), index);
  const next = after.trimStart();
  if (next === '') return true;
  if (/^[。！？]/u.test(mark)) return true;
  if (next.length === after.length) return lacksSpace(before, mark, next);
  // A closing quote followed by a dash or a comma: “…!” – деді.
  if (/^[,;:]/u.test(next)) return false;
  if (/^[-–—―]/u.test(next) && /[^.!?…]$/u.test(mark)) return false;
  const first = /^(?:[-–—―]\s*)?[([{"'«“”„‘‚‹¿¡]*(.)/u.exec(next)?.[1] ?? '';
  // A small letter never starts a sentence, whatever stands before it.
  if (/\p{Ll}/u.test(first)) return false;
  const isNumber = /\p{N}/u.test(first);
  if (/^(?:…|\.\.)/u.test(mark)) return !isNumber;
  if (!mark.startsWith('.') || mark.startsWith('.!') || mark.startsWith('.?')) return true;
  if (isEnumerator(text.slice(start, index))) return false;
  return !isAbbreviation(before, isNumber, rules);
}

/** A Cyrillic word and a capital without a space between them, as in careless files: `болды.Сөз`, but not `А.Байтұрсынов`. */
function lacksSpace(before: string, mark: string, next: string): boolean {
  return (
    /^[.!?…]+$/u.test(mark) &&
    /[\p{Ll}&&\p{Script=Cyrillic}]{3}$/v.test(before) &&
    /^[\p{Lu}&&\p{Script=Cyrillic}]\p{Ll}/v.test(next)
  );
}

/** The number of a list: `1.`, `(2).`, `IV.`, `3.1.` at the start. */
function isEnumerator(sentence: string): boolean {
  return /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6})\)?$/u.test(sentence);
}

function isAbbreviation(before: string, numberFollows: boolean, rules: SentenceRules): boolean {
  const word = /[\p{L}\p{M}№]+$/u.exec(before)?.[0];
  if (word === undefined) return false;
  const chain = (/(?:(?<![\p{L}\p{M}])\p{L}{1,3}\.\s?)*[\p{L}\p{M}№]+$/u.exec(before)?.[0] ?? word)
    .replace(/\s/gu, '')
    .toLowerCase();
  const small = word.toLowerCase();
  for (const form of new Set([chain, small])) {
    if (rules.inside.has(form)) return true;
    if (rules.last.has(form)) return numberFollows;
    if (rules.lastAfterNumber.has(form)) {
      const afterNumber = /(?:\p{N}|[IVXLC])[\s)]*$/u.test(before.slice(0, before.length - word.length));
      return !afterNumber || numberFollows;
    }
  }
  if (numberFollows && rules.beforeNumber.has(small)) return true;
  const isName = /^\p{Lu}/u.test(word);
  if (isName && rules.initials.has(small)) return true;
  // One letter: an initial (В. И. Ленин) or an abbreviation (1917 ж.), but a unit in 20 °С.
  return /^.$/u.test(word) && !before.endsWith(`°${word}`);
}
