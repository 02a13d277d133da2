import type { Markup } from '../running-text.ts';
import { webAddress } from '../web-address.ts';

/** Elements that hold paragraphs. */
export const inDivision: ReadonlySet<string> = new Set([
  'body',
  'front',
  'back',
  'div',
  'div1',
  'div2',
  'div3',
  'div4',
  'div5',
  'div6',
  'div7',
  'floatingText',
  'epigraph',
  'cit',
  'list',
  'sp',
  'titlePage',
  'docTitle',
  'opener',
  'closer',
  'argument',
]);

/** Elements that are a paragraph. */
export const paragraphs: ReadonlySet<string> = new Set([
  'p',
  'ab',
  'l',
  'item',
  'label',
  'speaker',
  'stage',
  'salute',
  'signed',
  'dateline',
  'byline',
  'trailer',
  'titlePart',
  'docAuthor',
  'bibl',
  'u',
]);

/** Elements without text of the edition: running heads, marks of pages, what was struck out. */
export const dropped: ReadonlySet<string> = new Set([
  'fw',
  'pb',
  'cb',
  'gb',
  'milestone',
  'anchor',
  'del',
  'index',
  'linkGrp',
  'link',
  'join',
  'joinGrp',
  'spanGrp',
  'interp',
  'interpGrp',
  'fs',
  'teiHeader',
  'standOff',
]);

/** Elements whose text is text like any other. */
export const flat: ReadonlySet<string> = new Set([
  'seg',
  's',
  'w',
  'pc',
  'c',
  'cl',
  'phr',
  'hi',
  'ref',
  'foreign',
  'name',
  'persName',
  'placeName',
  'orgName',
  'geogName',
  'rs',
  'date',
  'time',
  'num',
  'measure',
  'term',
  'gloss',
  'mentioned',
  'soCalled',
  'q',
  'quote',
  'said',
  'title',
  'abbr',
  'expan',
  'sic',
  'corr',
  'orig',
  'reg',
  'add',
  'supplied',
  'unclear',
  'surname',
  'forename',
  'lg',
  'app',
  'lem',
]);

/** What an element means in its line; `null` where it is text like any other. */
export function markupOf(name: string, attributes: ReadonlyMap<string, string>): Markup | null {
  if (name === 'emph') return { type: 'emphasis' };
  if (name === 'hi') {
    const rend = attributes.get('rend') ?? attributes.get('style') ?? '';
    if (/ital|emph/iu.test(rend)) return { type: 'emphasis' };
    if (/bold|strong/iu.test(rend)) return { type: 'strong' };
    if (/sup/iu.test(rend)) return { type: 'superscript' };
    return /sub/iu.test(rend) ? { type: 'subscript' } : null;
  }
  if (name !== 'ref') return null;
  const target = attributes.get('target') ?? '';
  const address = webAddress(target);
  if (address !== null) return { type: 'link', href: address };
  return attributes.get('type') === 'note' && target.startsWith('#') ? { type: 'note', note: target.slice(1) } : null;
}
