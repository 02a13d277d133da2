import type { Language } from '#core/language/language.ts';
import type { TextRange } from '#core/text/range.ts';

const unseen = 0;
const yes = 1;
const no = 2;

/** Whether a unit is a letter, of the units met so far. */
const letters = new Uint8Array(0x1_0000);

/**
 * What a learner counts as words of a text: those that begin with a letter. A number is none, whatever suffix it has (1917,
 * 21-інде), nor an abbreviation (1917 ж., т.б.) or an initial. Rule V1 of `docs/spec/glossary.md`.
 */
export function runningWords(text: string, language: Language): TextRange[] {
  return language.words(text).filter((word) => isLetter(text, word[0]) && !language.isAbbreviation(text, word));
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xe000) return /^\p{L}/u.test(text.slice(at, at + 2));
  const known = letters[unit] ?? no;
  if (known !== unseen) return known === yes;
  const found = /^\p{L}/u.test(text.charAt(at));
  letters[unit] = found ? yes : no;
  return found;
}
