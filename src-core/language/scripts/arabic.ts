import { letterTable, type Scheme } from './scheme.ts';

const letters = letterTable(
  'аا әا бب вۆ гگ ғع дد еە ёيو жج зز иي йي кك қق лل мم нن ңڭ оو өو пپ рر сس тت уۋ ұۇ үۇ фف хح һھ цتس чچ шش щشش ъ ыى іى ь эە юيۋ яيا ,، ;؛ ?؟',
);

/** Stands before a word whose vowels are front, where no letter of the word says so. */
const hamza = 'ٴ';

const kazakhLetters = new Set('абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі');

function isKazakhLetter(unit: string): boolean {
  return kazakhLetters.has(unit);
}

/** The reformed Arabic script of Akhmet Baitursynuly, as it is written today. */
export const arabic: Scheme = {
  id: 'arab',
  direction: 'rtl',
  name: {
    kk: 'Араб (төте жазу)',
    en: 'Arabic (Töte jazu)',
    ru: 'Арабица (тоте жазу)',
  },
  letter: (text, at) => {
    const own = text.charAt(at);
    const letter = letters.get(own) ?? null;
    // The comma of a decimal number: 1,5.
    if (own === ',' && /^\d,\d$/u.test(text.slice(at - 1, at + 2))) return null;
    if (letter === null || !isKazakhLetter(own)) return letter;
    // партия: ي of и is heard in я already.
    const before = text.charAt(at - 1);
    if ((before === 'и' || before === 'й') && (own === 'я' || own === 'ю')) return own === 'я' ? 'ا' : 'ۋ';
    const begins = at === 0 || !isKazakhLetter(before);
    return begins && needsHamza(wordAt(text, at)) ? hamza + letter : letter;
  },
  capitals: null,
};

function wordAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && isKazakhLetter(text.charAt(end))) end++;
  return text.slice(at, end);
}

/** к, г and е are front by themselves; a word of both kinds of vowels (қазір, мұғалім) is written as a back one. */
function needsHamza(word: string): boolean {
  if (/[кгеэ]/u.test(word)) return false;
  return /[әөү]/u.test(word) || (/[і]/u.test(word) && !/[аоұыяёқғ]/u.test(word));
}
