import { foldText } from '#core/text/fold.ts';

/**
 * How well a name answers what was typed: lower is better, `null` is no answer. Each word typed must stand in the name, at
 * the start of a word best; failing that, all its letters in their order. Kazakh letters may be typed as Russian ones.
 */
function rank(name: string, typed: string): number | null {
  const words = foldText(typed)
    .text.split(' ')
    .filter((word) => word !== '');
  const folded = foldText(name).text;
  let sum = 0;
  for (const word of words) {
    const cost = wordCost(folded, word);
    if (cost === null) return null;
    sum += cost;
  }
  return sum;
}

function wordCost(name: string, word: string): number | null {
  const at = name.indexOf(word);
  if (at === 0) return 0;
  if (at > 0) return startsWord(name, at) || name.includes(` ${word}`) ? 1 : 4;
  const gaps = lettersInOrder(name, word);
  return gaps === null ? null : 10 + gaps;
}

function startsWord(name: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(name.charAt(at - 1));
}

/** How many letters of the name lie between the word's letters, or `null` when they are not there in this order. */
function lettersInOrder(name: string, word: string): number | null {
  let from = name.indexOf(word.charAt(0));
  if (from < 0 || word.length < 2) return null;
  const first = from;
  for (const letter of word.slice(1)) {
    from = name.indexOf(letter, from + 1);
    if (from < 0) return null;
  }
  const gaps = from - first + 1 - word.length;
  // Letters scattered over the whole name are no answer.
  return gaps <= word.length * 2 ? gaps : null;
}

/** The items whose names answer what was typed, the best first; all in their order when nothing was. */
export function ranked<T>(items: readonly T[], nameOf: (item: T) => string, typed: string): T[] {
  return items
    .map((item) => ({ item, cost: rank(nameOf(item), typed) }))
    .filter((one): one is { item: T; cost: number } => one.cost !== null)
    .toSorted((a, b) => a.cost - b.cost)
    .map(({ item }) => item);
}
