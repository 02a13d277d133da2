/** Where Kazakh is written in Arabic letters (CLDR's likely subtags): a tag may name the country alone. */
const inArabic = new Set(['af', 'cn', 'ir', 'mn']);

/** Is a text in this language (a BCP 47 tag) Kazakh in Cyrillic? Only that can be transliterated and repaired. */
export function isCyrillicKazakh(tag: string): boolean {
  const [primary, ...more] = tag.toLowerCase().split('-');
  const script = more.find((part) => part.length === 4);
  if (primary !== 'kk') return false;
  return script === undefined ? !more.some((part) => inArabic.has(part)) : script === 'cyrl';
}
