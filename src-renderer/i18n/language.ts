import type { Display } from '#core/records/preference.ts';

/** A language of the interface. */
export type Language = NonNullable<Display['language']>;

export const languages = ['kk', 'en', 'ru'] as const satisfies readonly Language[];

/**
 * The reader's choice, else the first of the system's languages (BCP 47 tags, best first) that Egiz speaks, else English.
 * Only the language counts, not script or region: `kk-Cyrl-KZ` is `kk`.
 */
export function chooseLanguage(chosen: Language | null, system: readonly string[]): Language {
  if (chosen !== null) return chosen;
  for (const tag of system) {
    const primary = tag.split(/[-_]/, 1)[0]?.toLowerCase();
    const found = languages.find((language) => language === primary);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** Those of Egiz itself, and neighbours of Kazakh whose own names Chromium does not know. */
const autonyms: ReadonlyMap<string, string> = new Map([
  ['kk', 'Қазақша'],
  ['en', 'English'],
  ['ru', 'Русский'],
  ['ky', 'Кыргызча'],
  ['tt', 'Татарча'],
  ['ba', 'Башҡортса'],
  ['mn', 'Монгол'],
  ['ug', 'ئۇيغۇرچە'],
  ['az', 'Azərbaycan'],
  ['tk', 'Türkmen'],
  ['tg', 'Тоҷикӣ'],
  ['kaa', 'Qaraqalpaqsha'],
  ['cv', 'Чӑвашла'],
  ['sah', 'Саха тыла'],
]);

/** The name of a language in itself, as on the head of a column: `Қазақша`, `English`; a script is named by its code. */
export function autonym(tag: string): string {
  const [primary = tag, ...more] = tag.split('-');
  const name = autonyms.get(primary) ?? displayName(primary);
  const script = more.find((part) => part.length === 4);
  return script === undefined ? name : `${name} (${script})`;
}

/** Chromium knows many languages, though not all; an unknown one is shown by its tag. */
function displayName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag, 'en'], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch (error) {
    // A library that others write may hold what is no tag at all.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
