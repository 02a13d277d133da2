import { languageTag } from '#core/records/record.ts';

/** Names under which files have languages, beside BCP 47: ISO 639-2 and -3, and programs' own. */
const others: Readonly<Record<string, string>> = {
  kaz: 'kk',
  rus: 'ru',
  eng: 'en',
  ger: 'de',
  deu: 'de',
  fre: 'fr',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  tur: 'tr',
  uzb: 'uz',
  kir: 'ky',
  tat: 'tt',
  uig: 'ug',
  ukr: 'uk',
  zho: 'zh',
  chi: 'zh',
  ara: 'ar',
  fas: 'fa',
  per: 'fa',
  mon: 'mn',
  und: 'und',
};

/**
 * The language that a file says its text is in, as a BCP 47 tag: `KK-kz` is `kk-KZ`, `kaz` and `kk_KZ` are `kk` and `kk-KZ`.
 * `null` for what is no tag, and for `und` and `mul`.
 */
export function languageTagOf(said: string | null | undefined): string | null {
  if (said === null || said === undefined) return null;
  const [primary = '', ...subtags] = said.trim().replaceAll('_', '-').split('-');
  const known = shortTag(primary.toLowerCase());
  const tag = [known, ...subtags.map(cased)].join('-');
  return known === 'und' || known === 'mul' || !languageTag.safeParse(tag).success ? null : tag;
}

function cased(subtag: string): string {
  if (subtag.length === 2) return subtag.toUpperCase();
  if (/^[A-Za-z]{4}$/u.test(subtag)) return `${subtag[0]?.toUpperCase() ?? ''}${subtag.slice(1).toLowerCase()}`;
  return subtag.toLowerCase();
}

/** The script that a language is commonly written in, which tags leave out (`Suppress-Script` of BCP 47's registry). */
const commonScript: Readonly<Record<string, string>> = {
  kk: 'cyrl',
  ru: 'cyrl',
  uk: 'cyrl',
  bg: 'cyrl',
  en: 'latn',
  de: 'latn',
  fr: 'latn',
  tr: 'latn',
  ar: 'arab',
  fa: 'arab',
};

/** Whether two tags name the same language and script, whatever the country: TMX's `en-US` and `EN`, `kk-Cyrl-KZ` and `kk`. */
export function sameLanguage(a: string, b: string): boolean {
  return withoutRegion(a) === withoutRegion(b);
}

/** A tag without its country and the script that goes without saying: the same for all tags that name the same language and script. */
export function withoutRegion(tag: string): string {
  const [primary = '', ...subtags] = tag.toLowerCase().split(/[-_]/u);
  const known = shortTag(primary);
  const common = Object.hasOwn(commonScript, known) ? commonScript[known] : undefined;
  return [known, ...subtags.filter((subtag) => /^[a-z]{4}$/u.test(subtag) && subtag !== common)].join('-');
}

/** `kaz` is `kk`. Tags come from data, which may name what every object has. */
function shortTag(primary: string): string {
  return (Object.hasOwn(others, primary) ? others[primary] : undefined) ?? primary;
}
