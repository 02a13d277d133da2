import { decodeEntities } from '#core/text/entities.ts';

/** A text as HTML for a field of Anki: nothing in it is markup, line breaks stay. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n|\r|\n/gu, '<br>')
    .replace(/\p{Cc}/gu, ' ');
}

/** What escaping leaves and Anki would take for a field of a template, a cloze or a sound. */
const meant: Readonly<Record<string, string>> = { '{': '&#123;', '}': '&#125;', '[': '&#91;', ':': '&#58;' };

/** A text as HTML for a field, where also Anki's own signs (`{{`, `}}`, `::`, `[sound:`) must not mean anything. */
export function fieldHtml(text: string): string {
  return escapeHtml(text).replace(/[{}]|\[(?=sound:|anki:|latex\])|:(?=:)|(?<=:):/gu, (sign) => meant[sign] ?? sign);
}

/** Elements whose content nobody reads. */
const unseen = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'title']);
/** Elements that stand on lines of their own. */
const blocks = new Set(
  'br hr div p li ul ol dl dt dd tr table blockquote pre section article h1 h2 h3 h4 h5 h6'.split(' '),
);
/** Signs that stand in a text where a field has a picture or a sound, which Egiz does not take. */
const pictureMark = '□';
const soundMark = '♪';

/**
 * The text of a field of Anki: tags taken out, line breaks of blocks kept, entities read, clozes opened
 * (`{{c1::word::hint}}` is `word`), pictures and sounds marked with their names (`[□ cat.jpg]`). What is left is text, to be
 * escaped again by whoever shows it. Takes time in proportion to the length, whatever the markup.
 */
export function fieldText(html: string): string {
  const text = withoutClozes(decodeEntities(withoutTags(html)))
    .replace(/\[sound:([^\]\n]{1,200})\]/gu, (_, name: string) => `[${soundMark} ${name}]`)
    .replaceAll('\u00AD', '')
    .replace(/[\p{Cc}--[\n]]/gv, ' ');
  const lines = text.split('\n').map((line) => line.replace(/[ \u00A0\u2002\u2003\u2009]+/gu, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

/** Clozes inside clozes are opened from the innermost on; Anki shows three of them. */
const deepestCloze = 3;

function withoutClozes(text: string): string {
  let opened = text;
  for (let depth = 0; depth < deepestCloze; depth++) {
    opened = opened.replace(/\{\{c\d{1,3}::((?:(?!\{\{c|\}\}|::)[^])*)(?:::(?:(?!\{\{c|\}\})[^])*)?\}\}/gu, '$1');
  }
  return opened;
}

function withoutTags(html: string): string {
  let text = '';
  let at = 0;
  const last = html.lastIndexOf('>');
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    text += html.slice(at, open);
    const tag = tagAt(html, open);
    if (tag === null) {
      // A sign in the text, or a tag that never ends: from here on there is none.
      if (last < open) return text + html.slice(open);
      text += '<';
      at = open + 1;
      continue;
    }
    at = tag.end;
    if (tag.name === 'img') text += pictureOf(html.slice(open, tag.end));
    else if (blocks.has(tag.name)) text += '\n';
    else if (unseen.has(tag.name) && !tag.closes) at = afterElement(html, tag.name, tag.end);
  }
  return text + html.slice(at);
}

/** The tag or comment that begins at `open`, or `null` where `<` is no markup. */
function tagAt(html: string, open: number): { name: string; closes: boolean; end: number } | null {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return { name: '!', closes: false, end: end < 0 ? html.length : end + 3 };
  }
  const [, slash, name] = /^<(\/?)([a-z!?][a-z0-9:-]{0,30})/iu.exec(html.slice(open, open + 40)) ?? [];
  if (name === undefined) return null;
  const end = html.indexOf('>', open);
  return end < 0 ? null : { name: name.toLowerCase(), closes: slash === '/', end: end + 1 };
}

/** Where an element that is not read ends; the end of the text where it is not closed. */
function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\b`, 'giu');
  close.lastIndex = from;
  const found = close.exec(html);
  if (found === null) return html.length;
  const end = html.indexOf('>', found.index);
  return end < 0 ? html.length : end + 1;
}

function pictureOf(tag: string): string {
  const [, double, single, bare] = /\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/iu.exec(tag.slice(0, 2000)) ?? [];
  const source = double ?? single ?? bare ?? '';
  const name = source.startsWith('data:') ? '' : source.slice(0, 200);
  return ` [${`${pictureMark} ${name}`.trim()}] `;
}
