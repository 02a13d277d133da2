import type { Bitext } from '../bitext.ts';
import type { ImportedText } from '../imported.ts';
import { sameLanguage } from '../language-tag.ts';
import type { Property } from './properties.ts';

/** What a file says of its texts as a whole: author, titles, translators, dates, each in the language of its text. */
export function aboutBitext({ work, source, target }: Bitext): Property[] {
  return [
    ...Object.entries(work.author ?? {}).map(([language, value]) => ({ name: 'author', value, language })),
    ...[source, target].flatMap(({ edition: { language, title, translator, ...edition } }) => [
      ...(title === '' ? [] : [{ name: 'title', value: title, language }]),
      ...(translator === undefined ? [] : [{ name: 'translator', value: translator, language }]),
      ...(typeof edition['date'] === 'string' ? [{ name: 'date', value: edition['date'], language }] : []),
    ]),
  ];
}

/** What a file says of its text in a language. */
export function readAbout(
  properties: readonly Property[],
  language: string | null,
): Pick<ImportedText, 'title' | 'author' | 'translator' | 'date'> {
  const said = (name: string): string | null =>
    properties.find((one) => one.name === name && sameLanguage(one.language ?? '', language ?? ''))?.value ?? null;
  return { title: said('title'), author: said('author'), translator: said('translator'), date: said('date') };
}
