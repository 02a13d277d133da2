import { describe, expect, test } from 'vitest';
import { readFictionBook } from '#core/formats/fictionbook.ts';
import { readHtml } from '#core/formats/html/read-html.ts';
import { readMarkdown } from '#core/formats/markdown.ts';
import { markupOf } from '#core/formats/tei/elements.ts';
import { markupOf as codeMarkup } from '#core/formats/units/codes.ts';
import { harmless, payload } from '../../../fixtures/formats/harmless.ts';
import { refusal } from '../../../fixtures/formats/refusal.ts';

const image = `<img src=x onerror="${payload}">`;

/** Each is put beside a text that must be read whatever stands there. */
const shapes: readonly [what: string, markup: string][] = [
  ['a script', `<script>${payload}</script>`],
  ['a script with a slash in its name', `<script/x>${payload}</script>`],
  ['a script that another one hides', '<scr<script></script>ipt>x</script>'],
  ['a script in a comment that ends early', `<!--><script>${payload}</script>-->`],
  ['a script in capitals', `<SCRIPT SRC=//e.kz/a.js>${payload}</SCRIPT>`],
  ['a module of another site', `<script type=module src="https://e.kz/a.js">${payload}</script>`],
  ['an event of an element', `<p onclick="${payload}" onpointerrawupdate="${payload}">x</p>`],
  ['a picture with an event', image],
  [
    'a picture with a set of sources',
    `<img srcset="https://e.kz/1 1x, https://e.kz/2 2x" alt=""><picture><source srcset="//e.kz"></picture>`,
  ],
  ['SVG with a script', `<svg><script>${payload}</script><text>${payload}</text></svg>`],
  ['SVG with HTML inside', `<svg><foreignObject><p>${payload}</p><script>${payload}</script></foreignObject></svg>`],
  [
    'SVG that animates a link',
    `<svg><a><animate attributeName=href values="javascript:${payload}"/><text>${payload}</text></a></svg>`,
  ],
  ['SVG that uses a file', `<svg><use href="https://e.kz/a.svg#b"/><image href="https://e.kz/"/></svg>`],
  ['MathML with a link', `<math><mtext><a href="javascript:${payload}">${payload}</a></mtext></math>`],
  ['MathML that turns a style inside out', `<math><mtext><table><mglyph><style><!--</style>${image}`],
  [
    'a form within a form',
    `<form action="https://e.kz"><input value="${payload}"><form><button formaction="javascript:${payload}">${payload}</button></form></form>`,
  ],
  ['a base', '<base href="https://e.kz/">'],
  ['a meta that leads away', `<meta http-equiv="refresh" content="0;url=javascript:${payload}">`],
  ['a meta that gives a policy', `<meta http-equiv="Content-Security-Policy" content="script-src *">`],
  ['a style with addresses', `<style>@import "https://e.kz/${payload}"; p { background: url(https://e.kz) }</style>`],
  ['a style of an element', `<p style="background:url(https://e.kz/);content:'${payload}'">x</p>`],
  ['a style of another file', '<link rel=stylesheet href=https://e.kz/a.css><link rel=prefetch href=https://e.kz/>'],
  ['frames', `<iframe src="https://e.kz" srcdoc="<script>${payload}</script>">${payload}</iframe>`],
  [
    'an object',
    `<object data="https://e.kz/a.swf"><param name=a value="${payload}"><embed src="https://e.kz">${payload}</object>`,
  ],
  [
    'sound and video',
    `<audio src="https://e.kz">${payload}</audio><video poster="https://e.kz"><track src=x>${payload}</video>`,
  ],
  ['a page within noscript', `<noscript><p title="</noscript>${image.replaceAll('"', "'")}">${payload}</noscript>`],
  ['a template', `<template><script>${payload}</script>${payload}</template>`],
  ['a shadow root', `<div><template shadowrootmode=open><p>${payload}</p></template></div>`],
  ['a textarea', `<textarea>${payload}</textarea>`],
  ['a title within the body', `<title>${payload}</title>`],
  ['what is hidden', `<p hidden>${payload}</p>`],
  ['an island of XML', `<xml id=a><b>x</b></xml><span datasrc=#a></span>`],
  ['a comment of a browser', `<!--[if gte IE 4]><script>${payload}</script><![endif]-->`],
  ['an instruction', `<?xml-stylesheet href="javascript:${payload}"?>`],
  ['a section of characters', '<![CDATA[<script>x</script>]]>'],
];

