import { autonym } from '#renderer/i18n/language.ts';

/** Languages that dictionaries of Kazakh are met with. */
const common = ['kk', 'en', 'ru', 'tr', 'ky', 'uz', 'tt', 'ba', 'mn', 'zh', 'ar', 'fa', 'de', 'fr', 'es', 'it', 'uk'];

/** Languages to choose from, those given first, by their own names. */
export function languageChoices(first: readonly (string | null)[]): { id: string; text: string }[] {
  const tags = new Set([...first.filter((tag) => tag !== null), ...common]);
  return [...tags].map((tag) => ({ id: tag, text: autonym(tag) }));
}

/** Languages by their own names: `Қазақша → English`. */
export function pairName(source: string | null, target: string | null, several: string): string {
  const from = source === null ? several : autonym(source);
  return target === null ? from : `${from} → ${autonym(target)}`;
}
