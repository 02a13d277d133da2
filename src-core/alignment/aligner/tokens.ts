import { language, type Language } from '#core/language/language.ts';
import type { Match } from '#core/glossary/overlaps.ts';
import { conceptOf } from './concepts.ts';

/** A word, number or sign of a unit. */
export interface Token {
  /** What is the same on both sides has the same key; its first character is its kind (see `keyKinds`). */
  key: string;
  /** The word in small letters, for likeness across spellings; empty for what is not a word. */
  form: string;
  /** Written with a capital. */
  capital: boolean;
  /** Ids of the reader's terms that the word is part of here. */
  terms?: readonly string[];
}

/** The kinds of keys by their first character: numbers, words, concepts, signs. */
export const keyKinds = { number: '#', word: '=', concept: '~', shape: '?' } as const;

/** Letters of a word that tell it from others; what follows is taken for endings. */
const stemLength = 5;
const romanNumeral = /^(?=[IVXLC]{2,6}$)(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const numberShape = /^\p{Nd}+(?:[.,]\p{Nd}+)*/u;

/** Makes the tokens of units in one language; `termsIn` finds the reader's terms. */
export function tokenizer(tag: string, termsIn: ((text: string) => Match[]) | null): (text: string) => Token[] {
  const words = language(tag);
  const cache = new Map<string, readonly Token[]>();
  return (text) => {
    const found = signs(text);
    const matches = termsIn === null ? noMatches : termsIn(text);
    for (const [start, end] of words.words(text)) {
      const word = text.slice(start, end);
      let tokens = cache.get(word);
      if (tokens === undefined) {
        tokens = wordTokens(word, words);
        cache.set(word, tokens);
      }
      if (matches.length === 0) {
        for (const token of tokens) found.push(token);
        continue;
      }
      const terms = matches.filter((match) => match.start <= start && end <= match.end).flatMap((match) => match.terms);
      found.push(...(terms.length === 0 ? tokens : tokens.map((token) => ({ ...token, terms }))));
    }
    return found;
  };
}

const noMatches: Match[] = [];

function wordTokens(word: string, words: Language): Token[] {
  return word.split(/[-\u2010\u2011'\u2019\u02BC]/u).flatMap((part) => {
    const digits = numberShape.exec(part)?.[0];
    if (digits !== undefined) return [{ key: keyKinds.number + numberValue(digits), form: '', capital: false }];
    if (romanNumeral.test(part)) {
      return [{ key: keyKinds.number + String(romanValue(part)), form: '', capital: false }];
    }
    const form = words.lower(part).normalize('NFC');
    const concept = conceptOf(form, words.tag);
    if (concept !== null) {
      const isNumber = /^\d/.test(concept);
      return [{ key: (isNumber ? keyKinds.number : keyKinds.concept) + concept, form: '', capital: false }];
    }
    if (form.length < 2) return [];
    return [{ key: keyKinds.word + form.slice(0, stemLength), form, capital: part !== form }];
  });
}

/** Digits with one meaning whatever the language puts between them: `1,000` and `1.000` as 1000, `4,5` and `4.5` as 4.5. */
function numberValue(digits: string): string {
  if (/^\p{Nd}{1,3}(?:[.,]\p{Nd}{3})+$/u.test(digits)) return digits.replace(/[.,]/gu, '');
  return digits.replaceAll(',', '.').replace(/^0+(?=\p{Nd})/u, '');
}

function romanValue(numeral: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  const digits = [...numeral].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0);
}

const signTests = (
  [
    ['?', /[?؟]/u],
    ['!', /[!¡]/u],
    ['quotation', /[«»“”„"‹›]/u],
    ['bracket', /[([]/u],
    ['ellipsis', /…|\.\.\./u],
    ['dialogue', /^\s*[-–—―]/u],
    ['colon', /[:：]\s*$/u],
    ['semicolon', /;/u],
    ['percent', /[%‰]/u],
    ['open end', /[^\s.!?…:;,"'»“”’)\]\p{Pd}]\s*$/u],
  ] as const
).map(([name, test]): { test: RegExp; token: Token } => ({
  test,
  token: { key: keyKinds.shape + name, form: '', capital: false },
}));

/** What strikes the eye in a unit whatever its language: questions, quotations, brackets, no period at the end. */
function signs(text: string): Token[] {
  const found: Token[] = [];
  for (const { token, test } of signTests) if (test.test(text)) found.push(token);
  return found;
}
