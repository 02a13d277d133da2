import { primaryTag } from '#core/language/primary-tag.ts';
import { numbers } from './vocabulary/numbers.ts';
import { society } from './vocabulary/society.ts';
import { world } from './vocabulary/world.ts';

/*
 * A small vocabulary of common words, so that texts too short to learn words from have something to hold on to. A line is a
 * concept: its name, then words by language. A word stands for all words that begin with it and have a short ending; with a
 * period behind it stands for itself only. With a hyphen it is there for the reader of the list only: another concept has it.
 */
const columns = ['kk', 'en', 'ru', 'de', 'fr'] as const;

/** Letters that an ending may have: after a word of three letters or less, and after a longer one. */
const endings: Readonly<Record<string, readonly [number, number]>> = {
  kk: [4, 9],
  en: [1, 4],
  ru: [3, 5],
  de: [2, 4],
  fr: [1, 3],
};

/** Whole words, and beginnings of words, each with its concept. */
interface Words {
  readonly whole: ReadonlyMap<string, string>;
  readonly beginnings: ReadonlyMap<string, string>;
}

const made = new Map<string, Words>();

/** The concept of a word in small letters, or `null`. Numbers are called by their digits. */
export function conceptOf(form: string, tag: string): string | null {
  const primary = primaryTag(tag);
  const limits = endings[primary];
  if (limits === undefined) return null;
  let words = made.get(primary);
  if (words === undefined) {
    words = readWords(primary);
    made.set(primary, words);
  }
  const whole = words.whole.get(form);
  if (whole !== undefined) return whole;
  for (let length = form.length; length >= 2; length--) {
    const concept = words.beginnings.get(form.slice(0, length));
    if (concept === undefined) continue;
    return form.length - length <= limits[length <= 3 ? 0 : 1] ? concept : null;
  }
  return null;
}

function readWords(tag: string): Words {
  const column = columns.findIndex((one) => one === tag);
  const whole = new Map<string, string>();
  const beginnings = new Map<string, string>();
  for (const line of `${numbers}${society}${world}`.split('\n')) {
    const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
    for (const word of (cells[column] ?? '').split(' ')) {
      if (word === '' || word.endsWith('-')) continue;
      const list = word.endsWith('.') ? whole : beginnings;
      const bare = word.replace(/\.$/u, '');
      if (!list.has(bare)) list.set(bare, name);
    }
  }
  return { whole, beginnings };
}
