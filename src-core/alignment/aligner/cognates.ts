/*
 * Names and international words are spelt alike across scripts: Каваноның and Kavanaugh, Орынбор and Orenburg. Words are
 * compared in rough Latin, where letters that languages render by turns cost little to exchange.
 */
const pairs =
  'аa әa бb вv гg ғg дd еe ёo жj зz иi йi кk қk лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh цc чc шc щc ыi іi эe юu яa ъ ь ' +
  'ґg єe їi ўu ѓg ќk љl њn џj ђj ћc ' +
  'aa bb ck dd ee ff gg hh ii jj kk ll mm nn oo pp qk rr ss tt uu vv wv xk yi zz ßs øo œo æe łl đd ðd þt ıi';
const roman = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|ch|tch|tsch|ts|tz|cz/gu, 'c'],
  [/дж|dj|zh|dzh/gu, 'j'],
  [/kh/gu, 'h'],
  [/gh|ug(?=h)/gu, 'g'],
  [/ph/gu, 'f'],
  [/th/gu, 't'],
  [/qu/gu, 'kv'],
  [/c(?=[eiy])/gu, 's'],
  [/x|кс/gu, 'ks'],
];

/** A word in small letters in rough Latin, doubled letters once; empty for other scripts. */
export function romanise(word: string): string {
  let small = word.normalize('NFC');
  for (const [letters, sound] of digraphs) small = small.replace(letters, sound);
  let found = '';
  for (const letter of small) {
    const sound = roman.get(letter) ?? roman.get(letter.normalize('NFD').charAt(0)) ?? '';
    if (sound !== '' && !found.endsWith(sound)) found += sound;
  }
  return found;
}

/** Consonants that stand for each other across languages. */
const groups = ['bp', 'vf', 'gkh', 'dt', 'zscj', 'l', 'm', 'n', 'r'];
const vowels = 'aeiou';
const vowelCost = 0.3;
const alikeCost = 0.4;
const endingCost = 0.25;
const missingVowelCost = 0.5;
/** Letters that are compared. */
const longest = 12;
const letters = 26;
const firstLetter = 'a'.charCodeAt(0);

/** What exchanging two letters costs, 0 to 1, at `a * letters + b`, and what a letter costs that the other word lacks. */
const exchangeCosts = new Float64Array(letters * letters);
const missingCosts = new Float64Array(letters);
for (let a = 0; a < letters; a++) {
  const one = String.fromCharCode(firstLetter + a);
  missingCosts[a] = vowels.includes(one) ? missingVowelCost : 1;
  for (let b = 0; b < letters; b++) {
    const other = String.fromCharCode(firstLetter + b);
    const areAlike = groups.some((group) => group.includes(one) && group.includes(other));
    const areVowels = vowels.includes(one) && vowels.includes(other);
    exchangeCosts[a * letters + b] = a === b ? 0 : areVowels ? vowelCost : areAlike ? alikeCost : 1;
  }
}

/** A word in rough Latin as the numbers of its letters, as `likeness` wants it. */
export function spelling(word: string): Uint8Array {
  return Uint8Array.from(word.slice(0, longest), (letter) => letter.charCodeAt(0) - firstLetter);
}

let row = new Float64Array(longest + 1);
let next = new Float64Array(longest + 1);

/**
 * How alike two words are, 0 to 1, or 0 where it is less than `least`. Letters at the end of either that the other lacks cost little:
 * they may be an ending.
 */
export function likeness(a: Uint8Array, b: Uint8Array, least = 0): number {
  const m = a.length;
  const n = b.length;
  if (m === 0 || n === 0) return 0;
  const scale = Math.min(Math.max(m, n), Math.min(m, n) + 2);
  const most = (1 - least) * scale;
  row[0] = 0;
  for (let j = 1; j <= n; j++) row[j] = (row[j - 1] ?? 0) + (missingCosts[b[j - 1] ?? 0] ?? 1);
  let best = Infinity;
  for (let i = 1; i <= m; i++) {
    const letter = a[i - 1] ?? 0;
    const missing = missingCosts[letter] ?? 1;
    let lowest = (row[0] ?? 0) + missing;
    next[0] = lowest;
    for (let j = 1; j <= n; j++) {
      const other = b[j - 1] ?? 0;
      const cost = Math.min(
        (row[j - 1] ?? 0) + (exchangeCosts[letter * letters + other] ?? 1),
        (row[j] ?? 0) + missing,
        (next[j - 1] ?? 0) + (missingCosts[other] ?? 1),
      );
      next[j] = cost;
      if (cost < lowest) lowest = cost;
    }
    // What follows only adds to it.
    if (lowest > most && best > most) return 0;
    best = Math.min(best, (next[n] ?? 0) + (m - i) * endingCost);
    const swap = row;
    row = next;
    next = swap;
  }
  for (let j = 0; j <= n; j++) best = Math.min(best, (row[j] ?? 0) + (n - j) * endingCost);
  const alike = Math.max(0, 1 - best / scale);
  return alike < least ? 0 : alike;
}

/** The groups of the first two consonants of a word in rough Latin: words that differ here are not compared. */
export function soundKey(word: string): string {
  let key = '';
  for (const letter of word) {
    const group = groups.findIndex((one) => one.includes(letter));
    if (group < 0) continue;
    key += String(group);
    if (key.length === 2) break;
  }
  return key;
}
