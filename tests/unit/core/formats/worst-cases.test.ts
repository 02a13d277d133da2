import { describe, expect, test } from 'vitest';
import { readFictionBook } from '#core/formats/fictionbook.ts';
import { readHtml } from '#core/formats/html/read-html.ts';
import { longestParagraph } from '#core/formats/long-lines.ts';
import { readMarkdown } from '#core/formats/markdown.ts';
import { outlineOf } from '#core/formats/outline.ts';
import { readPlainText } from '#core/formats/plain-text.ts';
import { readSubtitles } from '#core/formats/subtitles.ts';
import { readTei } from '#core/formats/tei/read.ts';
import { readTmx } from '#core/formats/tmx/read.ts';
import { readTbx } from '#core/glossary/tbx-read.ts';
import { fieldText } from '#core/review/anki/html.ts';
import { refusal } from '../../../fixtures/formats/refusal.ts';
import { wholeOrRefused } from '../../../fixtures/formats/whole-or-refused.ts';

// Each of these took minutes, or the stack, of a reader whose time grows with the square of the text.
const million = 1_000_000;
const repeated = (part: string): string => part.repeat(Math.ceil(million / part.length));

describe('a million characters', () => {
  test.each([
    'а',
    'a',
    ' ',
    '\n',
    'а\n',
    'а\n\n',
    '.',
    '\ta\n',
    'глава ',
    'глава 1\n',
    'а-\n',
    'I',
    '1-',
    '\u202E',
    '\u200B',
    '\u0301',
    'а\u0301',
    '\uD800',
    '\r',
  ])('of %j are read as plain text', (part) => {
    expect(() => wholeOrRefused(() => readPlainText(`х${repeated(part)}`))).not.toThrow();
  });

  const cue = '1\n00:00:01,000 --> 00:00:02,000\n';
  test.each(['<', '<a', '{\\', '<1', '1\n', '&', ' ', cue, '00:00:01,000 --> '])(
    'of %j are read as subtitles',
    (part) => {
      expect(() => wholeOrRefused(() => readSubtitles(`${cue}а\n${repeated(part)}`))).not.toThrow();
    },
  );

  test.each(['<!--', '<a b="', '&', '<b>а</b> б ', '<sup>1</sup>', '<a href=http://e>а</a>', '<br>', '<li>а', '</b>'])(
    'of %j are read as a page',
    (part) => {
      expect(() => wholeOrRefused(() => readHtml(`<p>х${repeated(part)}`))).not.toThrow();
    },
  );

  test.each(['a', 'a{', '{', '}', '/*', 'a{}', '@', ';'])('of %j are read as the style of a page', (part) => {
    expect(readHtml(`<style>${repeated(part)}</style><p>а`).texts[0]?.blocks).toHaveLength(1);
  });

  test.each(['<p>а</p>', '&#32;', '<![CDATA[]]>', '<emphasis>а</emphasis> ', '<x/>', '<a href="http://e">а</a>'])(
    'of %j are read as a FictionBook',
    (part) => {
      const text = `<FictionBook><body><section><p>х${repeated(part)}</p></section></body></FictionBook>`;
      expect(() => wholeOrRefused(() => readFictionBook(text))).not.toThrow();
    },
  );

  test.each(['<', '<img ', '<img src', '&', '<!--', '<style>', '{{c1::', '{{c1::a::', '[sound:'])(
    'of %j are read as a field of Anki',
    (part) => {
      expect(fieldText(`х${repeated(part)}>`)).toContain('х');
    },
  );

  test('of one word are one word', () => {
    const word = 'ә'.repeat(longestParagraph);
    const { texts } = readHtml(`<p>${word}`);
    expect(texts[0]?.blocks[0]?.text).toBe(word);
    expect(texts[0] === undefined ? 0 : outlineOf(texts[0]).words).toBe(1);
  });
});

