import { childrenOf, descendantsOf, textOf, type XmlElement } from '#core/xml/tree.ts';
import type { ImportedBlock } from '../imported.ts';
import type { Markup } from '../running-text.ts';
import { breaking } from './elements.ts';

/** Whether an element in the middle of a paragraph is one or more paragraphs of its own. */
export function breaksParagraph(element: XmlElement): boolean {
  if (breaking.has(element.name)) return true;
  if (element.name === 'figure') return childrenOf(element, 'head', 'p').length > 0;
  const isQuoted = element.name === 'quote' || element.name === 'q' || element.name === 'cit';
  return isQuoted && descendantsOf(element, 'p', 'lg', 'l').length > 0;
}

/** What leads to a note of the text refers to it, whatever it says of itself. */
export function referenceTo({ name, attributes }: XmlElement, notes: ReadonlySet<string>): Markup | null {
  const target = attributes.get('target') ?? '';
  const isNote = (name === 'ref' || name === 'ptr') && target.startsWith('#') && notes.has(target.slice(1));
  return isNote ? { type: 'note', note: target.slice(1) } : null;
}

/**
 * Whether the marks of a quotation were left to its element: neither in it nor before it are any.
 *
 * @param before the text before it
 */
export function needsQuotes(element: XmlElement, before: string): boolean {
  if (element.name !== 'q' && element.name !== 'quote') return false;
  const words = textOf(element);
  return words !== '' && !/^[«»“”„"'‘’‹›—–-]/u.test(words) && !/[«»“”„"'‘’‹›]$/u.test(before.trimEnd());
}

/** Whether a line end says of which line of a page or an edition it is: it ends none of the text's lines. */
export function isOfPage({ attributes }: XmlElement): boolean {
  return ['n', 'facs', 'break', 'ed', 'edRef'].some((name) => attributes.has(name));
}

/** The mark in the place of a picture, with what is said of it. */
export function pictureOf(element: XmlElement): string {
  const [said] = childrenOf(element, 'figDesc', 'desc');
  const words = said === undefined ? '' : textOf(said).replace(/\s+/gu, ' ');
  // pandoc writes a sign of its own for a picture that has a title.
  return words === '' || words === 'fig:' ? '[▫]' : `[▫ ${words}]`;
}

/** What a paragraph is by its element, in a place where others are of a type. */
export function typeOf({ name, attributes }: XmlElement, around: ImportedBlock['type']): ImportedBlock['type'] {
  if (name === 'l') return around === 'note' ? 'note' : 'verse';
  return name === 'ab' && attributes.get('type') === 'heading' ? 'heading' : around;
}
