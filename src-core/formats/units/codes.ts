import type { Markup } from '../running-text.ts';
import { webAddress } from '../web-address.ts';

const byType: ReadonlyMap<string, Markup['type']> = new Map([
  ['bold', 'strong'],
  ['italic', 'emphasis'],
  ['x-superscript', 'superscript'],
  ['egiz:superscript', 'superscript'],
  ['x-subscript', 'subscript'],
  ['egiz:subscript', 'subscript'],
  ['xlf:b', 'strong'],
  ['xlf:i', 'emphasis'],
]);
const byTag: ReadonlyMap<string, Markup['type']> = new Map([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['sup', 'superscript'],
  ['sub', 'subscript'],
]);

/** What a code of formatting means: by the type that the file gives it, else by the code itself where it is HTML's. */
export function markupOf(type: string | undefined, native: string): Markup | null {
  const [, tag = '', rest = ''] = /^<([a-z]{1,10})\b([^<>]{0,4000})>$/iu.exec(native) ?? [];
  const known = byType.get(type ?? '') ?? byTag.get(tag.toLowerCase());
  if (known !== undefined) return { type: known };
  const href = unescaped(/\bhref="([^"]*)"/iu.exec(rest)?.[1] ?? '');
  const address = webAddress(href);
  if (address !== null) return { type: 'link', href: address };
  return type === 'fnote' && href.startsWith('#') ? { type: 'note', note: href.slice(1) } : null;
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#9;': '\t',
  '&#10;': '\n',
  '&#13;': '\r',
};

function unescaped(value: string): string {
  return value.replace(/&(?:amp|lt|gt|quot|#9|#10|#13);/gu, (entity) => entities[entity] ?? entity);
}
