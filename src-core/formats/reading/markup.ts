import { direction } from '#core/language/direction.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { glossOf, type ReadingDocument, type ReadingEdition, type Row, type Run } from './document.ts';
import { labelIn, labelOf } from './labels.ts';
import type { NoteBlock, NoteRun } from './note-text.ts';

/** An address that may stand in a book: http or https, as RFC 3986 writes it; `null` for any other. */
export function address(href: string | undefined): string | null {
  if (href === undefined || !/^https?:\/\/[^/?#\s]/iu.test(href)) return null;
  const plain = href
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
    .replace(/%(?![0-9A-Fa-f]{2})/gu, '%25');
  return /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)/iu.test(plain) ? plain : null;
}

/** How pages refer to each other, and which headings they have. */
export interface Places {
  /** Where notes are, so that references lead there: the file `notes.xhtml`, or `''` for the same page. */
  readonly notes: string;
  /** The way back from a note. */
  readonly back: (note: number) => string;
  /** The level of a heading of level 1: 2 below the title of a page. */
  readonly top: number;
  /** Whether elements say what they are in a book (`epub:type`), by which reading systems show notes where they stand. */
  readonly inBook: boolean;
}

/** The attributes that say in which language, and in which direction, an element's text is. */
function inLanguage(tag: string): string {
  const language = xmlAttribute(tag);
  return ` lang="${language}" xml:lang="${language}" dir="${direction(tag)}"`;
}

/** The text of a paragraph as XHTML. */
function runsMarkup(runs: readonly Run[], places: Places): string {
  return runs.map((run) => (run.text === '\n' ? '<br/>' : runMarkup(run)) + references(run, places)).join('');
}

const tags = { emphasis: 'em', strong: 'strong', superscript: 'sup', subscript: 'sub' } as const;

function runMarkup({ text, marks, hue }: Run): string {
  let made = xmlText(text);
  let isLinked = false;
  if (hue !== null) made = `<mark class="${hue}">${made}</mark>`;
  for (const { type, href } of marks.toReversed()) {
    const to = type === 'link' ? address(href) : null;
    if (to !== null && !isLinked) {
      made = `<a href="${xmlAttribute(to)}">${made}</a>`;
      isLinked = true;
    } else if (type === 'note') made = `<sup>${made}</sup>`;
    else if (type !== 'link') made = `<${tags[type]}>${made}</${tags[type]}>`;
  }
  return made;
}

function references({ notes }: Run, { notes: file, inBook }: Places): string {
  const type = inBook ? ' epub:type="noteref"' : '';
  return notes
    .map(({ number, first }) => {
      const id = first ? ` id="r${String(number)}"` : '';
      return `<sup class="ref"><a${id}${type} href="${file}#n${String(number)}">${String(number)}</a></sup>`;
    })
    .join('');
}

/** A row: what faces each other. Two headings that face each other begin what follows. */
export function rowMarkup({ source, target }: Row, document: ReadingDocument, places: Places): string {
  const [own, other] = document.languages;
  const cell = (paragraphs: readonly Paragraph[], tag: string): string => {
    const inner = paragraphs.map((paragraph) => paragraphMarkup(paragraph, document, places)).join('\n');
    return `<div class="side"${inLanguage(tag)}>${inner}</div>`;
  };
  const isHead = [...source, ...target].every(({ type }) => type === 'heading');
  return `<div class="row${isHead ? ' head' : ''}">${cell(source, own)}${cell(target, other)}</div>`;
}

function paragraphMarkup(paragraph: Paragraph, document: ReadingDocument, places: Places): string {
  const inner = runsMarkup(document.runs(paragraph), places);
  switch (paragraph.type) {
    case 'heading': {
      const level = String(Math.min(Math.max((paragraph.level ?? 1) + places.top - 1, 1), 6));
      return `<h${level}>${inner}</h${level}>`;
    }
    case 'quote':
      return `<blockquote><p>${inner}</p></blockquote>`;
    case 'verse':
      return `<p class="verse">${inner}</p>`;
    case 'note':
      return `<p class="note">${inner}</p>`;
    case 'text':
      return `<p>${inner}</p>`;
  }
}

/** The notes as a list under a heading; each leads back to its place. */
export function notesMarkup({ notes, languages }: ReadingDocument, { back, top, inBook }: Places): string {
  const kind = inBook ? ' epub:type="endnote"' : '';
  const items = notes.map(({ blocks, tags: names }, at) => {
    const number = at + 1;
    const way = `<a class="back"${inBook ? ' epub:type="backlink"' : ''} href="${back(number)}">↩</a>`;
    const tagged = names.map((name) => `<span class="tag">#${xmlText(name)}</span>`).join(' ');
    const end = [...(tagged === '' ? [] : [tagged]), way].join(' ');
    const paragraphs = blocks.map((block, nth) => noteMarkup(block, nth === blocks.length - 1 ? ` ${end}` : ''));
    const inner = paragraphs.length === 0 ? `<p>${end}</p>` : paragraphs.join('\n');
    return `<li id="n${String(number)}"${kind}>${inner}</li>`;
  });
  const title = `<h${String(top)}>${xmlText(labelOf('notes', languages))}</h${String(top)}>`;
  return `<section class="notes"${inBook ? ' epub:type="endnotes"' : ''}>${title}\n<ol>${items.join('\n')}</ol></section>`;
}

/** @param end what stands behind it in the same paragraph */
function noteMarkup({ type, sign, depth, runs }: NoteBlock, end: string): string {
  const words = runs.map(noteRunMarkup).join('') + end;
  const inner = sign === '' ? words : `${xmlText(sign)} ${words}`;
  // A note may be in any language.
  if (type === 'quote') return `<blockquote><p dir="auto">${inner}</p></blockquote>`;
  const style = type === 'item' ? ` class="item depth${String(Math.min(depth, 4))}"` : '';
  return `<p${style} dir="auto">${inner}</p>`;
}

function noteRunMarkup({ text, emphasis, strong, code, href }: NoteRun): string {
  if (text === '\n') return '<br/>';
  let made = xmlText(text);
  if (code) made = `<code>${made}</code>`;
  if (emphasis) made = `<em>${made}</em>`;
  if (strong) made = `<strong>${made}</strong>`;
  const to = address(href ?? undefined);
  return to === null ? made : `<a href="${xmlAttribute(to)}">${made}</a>`;
}

/** The glossary as a list under a heading. */
export function glossaryMarkup({ terms, languages }: ReadingDocument, { top, inBook }: Places): string {
  const [own, other] = languages;
  const items = terms.map(
    (term) =>
      `<div><dt${inLanguage(own)}>${xmlText(term.headword)}</dt><dd${inLanguage(other)}>${xmlText(glossOf(term, other))}</dd></div>`,
  );
  const title = `<h${String(top)}>${xmlText(labelOf('glossary', languages))}</h${String(top)}>`;
  return `<section class="glossary"${inBook ? ' epub:type="glossary"' : ''}>${title}\n<dl>${items.join('\n')}</dl></section>`;
}

/** The title, who wrote it, and what is said of each text, above the column in which it stands. */
export function frontMarkup({ title, author, editions, languages }: ReadingDocument): string {
  return [
    `<h1${inLanguage(languages[0])}>${xmlText(title)}</h1>`,
    ...(author === null ? [] : [`<p class="author">${xmlText(author)}</p>`]),
    `<div class="row">${editions.map((edition) => editionMarkup(edition, title)).join('')}</div>`,
  ].join('\n');
}

function editionMarkup({ language, title, translator, date }: ReadingEdition, main: string): string {
  const lines = [
    ...(title === '' || title === main ? [] : [`<p class="title">${xmlText(title)}</p>`]),
    ...(translator === null ? [] : [`<p>${xmlText(labelOf('translator', [language]))}: ${xmlText(translator)}</p>`]),
    ...(date === null ? [] : [`<p>${xmlText(date)}</p>`]),
  ];
  return `<div class="side"${inLanguage(language)}>${lines.join('')}</div>`;
}

/** What the colours mean, and what made the book. */
export function colophonMarkup({ legend, languages }: ReadingDocument): string {
  const colours = legend.map(({ hue, name }) => `<mark class="${hue}">${xmlText(name)}</mark>`).join(' ');
  return [
    ...(legend.length === 0 ? [] : [`<p>${xmlText(labelOf('highlights', languages))}: ${colours}</p>`]),
    ...languages.flatMap((tag) => {
      const made = labelIn('made', tag);
      return made === null ? [] : [`<p${inLanguage(tag)}>${xmlText(made)}</p>`];
    }),
  ].join('\n');
}
