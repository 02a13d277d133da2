/** Latin letters, and letters of other Cyrillic alphabets, that look like a Kazakh one: of each entry the first and the second. */
const pairs =
  'aа Aа cс CС eе EЕ iі IІ oо OО pр PР xх XХ yу YУ hһ HН kк KК mм MМ tт TТ BВ əә ƏӘ ɵө ƟӨ ӊң ӉҢ ӈң ӇҢ ӄқ ӃҚ ҝқ ҜҚ ëё ËЁ ÿұ';
const cyrillic = new Map(pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)]));

/**
 * The word in Cyrillic letters alone; `null` when it has none that are not, when one of its Latin letters has no Cyrillic
 * double, or when it is rather a Latin word.
 */
export function withoutLookalikes(word: string): string | null {
  const letters = Array.from(word);
  const doubles = letters.filter((letter) => cyrillic.has(letter)).length;
  const own = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter) && !cyrillic.has(letter)).length;
  if (doubles === 0 || own === 0 || doubles + own < letters.length) return null;
  // Of a word of many Latin letters with a Cyrillic ending nobody knows what it should be.
  const distinctive = letters.some((letter) =>
    /[бвгғдёжзийқлмнңөпртұүфцчшщъыьэюяәБГҒДЁЖЗИЙҚЛҢӨПҰҮФЦЧШЩЪЫЬЭЮЯӘ]/u.test(letter),
  );
  if (doubles > own && !distinctive) return null;
  return letters.map((letter) => cyrillic.get(letter) ?? letter).join('');
}