describe('markup that no person writes', () => {
  test.each([
    ['brackets that close nothing', `а\n${'] '.repeat(50_000)}`, 2],
    ['brackets that are never closed', '['.repeat(50_000), 1],
    ['emphasis in turns', '*_'.repeat(50_000), 1],
    ['references by the thousand', '[а][б]\n'.repeat(5000), 1001],
    ['lists in lists', `а\n\n${'1. '.repeat(10_000)}`, 3],
    ['quotes in quotes', `${'> '.repeat(10_000)}а`, 1],
  ])('such as %s is refused with its line', async (_, text, line) => {
    expect(await refusal(() => readMarkdown(text))).toMatchObject({ code: 'too-large', place: { line } });
  });

  test('is not a long list of links, nor a long table, nor a line of stars', () => {
    const list = '- [а](https://e.kz) *б*\n'.repeat(4000);
    const table = `\n|а|б|\n|-|-|\n${'|[а]|*б*|\n'.repeat(4000)}`;
    const { texts } = readMarkdown(`${list}${table}\n${'*'.repeat(9000)}\n\n${'_'.repeat(9000)} а`);
    expect(texts[0]?.blocks.length).toBeGreaterThan(8000);
  });

  test('is not a book with ten thousand underlined headings', () => {
    const { texts } = readMarkdown(
      'Атау\n====\n\nмәтін\n\nЕкінші\nжол\n---\n\n[а]: https://e.kz\nСөз\n---\n\n'.repeat(4000),
    );
    const headings = texts[0]?.blocks.filter(({ type }) => type === 'heading') ?? [];
    expect(headings).toHaveLength(12_000);
    expect(headings.slice(0, 3).map(({ text, level }) => `${String(level)} ${text}`)).toEqual([
      '1 Атау',
      '2 Екінші жол',
      '2 Сөз',
    ]);
  });

  test('such as emphasis in emphasis is emphasis once', () => {
    const { texts } = readHtml(`<p>${'<em><b>'.repeat(150)}${'а '.repeat(10_000)}`);
    expect(texts[0]?.blocks[0]?.marks.map(({ type }) => type)).toEqual(['emphasis', 'strong']);
  });
});

describe('very many of what there are few of', () => {
  const many = Array.from({ length: 20_000 }, (_, at) => at);
  const tag = (at: number): string =>
    [at % 26, Math.floor(at / 26) % 26, Math.floor(at / 676) % 26].map((one) => String.fromCharCode(97 + one)).join('');

  test('such as languages of a translation memory are texts of their own', () => {
    const variants = many.slice(0, 5000).map((at) => `<tuv xml:lang="${tag(at)}"><seg>а</seg></tuv>`);
    const { texts } = readTmx(
      `<tmx version="1.4"><header srclang="kk"/><body><tu>${variants.join('')}</tu></body></tmx>`,
    );
    expect(texts.length).toBeGreaterThan(4900);
  });

  test('such as annotations on one paragraph are all found', () => {
    const text = 'аб😀'.repeat(10_000);
    const notes = many.map((at) => `<annotation target="#string-range(p,${String(at)},1)"><note>т</note></annotation>`);
    const { annotations = [] } = readTei(
      `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p xml:id="p">${text}</p></body></text><standOff><listAnnotation>${notes.join('')}</listAnnotation></standOff></TEI>`,
    );
    expect(annotations).toHaveLength(20_000);
    expect(annotations[5]?.targets[0]).toMatchObject({ start: 6, end: 8 });
  });

  test('such as terms of one entry are all read', () => {
    const terms = '<termSec><term>а</term></termSec>'.repeat(100_000);
    const { terms: read } = readTbx(
      `<tbx><text><body><conceptEntry><langSec xml:lang="kk">${terms}</langSec></conceptEntry></body></text></tbx>`,
      'kk',
    );
    expect(read[0]?.glosses['kk']).toHaveLength(99_999);
  });
});

describe('a line that is longer than any paragraph', () => {
  const long = 'а'.repeat(longestParagraph + 1);

  test.each([
    ['plain text', readPlainText],
    ['Markdown', readMarkdown],
    ['subtitles', readSubtitles],
  ])('is refused with its number in %s', async (_, read) => {
    expect(await refusal(() => read(`б\r\n\n${long}\nв`))).toMatchObject({ code: 'too-large', place: { line: 3 } });
  });
});

test('a byte order mark alone is no paragraph', () => {
  // Found by the fuzzer: seed 162 of EPUB.
  const { texts } = readHtml('<p>а</p><p>\uFEFF</p><p>\u2003</p><p>б</p>');
  expect(texts[0]?.blocks.map(({ text }) => text)).toEqual(['а', 'б']);
});
