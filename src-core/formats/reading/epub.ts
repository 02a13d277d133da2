import { direction } from '#core/language/direction.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { type Bitext, type BitextOptions, wholeBitext } from '../bitext.ts';
import type { WrittenEntry } from '../writer.ts';
import { type Chapter, readingDocument, type ReadingDocument } from './document.ts';
import { labelOf } from './labels.ts';
import { colophonMarkup, frontMarkup, glossaryMarkup, notesMarkup, type Places, rowMarkup } from './markup.ts';
import { bookStyle } from './style.ts';

/** A file of the book's text. */
interface Page {
  readonly file: string;
  readonly title: string;
  readonly level: number;
  readonly body: string;
}

/**
 * A bitext as an EPUB 3: paragraphs that belong together face each other, or follow each other where a reading system has no
 * room. Nothing in it needs a script. The entries of the archive in their order. Rules R of `docs/spec/formats.md`.
 */
export function writeEpub(bitext: Bitext, options: BitextOptions = wholeBitext): WrittenEntry[] {
  const document = readingDocument(bitext, options);
  const pages = pagesOf(document);
  return [
    { name: 'mimetype', data: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', data: container },
    { name: 'EPUB/package.opf', data: packageOf(bitext, document, pages) },
    { name: 'EPUB/nav.xhtml', data: navigation(document, pages) },
    { name: 'EPUB/style.css', data: bookStyle },
    ...pages.map(({ file, title, body }) => ({ name: `EPUB/${file}`, data: page(document, title, body) })),
  ];
}

const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

function pagesOf(document: ReadingDocument): Page[] {
  const files = document.chapters.map((_, at) => `c${String(at + 1)}.xhtml`);
  const fileOfNote = new Map<number, string>();
  document.chapters.forEach(({ rows }, at) => {
    for (const paragraph of rows.flatMap(({ source, target }) => [...source, ...target])) {
      for (const { notes } of document.runs(paragraph)) {
        for (const { number, first } of notes) if (first) fileOfNote.set(number, files[at] ?? '');
      }
    }
  });
  const places: Places = {
    notes: 'notes.xhtml',
    back: (note) => `${fileOfNote.get(note) ?? 'nav.xhtml'}${fileOfNote.has(note) ? `#r${String(note)}` : ''}`,
    top: 1,
    inBook: true,
  };
  const chapters = document.chapters.map((chapter, at) => ({
    file: files[at] ?? '',
    title: chapter.title ?? document.title,
    level: chapter.level,
    // The first heading of a page is its first level, an editor's title where there is one.
    body: chapterBody(chapter, document, { ...places, top: (isNamed(chapter) ? 3 : 2) - chapter.level }),
  }));
  const more = (file: string, title: string, body: string): Page => ({ file, title, level: 1, body });
  const { languages, title, notes, terms } = document;
  const front = `<section class="front" epub:type="titlepage"><header>\n${frontMarkup(document)}\n</header></section>`;
  const last = `<section epub:type="colophon"><h1>${xmlText(labelOf('about', languages))}</h1>\n<footer>\n${colophonMarkup(document)}\n</footer></section>`;
  return [
    more('title.xhtml', title, front),
    ...chapters,
    ...(notes.length === 0 ? [] : [more('notes.xhtml', labelOf('notes', languages), notesMarkup(document, places))]),
    ...(terms.length === 0
      ? []
      : [more('glossary.xhtml', labelOf('glossary', languages), glossaryMarkup(document, places))]),
    more('colophon.xhtml', labelOf('about', languages), last),
  ];
}

function isNamed({ title, editorial }: Pick<Chapter, 'title' | 'editorial'>): boolean {
  return editorial && title !== null;
}

function chapterBody({ title, editorial, rows }: Chapter, document: ReadingDocument, places: Places): string {
  return [
    ...(isNamed({ title, editorial }) ? [`<h1>${xmlText(title ?? '')}</h1>`] : []),
    ...rows.map((row) => rowMarkup(row, document, places)),
  ].join('\n');
}

function page({ languages: [own] }: ReadingDocument, title: string, body: string): string {
  const tag = xmlAttribute(own);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${tag}" xml:lang="${tag}" dir="${direction(own)}">`,
    `<head><meta charset="utf-8"/><title>${xmlText(title).trim() || 'Egiz'}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>`,
    `<body>${body}</body>`,
    '</html>',
    '',
  ].join('\n');
}

/** What shops and libraries ask of a book for readers who do not see it (EPUB Accessibility 1.1). */
const accessibility = [
  '<meta property="schema:accessMode">textual</meta>',
  '<meta property="schema:accessModeSufficient">textual</meta>',
  '<meta property="schema:accessibilityFeature">structuralNavigation</meta>',
  '<meta property="schema:accessibilityFeature">tableOfContents</meta>',
  '<meta property="schema:accessibilityHazard">none</meta>',
];

function packageOf({ work, source, target }: Bitext, document: ReadingDocument, pages: readonly Page[]): string {
  const changed = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)/u.exec(
    work.modified === '' ? (work.created ?? '') : work.modified,
  );
  const translators = [source, target].flatMap(({ edition: { translator } }) => translator ?? []);
  const languages = [...new Set(document.languages)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${xmlAttribute(document.languages[0])}">`,
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier id="id">egiz:${xmlText(work.id)}:${xmlText(source.edition.id)}:${xmlText(target.edition.id)}</dc:identifier>`,
    `<dc:title>${xmlText(document.title).trim() || 'Egiz'}</dc:title>`,
    ...languages.map((tag) => `<dc:language>${xmlText(tag)}</dc:language>`),
    ...(document.author === null || document.author.trim() === ''
      ? []
      : [`<dc:creator>${xmlText(document.author)}</dc:creator>`]),
    ...translators.map(
      (name, at) =>
        `<dc:contributor id="t${String(at)}">${xmlText(name)}</dc:contributor><meta refines="#t${String(at)}" property="role" scheme="marc:relators">trl</meta>`,
    ),
    ...accessibility,
    `<meta property="dcterms:modified">${changed?.[1] ?? '2026-01-01T00:00:00'}Z</meta>`,
    '</metadata>',
    '<manifest>',
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    ...pages.map(({ file }, at) => `<item id="p${String(at + 1)}" href="${file}" media-type="application/xhtml+xml"/>`),
    '</manifest>',
    `<spine${direction(document.languages[0]) === 'rtl' ? ' page-progression-direction="rtl"' : ''}>`,
    ...pages.map((_, at) => `<itemref idref="p${String(at + 1)}"/>`),
    '</spine>',
    '</package>',
    '',
  ].join('\n');
}

function navigation(document: ReadingDocument, pages: readonly Page[]): string {
  const lines: string[] = [];
  /** Levels of the lists that are open. */
  const open: number[] = [];
  for (const { file, title, level } of pages) {
    while (open.length > 1 && (open.at(-1) ?? 0) > level) {
      open.pop();
      lines.push('</li></ol>');
    }
    if (open.length === 0 || (open.at(-1) ?? 0) < level) {
      open.push(level);
      lines.push('<ol>');
    } else {
      lines.push('</li>');
      open[open.length - 1] = Math.min(open.at(-1) ?? level, level);
    }
    lines.push(`<li><a href="${file}">${xmlText(title).replace(/\s+/gu, ' ').trim() || '—'}</a>`);
  }
  lines.push(open.map(() => '</li></ol>').join(''));
  const contents = labelOf('contents', document.languages);
  return page(
    document,
    contents,
    `<nav epub:type="toc" id="toc"><h1>${xmlText(contents)}</h1>${lines.join('\n')}</nav>`,
  );
}
