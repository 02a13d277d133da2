import { describe, expect, it } from 'vitest';
import { autonym, chooseLanguage } from '#renderer/i18n/language.ts';

describe('the interface’s language', () => {
  it('is the one that was chosen', () => {
    expect(chooseLanguage('ru', ['kk-KZ', 'en'])).toBe('ru');
  });

  it('else is the first of the system’s that Egiz speaks', () => {
    expect(chooseLanguage(null, ['de-AT', 'kk-Cyrl-KZ', 'ru'])).toBe('kk');
    expect(chooseLanguage(null, ['ru_RU'])).toBe('ru');
  });

  it('else is English', () => {
    expect(chooseLanguage(null, ['de', 'zh-Hant'])).toBe('en');
    expect(chooseLanguage(null, [])).toBe('en');
  });
});

describe('the name of a language in itself', () => {
  it.each([
    ['kk', 'Қазақша'],
    ['en-GB', 'English'],
    ['de', 'Deutsch'],
    ['kk-Arab', 'Қазақша (Arab)'],
    ['xx', 'Xx'],
  ])('%s: %s', (tag, name) => {
    expect(autonym(tag)).toBe(name);
  });
});
