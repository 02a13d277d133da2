import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { schemes } from '#core/language/scripts/transliterate.ts';
import { currentLanguage } from '#renderer/i18n/index.ts';

/** What a scheme is called in the interface's language. */
export function schemeName(id: SchemeId): string {
  return schemes.find((scheme) => scheme.id === id)?.name[currentLanguage()] ?? id;
}
