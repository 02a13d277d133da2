import type { ImportedText } from '#core/formats/imported.ts';
import { outlineOf } from '#core/formats/outline.ts';
import type { FilePreview, PreviewBlock, PreviewBlocks } from '#main/api/import-shapes.ts';
import type { FileRead } from '#main/formats/read-file.ts';

/** Code units of a block that are shown. */
const longestBlock = 4000;
/** Sections that are listed. */
const mostSections = 20_000;

/** What is told of a file that was read; its blocks are asked for when they come into view. */
export function filePreview(file: string, { name, read }: { name: string; read: FileRead }): FilePreview {
  const { texts, links, findings } = read.imported;
  return {
    file,
    name,
    format: read.format,
    encoding: read.encoding,
    lines: read.lines,
    texts: texts.map((text) => {
      const { title, author, translator, date, language } = text;
      const outline = outlineOf(text);
      return {
        title,
        author,
        translator,
        date,
        language,
        ...outline,
        sections: outline.sections.slice(0, mostSections),
      };
    }),
    links: links.map(({ between, beads }) => ({
      between,
      beads: beads.length,
      confirmed: beads.filter(({ status }) => status === 'confirmed').length,
    })),
    findings,
  };
}

/** Some blocks of a text. */
export function blocksPage({ blocks }: ImportedText, from: number, count: number): PreviewBlocks {
  return {
    from,
    blocks: blocks.slice(from, from + count).map((block): PreviewBlock => {
      const { type, level, section, begins } = block;
      const text = block.text.slice(0, longestBlock);
      return {
        type,
        text,
        marks: block.marks.filter(({ end }) => end <= text.length),
        cut: block.text.length - text.length,
        ...(level === undefined ? {} : { level }),
        ...(section === undefined ? {} : { section }),
        ...(begins === undefined ? {} : { begins }),
      };
    }),
  };
}
