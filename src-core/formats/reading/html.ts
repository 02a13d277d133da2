import { direction } from '#core/language/direction.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import { readingDocument } from './document.ts';
import { colophonMarkup, frontMarkup, glossaryMarkup, notesMarkup, type Places, rowMarkup } from './markup.ts';
import { style } from './style.ts';

const places: Places = { notes: '', back: (note) => `#r${String(note)}`, top: 2, inBook: false };

/**
 * A bitext as one page: both texts side by side, light or dark as the reader's system is, to be printed as well. It has no script
 * and asks for nothing from anywhere; its own policy says so. Rules R of `docs/spec/formats.md`.
 */
export function writeHtml(bitext: Bitext, options: BitextOptions = wholeBitext): string {
  const document = readingDocument(bitext, options);
  const [own] = document.languages;
  return [
    '<!DOCTYPE html>',
    `<html lang="${xmlAttribute(own)}" dir="${direction(own)}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="generator" content="Egiz">',
    ...(document.author === null ? [] : [`<meta name="author" content="${xmlAttribute(document.author)}">`]),
    `<title>${xmlText(document.title).trim() || 'Egiz'}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<header>\n${frontMarkup(document)}\n</header>`,
    '<main>',
    ...document.chapters.map(({ title, level, editorial, rows }) =>
      [
        `<section class="chapter level${String(Math.min(level, 2))}">`,
        ...(editorial && title !== null ? [`<h2>${xmlText(title)}</h2>`] : []),
        ...rows.map((row) => rowMarkup(row, document, places)),
        '</section>',
      ].join('\n'),
    ),
    '</main>',
    ...(document.notes.length === 0 ? [] : [notesMarkup(document, places)]),
    ...(document.terms.length === 0 ? [] : [glossaryMarkup(document, places)]),
    `<footer>\n${colophonMarkup(document)}\n</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
