const rightToLeft = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']);
const scripts = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);

/** Languages of two scripts, and the countries where they are written in Arabic. */
const arabicIn: Readonly<Record<string, readonly string[]>> = {
  az: ['ir'],
  kk: ['cn', 'ir', 'af', 'mn'],
  ku: ['iq', 'ir'],
  ky: ['cn'],
  pa: ['pk'],
  tg: ['pk'],
  tk: ['ir', 'af'],
  uz: ['af', 'cn'],
};

/**
 * The direction in which text in a language (a BCP 47 tag) is written: by its script where the tag names one, else by what is
 * usual for the language in the country, as CLDR's likely subtags have it.
 */
export function direction(tag: string): 'ltr' | 'rtl' {
  const [primary = '', ...more] = tag.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  if (script !== undefined) return scripts.has(script) ? 'rtl' : 'ltr';
  const inArabic = more.some((part) => arabicIn[primary]?.includes(part));
  return inArabic || rightToLeft.has(primary) ? 'rtl' : 'ltr';
}
