/** The languages that Egiz itself speaks. */
export const languages = ['kk', 'en', 'ru'] as const;
export type Language = (typeof languages)[number];

/**
 * The first of a person's preferred languages (BCP 47 tags, best first) that Egiz speaks; English where there is none.
 * Only the language counts, not script or region: `kk-Cyrl-KZ` is `kk`.
 */
export function chooseLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const primary = tag.split(/[-_]/, 1)[0]?.toLowerCase();
    const found = languages.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}