/** Addresses that are scripts or documents of their own, as they were ever slipped past a check. */
const addresses: readonly string[] = [
  `javascript:${payload}`,
  `JaVaScRiPt:${payload}`,
  ` \u0001javascript:${payload}`,
  `java\tscript:${payload}`,
  `java\nscript:${payload}`,
  `java&#x09;script:${payload}`,
  `&#106;avascript:${payload}`,
  `&#0000106avascript:${payload}`,
  `javascript&colon;${payload}`,
  `javascript\u00AD:${payload}`,
  `vbscript:${payload}`,
  `data:text/html,<script>${payload}</script>`,
  `DATA:text/html;base64,PHNjcmlwdD4=`,
  `blob:https://e.kz/${payload}`,
  `file:///etc/passwd`,
  `\\\\e.kz\\share`,
  `//e.kz/`,
  `https:javascript:${payload}`,
  `http:///e.kz`,
  `ftp://e.kz/`,
  `feed:javascript:${payload}`,
  `view-source:https://e.kz`,
  `about:blank`,
  `intent://e.kz#Intent;end`,
  `https://e.kz/\u202Egpj.exe`,
  `https://e.kz/\u2066a`,
  `https://e.kz/a b`,
  `https://${'e'.repeat(5000)}.kz`,
];

describe('of a page', () => {
  test.each(shapes)('%s leaves nothing behind', (_, markup) => {
    const whole = `<!DOCTYPE html><html lang="kk"><head><title>Қазан</title></head><body><p>Бірінші.</p>${markup}<p>Соңғы.</p></body></html>`;
    const read = harmless(readHtml(whole));
    expect(read.texts[0]?.blocks[0]?.text).toBe('Бірінші.');
  });

  test.each(addresses)('the address %j is followed by nobody', (address) => {
    const quoted = address.replaceAll('"', '&quot;');
    const read = harmless(readHtml(`<p>Сөз <a href="${quoted}" ping="https://e.kz" download>сілтеме</a> бар.</p>`));
    expect(read.texts[0]?.blocks[0]).toEqual({ type: 'text', text: 'Сөз сілтеме бар.', marks: [] });
  });

  test('plain text that never ends is text', () => {
    const read = readHtml(`<p>а</p><plaintext><script>б`);
    expect(read.texts[0]?.blocks.map(({ text }) => text)).toEqual(['а', '<script>б']);
  });

  test('an address of the web is kept as it is, without line ends in it', () => {
    const [block] = readHtml('<p><a href=" HTTPS://e.kz/ә?a=1&amp;b=2#в\n ">а</a></p>').texts[0]?.blocks ?? [];
    expect(block?.marks).toEqual([{ type: 'link', href: 'HTTPS://e.kz/ә?a=1&b=2#в', start: 0, end: 1 }]);
  });

  test('characters written by number are cleaned as others are, in titles and names as well', () => {
    const read = harmless(
      readHtml(
        '<head><title>а&#x202E;б</title><meta name=author content="&#8238;в&#x2066;"></head><body><h1>&#x202E;г&#0;</h1><p>д&#xD800;&#x85;<img alt="&#x202E;е"></p>',
      ),
    );
    expect(read.texts[0]).toMatchObject({ title: 'аб', author: 'в' });
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'direction-marks-dropped' }));
  });
});

describe('of Markdown', () => {
  test.each(shapes)('%s leaves no element behind', (_, markup) => {
    const read = readMarkdown(`Бірінші.\n\n${markup}\n\nСоңғы.`);
    const [text] = read.texts;
    expect(text?.blocks[0]?.text).toBe('Бірінші.');
    for (const { marks } of text?.blocks ?? []) {
      for (const { href } of marks) expect(href ?? 'https://').toMatch(/^https?:\/\//u);
    }
  });

  // Marks of direction and controls are out of the file before it is parsed; here they are written by number.
  test.each(addresses)('the address %j is followed by nobody', (address) => {
    const written = address.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);
    const read = readMarkdown(`Сөз [сілтеме](<${written}>) бар.`);
    expect(read.texts[0]?.blocks.flatMap(({ marks }) => marks)).toEqual([]);
  });

  test('characters written by number are cleaned as others are', () => {
    const read = harmless(readMarkdown('а&#x202E;б ![&#x202E;в](г)\n\n# д&#8238;'));
    expect(read.texts[0]?.blocks.map(({ text }) => text)).toEqual(['аб [▫ в]', 'д']);
    expect(read.texts[0]?.title).toBe('д');
  });

  test('a head of nothing but white space costs nothing', () => {
    const read = readMarkdown(`---\ntitle:${' '.repeat(1_000_000)}\nauthor: А${' '.repeat(1_000_000)}Б \n---\nв`);
    expect(read.texts[0]?.title).toBeNull();
  });
});

