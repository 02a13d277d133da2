import type { Paragraph } from '#core/records/paragraph.ts';
import { xmlAttribute, xmlText } from '#core/xml/escape.ts';
import { glossOf, type ReadingDocument, type Row, type Run } from './document.ts';

/** An address that may stand in a book: http or https, as RFC 3986 writes it; `null` for any other. */
export function address(href: string | undefined): string | null {
  if (href === undefined || !/^https?:\/\/[^/?#\s]/iu.test(href)) return null;
  const plain = href
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, (sign) => encodeURIComponent(sign))
    .replace(/%(?![0-9A-Fa-f]{2})/gu, '%25');
  return /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#]|$)/iu.test(plain) ? plain : null;
}

/** Where notes are, so that references lead there: of the file `notes.xhtml`, or of the same page. */
export interface Places {
  readonly notes: string;
  /** The way back from a note. */
  readonly back: (note: number) => string;
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

function references({ notes }: Run, { notes: file }: Places): string {
  return notes
    .map((number) => `<sup><a id="r${String(number)}" href="${file}#n${String(number)}">${String(number)}</a></sup>`)
    .join('');
}

/** A row: what faces each other. */
export function rowMarkup({ source, target }: Row, document: ReadingDocument, places: Places): string {
  const [own, other] = document.languages;
  const cell = (paragraphs: readonly Paragraph[], tag: string): string => {
    const inner = paragraphs.map((paragraph) => paragraphMarkup(paragraph, document, places)).join('\n');
    return `<div class="side" lang="${xmlAttribute(tag)}" xml:lang="${xmlAttribute(tag)}">${inner}</div>`;
  };
  return `<div class="row">${cell(source, own)}${cell(target, other)}</div>`;
}

function paragraphMarkup(paragraph: Paragraph, document: ReadingDocument, places: Places): string {
  const inner = runsMarkup(document.runs(paragraph), places);
  switch (paragraph.type) {
    case 'heading': {
      const level = String(Math.min((paragraph.level ?? 1) + 1, 6));
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

/** The notes as a list; each leads back to its place. */
export function notesMarkup({ notes }: ReadingDocument, { back }: Places): string {
  const items = notes.map((body, at) => {
    const number = at + 1;
    const lines = body.split('\n').map(xmlText).join('<br/>');
    return `<li id="n${String(number)}">${lines} <a href="${back(number)}">↩</a></li>`;
  });
  return `<ol class="notes">${items.join('\n')}</ol>`;
}

/** The glossary as a list. */
export function glossaryMarkup({ terms, languages: [own, other] }: ReadingDocument): string {
  const items = terms.map(
    (term) =>
      `<dt lang="${xmlAttribute(own)}" xml:lang="${xmlAttribute(own)}">${xmlText(term.headword)}</dt><dd lang="${xmlAttribute(other)}" xml:lang="${xmlAttribute(other)}">${xmlText(glossOf(term, other))}</dd>`,
  );
  return `<dl class="glossary">${items.join('\n')}</dl>`;
}
