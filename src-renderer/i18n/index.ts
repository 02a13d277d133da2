import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, languages, type Language } from './language.ts';

/** One a feature; its texts are in `locales/<language>/<namespace>.json`. */
export const namespaces = [
  'app',
  'library',
  'reader',
  'annotations',
  'glossary',
  'search',
  'coverage',
  'dictionaries',
  'scripts',
  'review',
  'aloud',
  'repairs',
  'anki',
  'alignment',
  'export',
  'import',
] as const;

const files = import.meta.glob<Record<string, object>>('./locales/*/*.json', { eager: true, import: 'default' });

function texts(language: Language): Record<string, Record<string, object>> {
  return Object.fromEntries(
    namespaces.map((namespace) => [namespace, files[`./locales/${language}/${namespace}.json`] ?? {}]),
  );
}

/** The interface's translations; bundled, so that every language is there at once. */
export const i18n: I18n = createInstance();

// Resolved before it returns: nothing is fetched.
void i18n.use(initReactI18next).init({
  resources: Object.fromEntries(languages.map((language) => [language, texts(language)])),
  lng: chooseLanguage(null, typeof navigator === 'undefined' ? [] : navigator.languages),
  fallbackLng: 'en',
  ns: [...namespaces],
  defaultNS: 'app',
  initAsync: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  react: { useSuspense: false },
});

/** The interface's language now. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18n.language) ?? 'en';
}

/** Shows the interface in a language, at once. */
export function setLanguage(language: Language): void {
  if (i18n.language !== language) void i18n.changeLanguage(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}
