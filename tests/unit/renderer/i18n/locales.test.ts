import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namespaces } from '#renderer/i18n/index.ts';
import { languages, type Language } from '#renderer/i18n/language.ts';

const folder = new URL('../../../../src-renderer/i18n/locales/', import.meta.url);

type Tree = { [name: string]: Tree | string };

function texts(language: Language, namespace: string): Map<string, string> {
  const tree = JSON.parse(readFileSync(new URL(`${language}/${namespace}.json`, folder), 'utf8')) as Tree;
  const found = new Map<string, string>();
  const walk = (part: Tree, path: string): void => {
    for (const [name, value] of Object.entries(part)) {
      if (typeof value === 'string') found.set(`${path}${name}`, value);
      else walk(value, `${path}${name}.`);
    }
  };
  walk(tree, '');
  return found;
}

const plural = /_(?:zero|one|two|few|many|other)$/;
const keys = (language: Language, namespace: string): string[] =>
  [...new Set([...texts(language, namespace).keys()].map((key) => key.replace(plural, '')))].toSorted();
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+/g) ?? [])].toSorted();

describe.each(namespaces)('the texts of %s', (namespace) => {
  it.each(['kk', 'ru'] as const)('in %s are those that there are in English', (language) => {
    expect(keys(language, namespace)).toEqual(keys('en', namespace));
  });

  it.each(languages)('in %s have every plural form of the language', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const all = texts(language, namespace);
    const counted = [...all.keys()].filter((key) => plural.test(key)).map((key) => key.replace(plural, ''));
    const missing = counted.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !all.has(key));
    expect(missing).toEqual([]);
  });

  it.each(['kk', 'ru'] as const)('in %s name the values that the English ones name', (language) => {
    const english = [...texts('en', namespace)];
    const wrong = [...texts(language, namespace)].filter(([key, text]) => {
      const forms = english.filter(([other]) => other.replace(plural, '') === key.replace(plural, ''));
      const known = forms.map(([, form]) => placeholders(form));
      const named = placeholders(text);
      // A singular may say "one" in words; what every English form names is needed.
      const needed = placeholders(text)
        .concat(known[0] ?? [])
        .filter((one) => known.every((form) => form.includes(one)));
      return !named.every((one) => known.flat().includes(one)) || !needed.every((one) => named.includes(one));
    });
    expect(wrong).toEqual([]);
  });
});

it('there are no texts of namespaces that nobody loads', () => {
  for (const language of languages) {
    expect(readdirSync(new URL(`${language}/`, folder)).toSorted()).toEqual(
      namespaces.map((namespace) => `${namespace}.json`).toSorted(),
    );
  }
});
