import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEpub } from '#core/formats/epub/read-epub.ts';
import { readHtml } from '#core/formats/html/read-html.ts';
import { readMarkdown } from '#core/formats/markdown.ts';
import { writeEpub } from '#core/formats/reading/epub.ts';
import { writeHtml } from '#core/formats/reading/html.ts';
import { escapeMarkdown, writeMarkdown } from '#core/formats/reading/markdown.ts';
import { address } from '#core/formats/reading/markup.ts';
import type { WorkRecords } from '#core/records/state.ts';
import { readXml } from '#core/xml/tree.ts';
import { bitextIn, someText, someWork } from '../../../../fixtures/formats/bitexts.ts';
import { inMemory } from '../../../../fixtures/formats/in-memory.ts';

const wordsOf = (work: WorkRecords): string[] =>
  [...work.paragraphs.values()].flatMap((list) => list.map(({ text }) => text));
const sorted = (texts: readonly string[]): string[] => texts.toSorted();

describe('a bitext for reading', () => {
  it('[R1] is one page with every paragraph in it', () => {
    fc.assert(
      fc.property(someWork({ types: ['text', 'heading', 'verse'] }), (work) => {
        const read = readHtml(writeHtml(bitextIn(work)));
        const words = (read.texts[0]?.blocks ?? []).map(({ text }) => text);
        for (const text of wordsOf(work)) expect(words).toContain(text);
      }),
      { numRuns: 60 },
    );
  });

  it('[R2] has no script, and asks for nothing', () => {
    fc.assert(
      fc.property(someWork({ annotations: 'ranges' }), (work) => {
        const html = writeHtml(bitextIn(work));
        expect(html).not.toMatch(/<script|<img|<link|@import|url\(|javascript:|\son\w+=/iu);
        expect(html).toContain("default-src 'none'");
      }),
      { numRuns: 60 },
    );
  });

  it('[R3] is a book of well-formed pages, the type of the archive first', async () => {
    await fc.assert(
      fc.asyncProperty(someWork({ annotations: 'ranges', types: ['text', 'heading', 'verse'] }), async (work) => {
        const entries = writeEpub(bitextIn(work));
        expect(entries[0]).toEqual({ name: 'mimetype', data: 'application/epub+zip', stored: true });
        const files = Object.fromEntries(entries.map(({ name, data }) => [name, String(data)]));
        for (const [name, data] of Object.entries(files)) if (/\.(?:xhtml|opf|xml)$/u.test(name)) readXml(data);
        const { texts } = await readEpub(inMemory(files));
        const read = (texts[0]?.blocks ?? []).map(({ text }) => text).join('\n');
        for (const { text } of [...work.paragraphs.values()].flat()) {
          // References to notes stand between the words.
          expect(read.replace(/\d/gu, '')).toContain(text.replace(/\d/gu, ''));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('[R4] lets addresses of the web through, as books may have them, and no others', () => {
    expect(address('https://example.org/қ?a=1&b="2"')).toBe('https://example.org/%D2%9B?a=1&b=%222%22');
    expect(address('http://a.b/100%')).toBe('http://a.b/100%25');
    for (const bad of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'https://',
      undefined,
      'http://a b/',
    ]) {
      expect(address(bad)).toBeNull();
    }
  });

  it('[R5] is Markdown in which text is text', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const blocks = readMarkdown(`${escapeMarkdown(text)}\n`).texts[0]?.blocks;
        expect(blocks?.map((block) => block.text)).toEqual([text]);
        expect(blocks?.[0]?.marks).toEqual([]);
      }),
    );
  });

  it('[R6] is Markdown with a row for what faces each other', () => {
    fc.assert(
      fc.property(someWork({ marks: [], types: ['text'] }), (work) => {
        const rows = readMarkdown(writeMarkdown(bitextIn(work)))
          .texts[0]?.blocks.map(({ text }) => text)
          .filter((text) => text.includes(' | ') || text.includes('|'));
        expect(rows?.length).toBe((work.alignments.get('kk~en')?.length ?? 0) + 1);
        expect(sorted(wordsOf(work)).length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });
});
