import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeBitext } from '#core/formats/bitext.ts';
import { writers } from '#core/formats/writers.ts';
import { readXml } from '#core/xml/tree.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { readFile } from '#main/formats/read-file.ts';
import { bitextIn, someWork } from '../../../fixtures/formats/bitexts.ts';

const [sample] = fc.sample(someWork({ annotations: 'ranges' }), { seed: 20_261_123, numRuns: 1 });
if (sample === undefined) throw new Error('there is a sample');
const bitext = bitextIn(sample);

/** Where Debian puts it. */
const epubcheck = '/usr/share/java/epubcheck.jar';
const java = '/usr/bin/java';

describe('what is written', () => {
  it('has an id, an ending and options of its own in each format', () => {
    expect(new Set(writers.map(({ id }) => id)).size).toBe(writers.length);
    for (const { ending, mediaType } of writers) {
      expect(ending).toMatch(/^[a-z]+$/u);
      expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/u);
    }
  });

  it.each(['tmx', 'xliff', 'tei', 'xces', 'intertext', 'tsv', 'html', 'epub', 'docx', 'markdown'])(
    'is known again by what is in it: %s',
    async (id) => {
      const writer = writers.find((one) => one.id === id);
      const made = writer?.write(bitext, wholeBitext) ?? '';
      const bytes = typeof made === 'string' ? Buffer.from(made) : await writeZip(made);
      const { format, imported } = await readFile(`text.${writer?.ending ?? ''}`, bytes);
      expect(format).toBe(id);
      const words = imported.texts.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n');
      const [first] = bitext.source.paragraphs;
      expect(words.replace(/[\d\s]+/gu, '')).toContain(first?.text.replace(/[\d\s]+/gu, '').slice(0, 3));
    },
  );

  it('is well-formed in every part of a Word document', () => {
    const made = writers.find(({ id }) => id === 'docx')?.write(bitext, wholeBitext) ?? [];
    const parts = typeof made === 'string' ? [] : made.map(({ name, data }) => [name, readXml(String(data)).name]);
    expect(parts).toEqual([
      ['[Content_Types].xml', 'Types'],
      ['_rels/.rels', 'Relationships'],
      ['docProps/core.xml', 'coreProperties'],
      ['word/document.xml', 'document'],
      ['word/styles.xml', 'styles'],
      ['word/settings.xml', 'settings'],
      ['word/footnotes.xml', 'footnotes'],
      ['word/footer.xml', 'ftr'],
      ['word/_rels/document.xml.rels', 'Relationships'],
      ['word/_rels/footnotes.xml.rels', 'Relationships'],
    ]);
  });

  it(
    'is an EPUB without a fault, by epubcheck where Debian has it installed',
    { timeout: 180_000 },
    async (context) => {
      if (!existsSync(epubcheck)) context.skip(`${epubcheck} is not installed, so no EPUB was checked`);
      const made = writers.find(({ id }) => id === 'epub')?.write(bitext, wholeBitext) ?? '';
      const folder = mkdtempSync(join(tmpdir(), 'egiz-epub-'));
      try {
        const file = join(folder, 'book.epub');
        writeFileSync(file, typeof made === 'string' ? made : await writeZip(made));
        const said = execFileSync(java, ['-jar', epubcheck, file], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        });
        expect(said).toContain('No errors or warnings detected');
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});
