import { francAll } from 'franc';

/** How a text's language was found: its tag, and 0 to 1 how sure that is. */
export interface Detected {
  readonly language: string;
  readonly confidence: number;
}

/** Code units that are looked at, from several places of the text: beginnings are often in another language. */
const sample = 6000;
const parts = 6;

/** Languages that are told apart by trigrams, by their ISO 639-3 codes as franc has them, and their tags. */
const byTrigrams: Readonly<Record<string, string>> = {
  rus: 'ru',
  ukr: 'uk',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  kaz: 'kk',
  kir: 'ky',
  tat: 'tt',
  bak: 'ba',
  uzn: 'uz',
  tgk: 'tg',
  khk: 'mn',
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  swe: 'sv',
  nob: 'nb',
  dan: 'da',
  fin: 'fi',
  pol: 'pl',
  ces: 'cs',
  slk: 'sk',
  hun: 'hu',
  ron: 'ro',
  tur: 'tr',
  azj: 'az',
  arb: 'ar',
  pes: 'fa',
  urd: 'ur',
  uig: 'ug',
  ell: 'el',
  hin: 'hi',
};

/** Scripts that one language of those read in Egiz has for itself. */
const byScript: readonly [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Thai}/gu, 'th'],
];

/**
 * The likeliest language of a text, as a BCP 47 tag: Kazakh in Cyrillic (`kk`), Latin (`kk-Latn`) and Arabic script (`kk-Arab`) by
 * its letters and commonest words, others by their trigrams (franc). `null` for a text with too few letters to say.
 */
export function detectLanguage(text: string): Detected | null {
  const some = sampled(text).toLowerCase();
  const letters = count(some, /\p{L}/gu);
  if (letters < 8) return null;
  for (const [script, language] of byScript) {
    if (count(some, script) > letters * 0.3) return { language, confidence: 0.95 };
  }
  return kazakh(some, letters) ?? turkicCyrillic(some, letters) ?? trigrams(some);
}

function sampled(text: string): string {
  if (text.length <= sample) return text;
  const length = Math.floor(sample / parts);
  const step = Math.floor((text.length - length) / (parts - 1));
  return Array.from({ length: parts }, (_, at) => text.slice(at * step, at * step + length)).join('\n');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Words as they stand between other characters; `\b` does not see Cyrillic. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{M}]+/gu) ?? [];
}

const kazakhWords = new Set(
  'және мен бен пен үшін бұл сол осы деп еді болды болып жоқ бар бір оның олар емес ғана сияқты туралы кейін'.split(
    ' ',
  ),
);
const latinKazakh = new Set(
  'jäne men üşın bul bwl būl sol osy dep edı edi boldy bolyp bar joq bır bir onyñ onyń olar emes ğana ǵana siaqty turaly keiın kein keyin jane qazaq qazaqstan'.split(
    ' ',
  ),
);
const arabicKazakh = new Set(
  'جانە مەن ٴۇشىن بۇل سول وسى دەپ ەدى بولدى بولىپ بار جوق ٴبىر ونىڭ ولار ەمەس عانا سياقتى تۋرالى كەيىن'.split(' '),
);

/** Kazakh has ұ, қ and ғ in Cyrillic; in Arabic script ۇ, ۋ, ى and the hamza before soft words, and no letter for short a. */
function kazakh(text: string, letters: number): Detected | null {
  const all = words(text);
  const share = (known: ReadonlySet<string>): number =>
    all.filter((word) => known.has(word)).length / Math.max(all.length, 1);
  const cyrillic = count(text, /[а-яёәғқңөұүһі]/gu);
  if (cyrillic > letters * 0.6) {
    const own = count(text, /[ұқғ]/gu);
    const others = count(text, /[ўҳӯҷєїґџљњћђҡҙҫ]/gu);
    if (own > cyrillic * 0.02 && others < own / 4 && (count(text, /[ұі]/gu) > 0 || share(kazakhWords) > 0.02)) {
      return { language: 'kk', confidence: Math.min(0.99, 0.8 + own / cyrillic + share(kazakhWords)) };
    }
    return null;
  }
  if (count(text, /\p{Script=Arabic}/gu) > letters * 0.6) {
    const own = count(text, /[ۇۋەٴ]/gu) / letters;
    const uyghur = count(text, /[ېۆۈئ]/gu) / letters;
    const isKazakh = share(arabicKazakh) > 0.02 || (own > 0.06 && uyghur < 0.02);
    return isKazakh ? { language: 'kk-Arab', confidence: Math.min(0.98, 0.7 + share(arabicKazakh) + own) } : null;
  }
  if (
    share(latinKazakh) > 0.04 &&
    count(text, /[qğǵñńüúūäáöóışıy]/gu) > letters * 0.06 &&
    !/\b(?:bir|ve|için|değil|olan)\b/u.test(text)
  ) {
    return { language: 'kk-Latn', confidence: Math.min(0.95, 0.6 + share(latinKazakh)) };
  }
  return null;
}

/** Neighbours of Kazakh, which its letters could be taken for. */
function turkicCyrillic(text: string, letters: number): Detected | null {
  const has = (pattern: RegExp): number => count(text, pattern) / letters;
  if (has(/[ҙҫҡ]/gu) > 0.01) return { language: 'ba', confidence: 0.95 };
  if (has(/[җ]/gu) > 0.001 && has(/[әү]/gu) > 0.01) return { language: 'tt', confidence: 0.9 };
  if (has(/[ўҳ]/gu) > 0.01 && has(/[қғ]/gu) > 0.005) return { language: 'uz-Cyrl', confidence: 0.9 };
  if (has(/[ӣӯҷ]/gu) > 0.005) return { language: 'tg', confidence: 0.9 };
  return null;
}

/** Letters that languages in Cyrillic do not have, by franc's codes: trigrams of a short text mistake its neighbours for each other. */
const foreignLetters: Readonly<Record<string, RegExp>> = {
  // `і` and `ѣ` stood in Russian until 1918.
  rus: /[їєґўј]/gu,
  ukr: /[ыэёъ]/gu,
  bel: /[ищъ]/gu,
  bul: /[ыэё]/gu,
  srp: /[ыэёщъьюя]/gu,
};
/** A share of such letters that names and quotations from elsewhere do not reach. */
const mostForeign = 0.004;

function trigrams(text: string): Detected | null {
  const letters = count(text, /\p{L}/gu);
  const isPossible = (code: string): boolean => {
    const foreign = foreignLetters[code];
    return foreign === undefined || count(text, foreign) <= letters * mostForeign;
  };
  const [first, second] = francAll(text, { only: Object.keys(byTrigrams).filter(isPossible), minLength: 8 });
  if (first === undefined) return null;
  const language = byTrigrams[first[0]];
  if (language === undefined) return null;
  // The best always scores 1; how far the next one is behind says how sure that is.
  return { language, confidence: Math.min(0.95, 0.5 + (1 - (second?.[1] ?? 0)) * 3) };
}
