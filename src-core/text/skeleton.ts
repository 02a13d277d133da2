/*
 * Names keep their consonants across scripts: Ленин and Lenin, Орынбор and Orenburg. A skeleton is a word's consonants in
 * rough Latin, with those that languages render by turns put together.
 */
const pairs =
  'бb вv ғg гg дd жj зz кk қk лl мm нn ңn пp рr сs тt фf хh һh цs чs шs щs ' +
  'bb cs dd ff gg hh jj kk ll mm nn pp qk rr ss tt vv wv xk zz';
const consonants = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]));
const digraphs: readonly (readonly [string, string])[] = [
  ['shch', 's'],
  ['kh', 'h'],
  ['zh', 'j'],
  ['dj', 'j'],
  ['sh', 's'],
  ['ch', 's'],
  ['ts', 's'],
  ['gh', 'g'],
  ['дж', 'j'],
];

/** The consonants of a word in rough Latin, doubled ones once; empty for a word of vowels or of another script. */
export function skeleton(word: string): string {
  let small = word.toLowerCase();
  for (const [letters, sound] of digraphs) small = small.replaceAll(letters, sound);
  let found = '';
  for (const letter of small) {
    const sound = consonants.get(letter) ?? '';
    if (sound !== '' && !found.endsWith(sound)) found += sound;
  }
  return found;
}
