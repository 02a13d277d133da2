import { francAll } from 'franc';

/** How a text's language was found: its tag, and 0 to 1 how sure that is. */
export interface Detected {
  readonly language: string;
  readonly confidence: number;
}

/** Code units that are looked at, from several places of the text: beginnings are often in another language. */
const sample = 6000;
const parts = 6;

/** What is in no language: addresses of the web and of mail, names of files. */
const notWords =
  /(?:https?|ftp|file):\/\/\S*|www\.\S*|[^\s@]{1,64}@[^\s@]{1,255}|[\w./\\:-]{1,255}\.[a-z]{1,5}(?::\d+)?(?![\p{L}\p{N}])/gu;

/** Below this many letters languages are told only by what none of their neighbours has. */
const fewLetters = 25;
/** Up to this many letters trigrams are believed only where the next language is far behind. */
const someLetters = 36;
const clearWinner = 0.75;
/** Fewer letters have too few trigrams. */
const fewestForTrigrams = 16;

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
 * The likeliest language of a text, as a BCP 47 tag: Kazakh in Cyrillic (`kk`), Latin (`kk-Latn`) and Arabic script (`kk-Arab`) and
 * its neighbours by their letters and commonest words, others by their trigrams (franc). `null` for a text with too few letters to
 * say, or a short one that several languages are as near to.
 */
export function detectLanguage(text: string): Detected | null {
  const some = sampled(text).toLowerCase().replace(notWords, ' ');
  const letters = count(some, /\p{L}/gu);
  if (letters < 8) return null;
  for (const [script, language] of byScript) {
    if (count(some, script) > letters * 0.3) return { language, confidence: 0.95 };
  }
  if (count(some, /\p{Script=Cyrillic}/gu) > letters * 0.6) return inCyrillic(some) ?? trigrams(some, cyrillicCodes);
  if (count(some, /\p{Script=Arabic}/gu) > letters * 0.6) return inArabic(some) ?? trigrams(some, arabicCodes);
  return inLatin(some) ?? trigrams(some, otherCodes);
}

const cyrillicCodes = 'rus ukr bel bul srp kaz kir tat bak uzn tgk khk'.split(' ');
const arabicCodes = 'arb pes urd uig'.split(' ');
const otherCodes = Object.keys(byTrigrams).filter(
  (code) => !arabicCodes.includes(code) && (!cyrillicCodes.includes(code) || code === 'uzn'),
);

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

const arabicKazakh = new Set(
  'جانە مەن ٴۇشىن بۇل سول وسى دەپ ەدى بولدى بولىپ بار جوق ٴبىر ونىڭ ولار ەمەس عانا سياقتى تۋرالى كەيىن'.split(' '),
);
const latinKazakh = new Set(
  'jäne jáne jane jənə üşın üşin úshin ushin būl osy osı dep boldy boldı bolyp bolıp joq bır onyñ onyń onıñ emes ğana ǵana siaqty turaly keiın qazaq qazaqstan'.split(
    ' ',
  ),
);
const bulgarian = new Set('се са във със което който беше ще една това като бяха при през'.split(' '));

/** By letters that one language of a group has and its neighbours do not. */
function inCyrillic(text: string): Detected | null {
  const cyrillic = Math.max(1, count(text, /\p{Script=Cyrillic}/gu));
  const has = (pattern: RegExp): number => count(text, pattern) / cyrillic;
  const all = words(text);
  const kazakh = all.filter((word) => /[ұқғәңөүһі]/u.test(word)).length / Math.max(1, all.length);
  if (has(/[ҙҫҡ]/gu) > 0.01) return { language: 'ba', confidence: 0.95 };
  if (has(/[ӣӯҷ]/gu) > 0.005 && has(/ў/gu) === 0) return { language: 'tg', confidence: 0.9 };
  if (has(/[їєґ]/gu) > 0.003) return { language: 'uk', confidence: 0.9 };
  if (has(/[ўҳ]/gu) > 0.004) {
    if (has(/[әңөү]/gu) > 0.005) return { language: 'kaa', confidence: 0.9 };
    if (has(/[қғҳ]/gu) > 0.004 && has(/[ыі]/gu) === 0) return { language: 'uz-Cyrl', confidence: 0.9 };
  }
  // A word or two of Kazakh in a Russian text make it no Kazakh text.
  if (kazakh >= 0.25 && has(/[ұі]/gu) > 0 && has(/[ұқғәңөүһ]/gu) > 0.02 && has(/[їєґўҳӯҷђљњћђџ]/gu) < 0.005) {
    return { language: 'kk', confidence: Math.min(0.99, 0.7 + kazakh / 2) };
  }
  if (kazakh >= 0.25 && has(/[қғ]/gu) > 0.01 && has(/[ұі]/gu) === 0) {
    // Bashkir has ғ, but not қ; Karakalpak has neither ұ nor і, which a longer text in Kazakh has.
    if (has(/қ/gu) === 0 && has(/[әһ]/gu) > 0.02) return { language: 'ba', confidence: 0.7 };
    return { language: cyrillic > 60 ? 'kaa' : 'kk', confidence: 0.6 };
  }
  const isLong = cyrillic >= fewLetters;
  if (isLong && kazakh >= 0.2 && has(/[ұқғі]/gu) === 0 && has(/[әҗһ]/gu) > 0.01) {
    return { language: 'tt', confidence: 0.9 };
  }
  if (kazakh >= 0.2 && has(/[ұқғіәһҗ]/gu) === 0 && has(/[ңөү]/gu) > 0.01) return trigrams(text, ['kir', 'khk']);
  // Russian had `і` until 1918, too, but fewer.
  if (isLong && has(/[іў]/gu) > 0.012 && has(/[ұқғәңөүһѣ]/gu) === 0) {
    if (has(/[ищъ]/gu) === 0) return { language: 'be', confidence: 0.8 };
    if (has(/[ыэёъ]/gu) === 0) return { language: 'uk', confidence: 0.8 };
  }
  return russian(all, has);
}