describe('of XML', () => {
  const book = (inner: string, type = ''): string =>
    `<?xml version="1.0"?>${type}<FictionBook><body><section>${inner}</section></body></FictionBook>`;
  const laughs = `<!DOCTYPE a [<!ENTITY l0 "ха">${Array.from({ length: 20 }, (_, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`).join('')}]>`;

  test.each([
    ['entities that multiply', book('<p>&l20;</p>', laughs)],
    [
      'an entity that is long and used often',
      book(`<p>${'&a;'.repeat(50_000)}</p>`, `<!DOCTYPE a [<!ENTITY a "${'а'.repeat(50_000)}">]>`),
    ],
    ['an entity that is a file', book('<p>&a;</p>', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>')],
    ['an entity that is itself', book('<p>&a;</p>', '<!DOCTYPE a [<!ENTITY a "&a;">]>')],
    ['an entity of no declaration', book('<p>\n\n&nbsp;</p>')],
  ])('%s is refused with its line', async (_, text) => {
    const { code, place } = await refusal(() => readFictionBook(text));
    expect(code).toBe('damaged');
    expect(place.line).toBeGreaterThan(0);
  });

  test.each([
    ['a definition at another address', book('<p>а</p>', '<!DOCTYPE a SYSTEM "https://e.kz/a.dtd">')],
    [
      'parameter entities',
      book('<p>а</p>', '<!DOCTYPE a [<!ENTITY % p SYSTEM "https://e.kz/p"> %p; <!ENTITY % q "%p;%p;">]>'),
    ],
    ['an unused entity of a file', book('<p>а</p>', '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>')],
    [
      'an inclusion',
      book('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/><p>а</p>'),
    ],
    [
      'a style sheet',
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="https://e.kz/a.xsl"?><FictionBook><body><p>а</p></body></FictionBook>`,
    ],
    ['a schema at another address', book('<p xsi:schemaLocation="a https://e.kz/a.xsd">а</p>')],
  ])('%s is not asked for', (_, text) => {
    expect(harmless(readFictionBook(text)).texts[0]?.blocks.map((block) => block.text)).toEqual(['а']);
  });

  test('nesting without an end is refused with its line', () => {
    const deep = `\n\n${'<section>'.repeat(100_000)}`;
    expect(() => readFictionBook(book(deep))).toThrow(/nested more than 200 deep/u);
    const closed = `${'<p>'.repeat(5000)}а${'</p>'.repeat(5000)}`;
    expect(() => readFictionBook(book(closed))).toThrow(/nested more than 200 deep/u);
  });

  test('attributes without an end and names without an end are read', () => {
    const many = Array.from({ length: 50_000 }, (_, at) => ` a${String(at)}="1"`).join('');
    const long = 'а'.repeat(1_000_000);
    expect(readFictionBook(book(`<p${many}>а</p>`)).texts[0]?.blocks).toHaveLength(1);
    expect(readFictionBook(book(`<p ${long}="1">а</p><${long}/>`)).texts[0]?.blocks).toHaveLength(1);
  });

  test('names that every object has are names like others', () => {
    const read = readFictionBook(
      book('<__proto__/><constructor/><p __proto__="1" constructor="2" toString="3">а</p><toString/>'),
    );
    expect(read.texts[0]?.blocks).toHaveLength(1);
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });

  test.each(addresses)('the address %j is followed by nobody', (address) => {
    // XML has no controls; how it refuses them is its parser's.
    const quoted = address
      .replaceAll('&colon;', ':')
      .replaceAll('&#0000106a', 'ja')
      .replaceAll('\u0001', '')
      .replaceAll('<', '&lt;');
    const read = harmless(readFictionBook(book(`<p>Сөз <a href="${quoted}">сілтеме</a></p>`)));
    expect(read.texts[0]?.blocks[0]?.marks).toEqual([]);
  });
});

describe('of a bitext', () => {
  test.each(addresses)('the address %j is followed by nobody', (address) => {
    expect(markupOf('ref', new Map([['target', address]]))).toBeNull();
    expect(codeMarkup(undefined, `<a href="${address}">`)).toBeNull();
  });
});

describe('what is reported', () => {
  test('of ten thousand strange elements and addresses are a few by name, and all by number', () => {
    const elements = Array.from({ length: 10_000 }, (_, at) => `<x${String(at)}/>`).join('');
    const links = Array.from({ length: 10_000 }, (_, at) => `<a href="javascript:${String(at)}">а</a>`).join(' ');
    const read = readFictionBook(
      `<FictionBook><body><section>${elements}<p>${links}</p></section></body></FictionBook>`,
    );
    for (const code of ['element-unknown', 'link-dropped']) {
      const found = read.findings.filter((finding) => finding.code === code);
      expect(found.length).toBeLessThanOrEqual(21);
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(10_000);
    }
  });
});
