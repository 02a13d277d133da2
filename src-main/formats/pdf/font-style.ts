import type { TextStyle } from './page-text.ts';

const bold = /bold|black|heavy|demi|[-,_]b(?:d|i|old)?$|^cm(?:bx|b)|\bbx\b/iu;
const italic = /ital|obli|slant|cursive|kursiv|[-,_](?:b?it?)$|^cm(?:ti|sl|bxti|bxsl)/iu;

/** The style that a font's name says: `ABCDEF+LiberationSerif-BoldItalic`. Files say it nowhere else in a way that can be relied on. */
export function styleOfFont(name: string): TextStyle {
  const own = name.replace(/^[A-Z]{6}\+/u, '');
  return { bold: bold.test(own), italic: italic.test(own) };
}
