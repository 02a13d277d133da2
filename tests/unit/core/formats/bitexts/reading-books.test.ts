import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultColours } from '#core/annotation/colours.ts';
import { type Bitext, bitextOf } from '#core/formats/bitext.ts';
import { writeDocx } from '#core/formats/reading/docx.ts';
import { writeEpub } from '#core/formats/reading/epub.ts';
import { writeHtml } from '#core/formats/reading/html.ts';
import { labelOf } from '#core/formats/reading/labels.ts';
import { writeMarkdown } from '#core/formats/reading/markdown.ts';
import { noteBlocks } from '#core/formats/reading/note-text.ts';
import type { WrittenEntry } from '#core/formats/writer.ts';
import { descendantsOf, readXml, type XmlElement } from '../../../../fixtures/formats/xml.ts';
import { bitextIn, someWork, workOf } from '../../../../fixtures/formats/bitexts.ts';

const text = (words: string) => ({ type: 'text' as const, text: words, marks: [] });
const at = (side: number, block: number, start: number, end: number) => ({ text: side, block, start, end });

/** A work of two texts with notes; the second text is in a language of its own direction. */
function noted(languages: readonly [string, string] = ['kk', 'en']): Bitext {
  const [own, other] = languages;
  const records = workOf({
    texts: [
      {
        title: 'Түпнұсқа',
        author: 'Автор',
        translator: null,
        date: '1922',
        language: own,
        blocks: [text('Бірінші абзац.'), text('Екінші абзац.')],
      },
      {
        title: 'Translation',
        author: null,
        translator: 'Anna <Smith>',
        date: null,
        language: other,
        blocks: [text('The first paragraph.'), text('The second paragraph.')],
      },
    ],
    links: [],
    annotations: [
      {
        created: null,
        colour: 'question',
        body: '**Қалың** <b>\n\n- бір\n- [екі](https://example.org/)\n\n![сурет](https://example.org/a.png)',
        tags: ['тарих'],
        targets: [at(0, 0, 8, 13), at(0, 1, 0, 6), at(1, 1, 4, 10)],
      },
      { created: null, colour: 'fact', body: '', tags: [], targets: [at(0, 0, 0, 7)] },
    ],
    findings: [],
  });
  return bitextOf(records, ['kk', 'en'], { colours: defaultColours });
}

function textOf(entries: readonly WrittenEntry[], name: string): string {
  return String(entries.find((one) => one.name === name)?.data ?? '');
}

const wordsIn = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : wordsIn(child))).join('');

