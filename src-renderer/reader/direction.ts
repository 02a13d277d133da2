const rightToLeft = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);
const scripts = new Set(['arab', 'hebr', 'thaa', 'syrc']);

/** The direction in which text in a language (a BCP 47 tag) is written: by its script where the tag names one. */
export function direction(tag: string): 'ltr' | 'rtl' {
  const [primary = '', ...more] = tag.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  return (script === undefined ? rightToLeft.has(primary) : scripts.has(script)) ? 'rtl' : 'ltr';
}
