import { expect, test } from 'vitest';
import { autonym } from '#renderer/i18n/language.ts';

test.each(['constructor', '__proto__', '"><svg onload=a>\u0001', 'x', ''])(
  'what is no language, such as %j, is called as it is written',
  (tag) => {
    expect(autonym(tag)).toBe(tag);
  },
);

test('a language is called by its own name', () => {
  expect([autonym('kk'), autonym('de'), autonym('kk-Arab')]).toEqual(['Қазақша', 'Deutsch', 'Қазақша (Arab)']);
});

test.each(['ky', 'tt', 'ba', 'mn', 'ug', 'cv'])(
  '%s, a neighbour of Kazakh that Chromium does not know, is called by its own name',
  (tag) => {
    expect(autonym(tag)).not.toBe(new Intl.DisplayNames(['en'], { type: 'language' }).of(tag));
    expect(autonym(tag).toLowerCase()).not.toBe(tag);
  },
);