describe('a book of both texts', () => {
  it('[R7] names both texts, who translated them, and itself in the languages of both', () => {
    const html = writeHtml(noted());
    for (const words of ['Түпнұсқа', '1922', 'Translation', 'Translated by: Anna &lt;Smith&gt;', 'Жазбалар · Notes']) {
      expect(html).toContain(words);
    }
    expect(writeMarkdown(noted())).toContain(String.raw`*Translation*, Translated by: Anna \<Smith\>`);
    const names = writeEpub(noted()).map(({ name }) => name);
    expect(names).toContain('EPUB/title.xhtml');
    expect(names.at(-1)).toBe('EPUB/colophon.xhtml');
    expect(labelOf('notes', ['fr', 'de'])).toBe('Notes');
  });

  it('[R8] shows notes as Egiz does: Markdown, in which HTML is text and a picture what is said of it', () => {
    const html = writeHtml(noted());
    expect(html).toContain('<strong>Қалың</strong> &lt;b&gt;');
    expect(html).toContain('• бір');
    expect(html).toContain('<a href="https://example.org/">екі</a>');
    expect(html).not.toContain('a.png');
    expect(html).toContain('#тарих');
    expect(textOf(writeDocx(noted()), 'word/footnotes.xml')).toContain('<w:b/></w:rPr><w:t xml:space="preserve">Қалың');
  });

  it('[R8] keeps the lines of a note, its lists and what is quoted', () => {
    expect(
      noteBlocks('a\nb\n\n1. x\n2. y\n   - z\n\n> q').map(({ type, sign, depth, runs }) => [
        type,
        sign,
        depth,
        runs.map((run) => run.text).join(''),
      ]),
    ).toEqual([
      ['text', '', 0, 'a\nb'],
      ['item', '1.', 1, 'x'],
      ['item', '2.', 1, 'y'],
      ['item', '•', 2, 'z'],
      ['quote', '', 0, 'q'],
    ]);
    expect(noteBlocks(`${'> '.repeat(3000)}deep`).length).toBeGreaterThan(0);
  });

  it('[R9] puts the number of a note behind its last words on each side, and leads back to the first', () => {
    const html = writeHtml(noted());
    expect([...html.matchAll(/href="#n1"/gu)]).toHaveLength(2);
    expect([...html.matchAll(/id="r1"/gu)]).toHaveLength(1);
    expect(html).toMatch(/<mark class="yellow">Екінші<\/mark><sup class="ref"><a id="r1"/u);
    expect(html).toMatch(/<mark class="yellow">second<\/mark><sup class="ref"><a href="#n1">1/u);
    const document = textOf(writeDocx(noted()), 'word/document.xml');
    expect([...document.matchAll(/<w:footnoteReference w:id="1"\/>/gu)]).toHaveLength(1);
  });

  it('[R10] tells colours apart without colour, and says what they mean', () => {
    const html = writeHtml(noted());
    expect(html).toContain('mark.yellow{text-decoration-style:solid');
    expect(html).toContain('<mark class="yellow">Сұрақ · Question</mark>');
    expect(html).not.toContain('Тұлға');
    const document = textOf(writeDocx(noted()), 'word/document.xml');
    expect(document).toContain('<w:u w:val="single"/><w:shd w:val="clear" w:color="auto" w:fill="ffe58a"/>');
    expect(document).toContain('<w:u w:val="dash"/><w:shd w:val="clear" w:color="auto" w:fill="bfe8c5"/>');
  });

  it('[R11] says from which side a text is written', () => {
    const rtl = noted(['kk-Arab', 'kk-Latn']);
    expect(writeHtml(rtl)).toContain('<div class="side" lang="kk-Arab" xml:lang="kk-Arab" dir="rtl">');
    expect(textOf(writeEpub(rtl), 'EPUB/package.opf')).toContain('<spine page-progression-direction="rtl">');
    const document = textOf(writeDocx(rtl), 'word/document.xml');
    expect(document).toContain('<w:bidiVisual/>');
    expect(document).toContain('<w:bidi/>');
    // Letters that are written from the left are runs of their own.
    expect(document).toContain('<w:lang w:val="kk-Arab"/></w:rPr><w:t xml:space="preserve">Екінші</w:t>');
    expect(document).toContain('<w:rtl/><w:lang w:bidi="kk-Arab"/></w:rPr><w:t xml:space="preserve">.</w:t>');
  });

  it('[R12] has ids that are there once, and links that lead somewhere, in every page of a book and in a Word document', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (work) => {
        const entries = writeEpub(bitextIn(work));
        const pages = new Map(
          entries
            .filter(({ name }) => name.endsWith('.xhtml'))
            .map(({ name, data }) => [name.replace('EPUB/', ''), descendantsOf(readXml(String(data)))]),
        );
        const idsOf = (name: string): string[] =>
          (pages.get(name) ?? []).flatMap((one) => one.attributes.get('id') ?? []);
        for (const [name, elements] of pages) {
          expect(idsOf(name)).toEqual([...new Set(idsOf(name))]);
          const own = elements
            .flatMap((one) => one.attributes.get('href') ?? [])
            .filter((href) => !/^https?:/u.test(href));
          const lost = own.filter((href) => {
            const [file = '', id] = href.split('#');
            const isThere = entries.some((one) => one.name === `EPUB/${file}`);
            return !isThere || (id !== undefined && !idsOf(file).includes(id));
          });
          expect(lost).toEqual([]);
        }
        const docx = writeDocx(bitextIn(work));
        const of = (name: string): XmlElement[] => descendantsOf(readXml(textOf(docx, name)));
        const references = of('word/document.xml').filter(({ name }) => name === 'footnoteReference');
        const numbers = references.map((one) => one.attributes.get('id'));
        expect(numbers).toEqual(numbers.map((_, nth) => String(nth + 1)));
        expect(of('word/footnotes.xml').filter(({ name }) => name === 'footnote')).toHaveLength(numbers.length + 2);
      }),
      { numRuns: 60 },
    );
  });

  it('[R1] has every paragraph in a Word document', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges', types: ['text', 'heading', 'quote'] }), (work) => {
        const rows = descendantsOf(readXml(textOf(writeDocx(bitextIn(work)), 'word/document.xml')))
          .filter(({ name }) => name === 'tr')
          .map(wordsIn)
          .join('\n')
          .replace(/\d/gu, '');
        for (const one of [...work.paragraphs.values()].flat()) expect(rows).toContain(one.text.replace(/\d/gu, ''));
      }),
      { numRuns: 40 },
    );
  });
});
