import type { TextRange } from '#core/text/range.ts';

/*
 * A word is a run of letters, marks and digits. Inside it may stand a hyphen (қиян-кескі, 21-інде), an apostrophe (people’s),
 * a soft hyphen, and between digits a period or comma (1,5). A period between letters parts words: В.И.Лениннің is three.
 *
 * Written as a scanner over classes of units: a long text has a million words, and a regular expression makes an object of each.
 */

/** What a unit is in a word. A unit of class `digit` begins words too. */
const unseen = 0;
const other = 1;
const begins = 2;
const goesOn = 3;
const digit = 4;
const joins = 5;
const point = 6;

/** Classes of the units met so far. */
const classes = new Uint8Array(0x1_0000);

function classOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xe000) return classify(characterAround(text, at));
  const known = classes[unit] ?? other;
  if (known !== unseen) return known;
  return (classes[unit] = classify(text.charAt(at)));
}

/** The character of which the unit at `at` is a half; a half without the other stands for itself. */
function characterAround(text: string, at: number): string {
  const pair = at > 0 ? text.slice(at - 1, at + 1) : '';
  return /^[\u{10000}-\u{10FFFF}]$/u.test(pair) ? pair : String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function classify(character: string): number {
  if (/^\p{Nd}$/u.test(character)) return digit;
  if (/^[\p{L}\p{N}]$/u.test(character)) return begins;
  if (/^[\p{M}\u00AD\u200C\u200D]$/u.test(character)) return goesOn;
  if (/^[-\u2010\u2011'\u2019\u02BC]$/u.test(character)) return joins;
  return character === '.' || character === ',' ? point : other;
}

/** The words of a text, in order. */
export function wordRanges(text: string): TextRange[] {
  const found: TextRange[] = [];
  let at = 0;
  while (at < text.length) {
    const first = classOf(text, at);
    if (first !== begins && first !== digit) {
      at++;
      continue;
    }
    const start = at;
    at = wordEnd(text, at + 1, first);
    found.push([start, at]);
  }
  return found;
}

/** Where the word ends that goes on at `from`, after a unit of class `before`. */
function wordEnd(text: string, from: number, before: number): number {
  let last = before;
  for (let at = from; at < text.length; at++) {
    const here = classOf(text, at);
    if (here === other) return at;
    if (here === joins || here === point) {
      const next = at + 1 < text.length ? classOf(text, at + 1) : other;
      const goes = here === joins ? next === begins || next === digit : last === digit && next === digit;
      if (!goes) return at;
    }
    last = here;
  }
  return text.length;
}
