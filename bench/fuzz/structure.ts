import type { Random } from '../random.ts';

/** What an attribute may say that its reader does not expect. */
const values = [
  '',
  ' ',
  '0',
  '-1',
  '-0',
  '1e999',
  'NaN',
  '99999999999999999999',
  '+275760-09-13T00:00:00.001Z',
  'kk',
  'kk-Arab-x-'.repeat(40),
  '__proto__',
  'constructor',
  '#',
  '#n1',
  'a b c',
  '%E0%A4%A',
  '../../../x',
  'file:///etc/passwd',
  'javascript:globalThis.EVIL=1',
  'java&#x09;script:globalThis.EVIL=1',
  'https://e.kz/&#x202E;gpj',
  '&#x202E;',
  '&#xD800;',
  '&lt;b onclick=x&gt;',
  'ә'.repeat(5000),
  'x;'.repeat(3000),
];

/** What may stand between two tags. */
const texts = [
  '',
  ' ',
  '\n\n\n',
  '&amp;lt;script&amp;gt;',
  '&#0;',
  '&#x202E;',
  '&#xD800;&#xDC00;',
  '&#99999999999;',
  '&nbsp;',
  '&a;',
  '<![CDATA[<p>]]>',
  ']]>',
  '<!-- -- -->',
  '<?php x ?>',
  '\u202E',
  '\uD800',
  '\0',
  '\uFEFF',
  'а\u0301'.repeat(300),
  ' '.repeat(3000),
  'ә'.repeat(3000),
  '[*_`]('.repeat(300),
];

const heads = [
  '<!DOCTYPE a [<!ENTITY a "ха"><!ENTITY b "&a;&a;">]>',
  '<!DOCTYPE a SYSTEM "https://e.kz/a.dtd">',
  '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
  '<?xml version="1.1"?>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<?xml-stylesheet href="https://e.kz/a.xsl"?>',
  '\uFEFF',
];

const opening = /^<([^\s<>/!?]+)/u;

/** Markup as tags and what is between them. */
function pieces(markup: string): string[] {
  return markup.match(/<!--.*?-->|<[^<>]*>|[^<]+|</gsu) ?? [];
}

/** Where the element that begins at a piece ends: the number of its last piece. That of a tag without an end is the tag. */
function endOf(list: readonly string[], from: number): number {
  const tag = list[from] ?? '';
  const [, name] = opening.exec(tag) ?? [];
  if (name === undefined || tag.endsWith('/>')) return from;
  let depth = 0;
  for (let at = from; at < list.length; at += 1) {
    const piece = list[at] ?? '';
    if (opening.exec(piece)?.[1] === name && !piece.endsWith('/>')) depth += 1;
    else if (piece.startsWith(`</${name}`)) depth -= 1;
    if (depth === 0) return at;
  }
  return from;
}

/**
 * Markup whose tags are whole but not what they should be: elements doubled, taken out, moved, put into themselves or called
 * otherwise; attributes exchanged, without end or of odd values; odd texts; another head.
 */
export function restructured(markup: string, source: Random): string {
  let list = pieces(markup);
  for (let times = 1 + source.below(4); times > 0; times -= 1) list = pieces(changed(list, source));
  return list.join('');
}

function changed(list: readonly string[], source: Random): string {
  const tags = list.flatMap((piece, at) => (opening.test(piece) ? [at] : []));
  if (tags.length === 0) return list.join('');
  const at = source.pick(tags);
  const end = endOf(list, at);
  const before = list.slice(0, at);
  const element = list.slice(at, end + 1);
  const after = list.slice(end + 1);
  const joined = (...parts: readonly (readonly string[] | string)[]): string => parts.flat().join('');
  switch (source.below(12)) {
    case 0:
      return joined(before, element.join('').repeat(2 + source.below(source.below(6) === 0 ? 400 : 6)), after);
    case 1:
      return joined(before, after);
    case 2: {
      // Into itself; at times deeper than anything is read.
      const tag = list[at] ?? '';
      const deep = 1 + source.below(source.below(4) === 0 ? 500 : 8);
      const close = `</${opening.exec(tag)?.[1] ?? ''}>`;
      return joined(before, tag.replace(/\/>$/u, '>').repeat(deep), element, close.repeat(deep), after);
    }
    case 3: {
      const rest = [...before, ...after];
      const to = source.below(rest.length + 1);
      return joined(rest.slice(0, to), element, rest.slice(to));
    }
    case 4:
      return joined(before, list.slice(at + 1, Math.max(at + 1, end)), after);
    case 5:
      return joined(before, element.slice(0, source.below(2) === 0 ? -1 : 1), after);
    case 6: {
      const from = opening.exec(list[at] ?? '')?.[1] ?? '';
      const to = opening.exec(list[source.pick(tags)] ?? '')?.[1] ?? '';
      const called = new RegExp(`^(</?)${escaped(from)}(?=[\\s/>])`, 'u');
      return list.map((piece) => piece.replace(called, `$1${to}`)).join('');
    }
    case 7:
      return joined(before, withAttribute(list[at] ?? '', source), list.slice(at + 1));
    case 8:
      return exchanged(list, at, source.pick(tags));
    case 9:
      return joined(before, `${list[at] ?? ''}${source.pick(texts)}`, list.slice(at + 1));
    case 10:
      return `${source.pick(heads)}${joined(list)}`;
    default:
      return joined(before, otherValue(list[at] ?? '', source), list.slice(at + 1));
  }
}

const attribute = /\s[^\s<>="'/]+=(?:"[^"]*"|'[^']*')/gu;

/** A tag with one more attribute, or with very many. */
function withAttribute(tag: string, source: Random): string {
  const more = [
    () => ` id="${source.pick(values)}"`,
    () => ` xml:lang="${source.pick(values)}"`,
    () => ` xmlns="urn:other"`,
    () => ` xmlns:x="urn:other" x:id="1"`,
    () => ` ${source.pick(['href', 'target', 'corresp', 'type', 'n', 'style', '__proto__'])}="${source.pick(values)}"`,
    () => Array.from({ length: 300 }, (_, at) => ` a${String(at)}="1"`).join(''),
    () => ` ${'ә'.repeat(2000)}="1"`,
  ];
  return tag.replace(/(\s*\/?>)$/u, (close) => `${source.pick(more)()}${close}`);
}

function otherValue(tag: string, source: Random): string {
  const found = tag.match(attribute) ?? [];
  if (found.length === 0) return withAttribute(tag, source);
  const one = source.pick(found);
  return tag.replace(one, () => `${one.slice(0, one.indexOf('='))}="${source.pick(values)}"`);
}

/** The attributes of two tags change places. */
function exchanged(list: readonly string[], a: number, b: number): string {
  const [left, right] = [list[a]?.match(attribute)?.join('') ?? '', list[b]?.match(attribute)?.join('') ?? ''];
  return list
    .map((piece, at) => {
      if (at !== a && at !== b) return piece;
      return piece.replaceAll(attribute, '').replace(/(\s*\/?>)$/u, (close) => `${at === a ? right : left}${close}`);
    })
    .join('');
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
}
