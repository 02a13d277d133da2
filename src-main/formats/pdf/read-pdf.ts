import { cleanText } from '#core/formats/clean-text.ts';
import { Findings } from '#core/formats/findings.ts';
import { FormatError } from '#core/formats/format-error.ts';
import type { Imported, ImportedBlock } from '#core/formats/imported.ts';
import { languageTagOf } from '#core/formats/language-tag.ts';
import { blocksOf, type Counts } from './blocks.ts';
import { withoutContents } from './contents.ts';
import { withEdges } from './edges.ts';
import { partNotes } from './footnotes.ts';
import { withHeadings } from './headings.ts';
import { withKinds } from './kinds.ts';
import { linesOf } from './lines.ts';
import { measuresOf } from './measures.ts';
import { type OpenPdf, openPdf } from './open-pdf.ts';
import { type OutlinePlace, outlineOf } from './outline.ts';
import type { PageText } from './page-text.ts';
import { paragraphsOf } from './paragraphs.ts';
import { readPage, type Reading } from './read-page.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Pages of the longest PDF. */
const mostPages = 20_000;
/** The share of the letters that stand in elements, from which on the tags of a file are used. */
const leastTagged = 0.85;

/**
 * Reads a PDF that has a text layer. A PDF knows letters and their places only: paragraphs, headings, columns and notes are guessed,
 * and the findings say so.
 *
 * @throws FormatError damaged, protected, too-large, or empty for pictures of pages
 */
export async function readPdf(bytes: Uint8Array, progress: (share: number) => void): Promise<Imported> {
  const pdf = await openPdf(bytes);
  try {
    const { document } = pdf;
    const { numPages } = document;
    if (numPages > mostPages) throw new FormatError('too-large', `it has ${String(numPages)} pages`);
    const findings = new Findings();
    const reading: Reading = { findings, nextElement: 0, letters: 0, artifacts: 0, tagged: 0 };
    const pages: PageText[] = [];
    for (let number = 1; number <= numPages; number += 1) {
      const page = await readPage(pdf, number, reading);
      if (page.items.length === 0) findings.add('dropped', 'pages-without-text', { place: { page: number } });
      pages.push(page);
      progress((number / numPages) * 0.9);
    }
    const labels = await document.getPageLabels().catch(() => null);
    const blocks = textOf(pages, labels, await outlineOf(document, findings), isTagged(reading), findings);
    if (blocks.blocks.length === 0) throw new FormatError('empty', 'its pages are pictures: there is no text in them');
    const about = await aboutOf(document, findings);
    const title = about.title ?? blocks.title;
    return {
      texts: [{ ...about, title, translator: null, blocks: blocks.blocks }],
      links: [],
      findings: findings.list(),
    };
  } finally {
    await pdf.close();
  }
}

/** Whether the tags of a file say what most of its text is. */
function isTagged({ letters, tagged }: Reading): boolean {
  return tagged > letters * leastTagged;
}

function textOf(
  pages: readonly PageText[],
  labels: readonly string[] | null,
  outline: readonly OutlinePlace[],
  byTags: boolean,
  findings: Findings,
): { blocks: ImportedBlock[]; title: string | null } {
  const heights = pages.map(({ height }) => height);
  const read = pages.map((page, at) => {
    const { lines, hasColumns } = linesOf(page, at, byTags);
    if (hasColumns) findings.add('guessed', 'columns-guessed', { place: { page: at + 1 } });
    return lines;
  });
  const heads = withoutRunningHeads(withEdges(read), labels);
  if (heads.dropped > 0) findings.add('dropped', 'running-heads-dropped', {}, heads.dropped);
  const contents = withoutContents(heads.pages);
  if (contents.dropped > 0) findings.add('dropped', 'contents-dropped', {}, contents.dropped);
  const { body } = measuresOf(contents.pages.flat());
  const text = partNotes(
    contents.pages,
    pages.map(({ rules }) => rules),
    heights,
    body,
  );
  const lines = text.pages.flat();
  const made = withHeadings(withKinds(paragraphsOf(lines, measuresOf(lines))), outline, heights);
  const counts: Counts = { joined: 0, hyphens: 0, rows: 0, pictures: 0, unplaced: 0 };
  const blocks = blocksOf(made, text.notes, counts);
  if (counts.joined > 0) findings.add('guessed', 'lines-joined', {}, counts.joined);
  if (counts.hyphens > 0) findings.add('guessed', 'hyphens-joined', {}, counts.hyphens);
  if (counts.rows > 0) findings.add('guessed', 'table-as-rows', {}, counts.rows);
  if (counts.pictures > 0) findings.add('dropped', 'images-dropped', {}, counts.pictures);
  if (counts.unplaced > 0) findings.add('guessed', 'note-unplaced', {}, counts.unplaced);
  return { blocks, title: made.title };
}

/** What the file says of itself. Titles that are the name of a program or a file, or the address of a page, are none. */
async function aboutOf(
  document: OpenPdf['document'],
  findings: Findings,
): Promise<{ title: string | null; author: string | null; language: string | null; date: string | null }> {
  const said = await document.getMetadata().catch(() => null);
  const info = said?.info as Record<string, unknown> | undefined;
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? cleanText(value, findings).trim() : null;
  const title = text(info?.Title);
  return {
    title:
      title !== null && /\.(?:docx?|pdf|indd|tex)$|^(?:microsoft word|untitled|about:|https?:)/iu.test(title)
        ? null
        : title,
    author: text(info?.Author),
    date: dateOf(said?.metadata),
    language: languageTagOf(text(info?.Language)),
  };
}

/** The year or day that the work is of, where the file says it (Dublin Core); when the file was made says nothing of the work. */
function dateOf(metadata: unknown): string | null {
  if (typeof metadata !== 'object' || metadata === null || !('get' in metadata)) return null;
  const { get } = metadata;
  if (typeof get !== 'function') return null;
  const said: unknown = get.call(metadata, 'dc:date');
  const first: unknown = Array.isArray(said) ? said[0] : said;
  return typeof first === 'string' ? (/^\d{4}(?:-\d\d(?:-\d\d)?)?/u.exec(first.trim())?.[0] ?? null) : null;
}
