import * as english from 'react-aria-components/i18n/en-US';
import * as russian from 'react-aria-components/i18n/ru-RU';
import { kazakhControls } from './controls-kk.ts';
import { currentLanguage } from './index.ts';
import type { Language } from './language.ts';

type Texts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const texts: Readonly<Record<Language, Texts>> = { kk: kazakhControls, en: textsOf(english), ru: textsOf(russian) };

/**
 * Gives the controls of React Aria what they say to a screen reader in the interface's language. They ask their window for
 * it under two symbols before they look among their own, which have no Kazakh, and ask again each time: so the language
 * can change. To be called before the first control is shown.
 */
export function nameControls(target: Window): void {
  const own = Object.fromEntries(
    Object.entries(texts.en).map(([control, all]) => [control, followingLanguage(control, Object.keys(all))]),
  );
  Object.assign(target, {
    [Symbol.for('react-aria.i18n.locale')]: 'en-US',
    [Symbol.for('react-aria.i18n.strings')]: own,
  });
}

function followingLanguage(control: string, names: readonly string[]): object {
  return Object.defineProperties(
    {},
    Object.fromEntries(
      names.map((name) => [
        name,
        { get: () => texts[currentLanguage()][control]?.[name] ?? texts.en[control]?.[name], enumerable: true },
      ]),
    ),
  );
}

/** What such a module exports; the types of the package have the type of its texts in place of the texts. */
function textsOf(module: object): Texts {
  return (module as { default: Texts }).default;
}
