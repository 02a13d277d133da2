import { decodeEntities } from '#core/text/entities.ts';

/** Elements after and before which a line ends. */
const blocks = new Set(
  'p div br li ul ol dl dt dd tr table h1 h2 h3 h4 h5 h6 blockquote hr section article def ex k ar header'.split(' '),
);
/** Elements whose content is not for reading. */
const unread = new Set(['script', 'style', 'head', 'template', 'svg', 'object', 'iframe']);

/**
 * What a person reads of HTML, Pango or XDXF: the text, a line for each block, entities resolved. Nothing of the markup remains,
 * whatever it holds; what only looks like markup (`a < b`) stays. Takes time in proportion to the length.
 */
export function plainText(markup: string): string {
  let text = '';
  let at = 0;
  /** No `>` comes any more. */
  let noEnd = false;
  while (at < markup.length) {
    const open = markup.indexOf('<', at);
    if (open < 0) break;
    text += markup.slice(at, open);
    if (markup.startsWith('<!--', open)) {
      const end = markup.indexOf('-->', open + 4);
      at = end < 0 ? markup.length : end + 3;
      continue;
    }
    if (markup.startsWith('<![CDATA[', open)) {
      const end = markup.indexOf(']]>', open);
      text += markup.slice(open + 9, end < 0 ? markup.length : end).replaceAll('&', '&amp;');
      at = end < 0 ? markup.length : end + 3;
      continue;
    }
    const isTag: boolean = !noEnd && /[\p{L}/!?]/u.test(markup.charAt(open + 1));
    const end = isTag ? markup.indexOf('>', open) : -1;
    if (end < 0) {
      noEnd ||= isTag;
      text += '<';
      at = open + 1;
      continue;
    }
    const [name = ''] = /^[a-z0-9]+/iu.exec(markup.slice(open + 1, open + 20).replace('/', '')) ?? [];
    const element = name.toLowerCase();
    if (blocks.has(element)) text += '\n';
    at = end + 1;
    if (unread.has(element) && markup.charAt(open + 1) !== '/' && markup.charAt(end - 1) !== '/') {
      at = endOfElement(markup, at, element);
    }
  }
  return decodeEntities(text + markup.slice(at));
}

function endOfElement(markup: string, from: number, element: string): number {
  const close = new RegExp(`</${element}`, 'giu');
  close.lastIndex = from;
  if (close.exec(markup) === null) return markup.length;
  const end = markup.indexOf('>', close.lastIndex);
  return end < 0 ? markup.length : end + 1;
}

/** Whether a text has markup in it. */
export function hasMarkup(text: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:#\d+|[a-z]+);/iu.test(text);
}

/**
 * The senses of an article: its lines, without their numbers, and without the headword that many begin with. A line that is the
 * headword and all there is stays: a loan is often rendered by itself (автономия).
 */
export function sensesOf(article: string, headword: string): string[] {
  const lines = article
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line));
  const own = lines.length > 1 && lines[0] === headword ? lines.slice(1) : lines;
  return own.map((line) => line.replace(/^(?:\(?\d{1,2}[.)]\s+|[•◦▪*–—-]\s+)/u, '').trim());
}