/** Russian is what has no letters but its own, unless it looks like a neighbour that has none either. */
function russian(all: readonly string[], has: (pattern: RegExp) => number): Detected | null {
  if (all.filter((word) => !/[^а-яё]/u.test(word)).length < all.length * 0.7) return null;
  const isBulgarian =
    has(/[ыэё]/gu) === 0 && (has(/ъ/gu) > 0.01 || all.filter((word) => bulgarian.has(word)).length > all.length * 0.08);
  if (isBulgarian) return { language: 'bg', confidence: 0.8 };
  const found = trigrams(all.join(' '), ['rus', 'kir', 'khk', 'kaz', 'tat']);
  return found?.language === 'ru' || (has(/[щъэц]/gu) > 0.005 && has(/аа|оо|уу|ээ|ий\b/gu) === 0)
    ? { language: 'ru', confidence: 0.9 }
    : null;
}

/** Kazakh and Uyghur share most letters; only Uyghur has ئ, ې and ۈ, and only Kazakh the hamza before a soft word. */
function inArabic(text: string): Detected | null {
  const letters = Math.max(1, count(text, /\p{Script=Arabic}/gu));
  const uyghur = count(text, /[ېۈئ]/gu) / letters;
  if (uyghur > 0.015) return { language: 'ug', confidence: 0.9 };
  const all = words(text);
  const known = all.filter((word) => arabicKazakh.has(word)).length / Math.max(1, all.length);
  const own = count(text, /[ۇۋەٴ]/gu) / letters;
  const isKazakh = known > 0.02 || own > 0.04;
  return isKazakh ? { language: 'kk-Arab', confidence: Math.min(0.98, 0.7 + known + own) } : null;
}

/**
 * Kazakh in Latin script, whichever of its alphabets: `q` that no `u` follows, `j`, `y` between consonants, ñ and ğ are many, and
 * `v`, `x`, `c` and apostrophes few. Its neighbours have one or the other.
 */
function inLatin(text: string): Detected | null {
  const letters = Math.max(1, count(text, /\p{L}/gu));
  const has = (pattern: RegExp): number => count(text, pattern) / letters;
  const known = words(text).filter((word) => latinKazakh.has(word)).length;
  const schwa = has(/ə/gu);
  const score =
    2 * has(/q(?!u)/gu) +
    has(/qu/gu) * 0.3 +
    1.5 * has(/[ńŋǵūñ]/gu) +
    has(/[ğj]/gu) +
    0.7 * has(/(?<=[bdgkqlmnprstzşjğǵñń])y(?=[bdgkqlmnprstzşjğǵñń])/gu) +
    (1.5 * known) / letters +
    has(/ï/gu) -
    2 * has(/[vx]/gu) -
    0.5 * has(/w/gu) -
    1.5 * has(/ch/gu) -
    1.5 * has(/[ëčžščřőűåøæßčć]/gu) -
    2 * has(/c(?!h)/gu) -
    4 * has(/[og][ʻʼ'‘’`]/gu) -
    (schwa > 0.05 ? 3 * schwa : 0);
  return score > (letters < fewLetters ? 0.12 : 0.045)
    ? { language: 'kk-Latn', confidence: Math.min(0.95, 0.6 + score * 2) }
    : null;
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

function trigrams(text: string, codes: readonly string[]): Detected | null {
  const letters = count(text, /\p{L}/gu);
  const isPossible = (code: string): boolean => {
    const foreign = foreignLetters[code];
    return foreign === undefined || count(text, foreign) <= letters * mostForeign;
  };
  const [first, second] = francAll(text, { only: codes.filter(isPossible), minLength: 8 });
  if (first === undefined) return null;
  const said = byTrigrams[first[0]];
  if (said === undefined) return null;
  const language = said === 'uz' && codes === cyrillicCodes ? 'uz-Cyrl' : said;
  // The best always scores 1; how far the next one is behind says how sure that is.
  const confidence = Math.min(0.95, 0.5 + (1 - (second?.[1] ?? 0)) * 3);
  if (letters < fewestForTrigrams || (letters < someLetters && confidence < clearWinner)) return null;
  return { language, confidence };
}
