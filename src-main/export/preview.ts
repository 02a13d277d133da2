import { chosen } from '#core/formats/annotations/web-annotation.ts';
import type { Bitext, BitextOptions } from '#core/formats/bitext.ts';
import { firstBeads } from '#core/formats/first-beads.ts';
import { readingDocument } from '#core/formats/reading/document.ts';
import type { Writer, WrittenEntry } from '#core/formats/writer.ts';
import type { Paragraph } from '#core/records/paragraph.ts';
import type { ExportContents, ExportPreview, PreviewParagraph, PreviewRow } from '#main/api/export-shapes.ts';
import { presentWork } from '#main/api/opened.ts';
import { type EgizExport, egizParts } from './egiz-out.ts';
import { bitextFor, type ExportTask, formatOf, termsOf, withChosenBeads } from './export-work.ts';

/** Beads that a preview is written of, UTF-16 code units that are shown of its text, rows that are shown side by side. */
const beadsShown = 24;
const mostShown = 4000;
const rowsShown = 8;

/** What a file would begin with. @throws ApiError, LibraryError */
export async function previewOf(means: EgizExport, work: string, task: ExportTask): Promise<ExportPreview> {
  const asked = formatOf(task);
  const { options } = task;
  const state = await presentWork(means.library, work);
  if (asked.sort === 'everything') {
    const parts = { annotations: options.notes, glossary: options.glossary, cards: options.cards };
    const { records, top } = await egizParts(means, work, parts);
    const counts: Record<string, number> = {};
    for (const { kind, deleted } of [...records, ...top]) {
      if (deleted !== true) counts[kind] = (counts[kind] ?? 0) + 1;
    }
    return { type: 'everything', counts };
  }
  if (asked.sort === 'glossary') {
    const terms = await termsOf(means, state);
    const contents = { ...nothing, words: terms.length };
    if (terms.length === 0) return { type: 'text', text: '', more: false, count: 0, contents };
    return {
      contents,
      ...beginning(asked.format.write(terms.slice(0, beadsShown), task.language), terms.length > beadsShown),
      count: terms.length,
    };
  }
  const { group, write } = asked.writer;
  const whole = withChosenBeads(await bitextFor(means, state, task), asked.writer, options);
  const bitext = group === 'annotations' ? { ...whole, annotations: chosen(whole, options) } : whole;
  const part = firstBeads(bitext, beadsShown, group === 'annotations');
  const count = group === 'annotations' ? bitext.annotations.length : bitext.beads.length;
  const contents = contentsOf(bitext, asked.writer, options);
  // A file without anything in it is not shown by its head.
  if (count === 0) return { type: 'text', text: '', more: false, count, contents };
  if (group === 'reading') return { type: 'rows', rows: rowsOf(part, options), count, contents };
  const written = write(part, options);
  const text = typeof written === 'string' ? written : textIn(written);
  return { ...beginning(text, part.beads.length < bitext.beads.length), count, contents };
}

const nothing: ExportContents = { links: null, confirmed: null, notes: null, highlights: null, words: null };

function contentsOf(
  { beads, annotations }: Bitext,
  { group, options: offered }: Writer,
  { includeUnconfirmed, notes, highlights }: BitextOptions,
): ExportContents {
  const confirmed = beads.filter(({ status }) => status === 'confirmed').length;
  const withBody = annotations.filter(({ body }) => body.trim() !== '').length;
  return {
    ...nothing,
    ...(group === 'bitext' ? { links: includeUnconfirmed ? beads.length : confirmed, confirmed } : {}),
    ...(offered.includes('notes') ? { notes: notes ? withBody : 0 } : {}),
    ...(offered.includes('highlights') ? { highlights: highlights ? annotations.length - withBody : 0 } : {}),
  };
}

function beginning(text: string, more: boolean): { type: 'text'; text: string; more: boolean } {
  return { type: 'text', text: text.slice(0, mostShown), more: more || text.length > mostShown };
}

/** The longest text among the entries of an archive. */
function textIn(entries: readonly WrittenEntry[]): string {
  const texts = entries.flatMap(({ data }) => (typeof data === 'string' ? [data] : []));
  return texts.reduce((a, b) => (a.length >= b.length ? a : b), '');
}

/** As a reader would see them: `readingDocument` is what books and pages are made of. */
function rowsOf(bitext: Bitext, options: BitextOptions): PreviewRow[] {
  // What the glossary of the book would be is not shown, and takes long to find.
  const { chapters, runs } = readingDocument(bitext, { ...options, glossary: false });
  const side = (paragraphs: readonly Paragraph[]): PreviewParagraph[] =>
    paragraphs.map((paragraph) => ({
      heading: paragraph.type === 'heading',
      runs: runs(paragraph).map(({ text, hue, notes }) => ({ text, hue, notes: notes.map(({ number }) => number) })),
    }));
  return chapters
    .flatMap(({ rows }) => rows)
    .slice(0, rowsShown)
    .map(({ source, target }) => ({ source: side(source), target: side(target) }));
}
