import { cleanText } from '#core/formats/clean-text.ts';
import { Findings } from '#core/formats/findings.ts';
import { FormatError } from '#core/formats/format-error.ts';
import type { Imported } from '#core/formats/imported.ts';
import { languageTagOf } from '#core/formats/language-tag.ts';
import { linesOf } from './lines.ts';
import { openPdf } from './open-pdf.ts';
import type { Line, PageItem, PageText } from './page-text.ts';
import { paragraphsOf } from './paragraphs.ts';
import { withoutRunningHeads } from './running-heads.ts';

/** Pages of the longest PDF. */
const mostPages = 20_000;

/**
 * Reads a PDF that has a text layer. A PDF knows letters and their places only: paragraphs, headings, columns and notes are guessed,
 * and the findings say so.
 *
 * @throws FormatError damaged, protected, too-large, or empty for pictures of pages
 */
export async function readPdf(bytes: Uint8Array, progress: (share: number) => void): Promise<Imported> {
  const { document, transform, close } = await openPdf(bytes);
  try {
    const { numPages } = document;
    if (numPages > mostPages) throw new FormatError('too-large', `it has ${String(numPages)} pages`);
    const findings = new Findings();
    const pages: Line[][] = [];
    const heights: number[] = [];
    for (let number = 1; number <= numPages; number += 1) {
      const text = await pageText(document, number, transform, findings);
      const { lines, hasColumns } = linesOf(text, number - 1);
      if (hasColumns) findings.add('guessed', 'columns-guessed', { place: { page: number } });
      pages.push(lines);
      heights.push(text.height);
      progress(number / numPages);
    }
    const { pages: kept, dropped } = withoutRunningHeads(pages);
    const { blocks, joined, hyphens } = paragraphsOf(kept, heights);
    if (blocks.length === 0) throw new FormatError('empty', 'its pages are pictures: there is no text in them');
    if (joined > 0) findings.add('guessed', 'lines-joined', {}, joined);
    if (hyphens > 0) findings.add('guessed', 'hyphens-joined', {}, hyphens);
    if (dropped > 0) findings.add('dropped', 'running-heads-dropped', {}, dropped);
    const about = await aboutOf(document, findings);
    return { texts: [{ ...about, translator: null, date: null, blocks }], links: [], findings: findings.list() };
  } finally {
    await close();
  }
}

type Document = Awaited<ReturnType<typeof openPdf>>['document'];
type Transform = Awaited<ReturnType<typeof openPdf>>['transform'];

async function pageText(
  document: Document,
  number: number,
  transform: Transform,
  findings: Findings,
): Promise<PageText> {
  try {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items.flatMap((item): PageItem[] => {
      if (!('str' in item)) return [];
      const matrix: readonly number[] = transform(viewport.transform, item.transform);
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix;
      // Text that stands upright only: what is turned is a stamp or a note at the margin.
      if (Math.abs(b) > Math.abs(a)) return [];
      const text = cleanText(item.str, findings, { page: number });
      return text === '' ? [] : [{ text, x, y, width: item.width, size: Math.hypot(c, d) }];
    });
    page.cleanup();
    return { items, width: viewport.width, height: viewport.height };
  } catch {
    findings.add('damaged', 'damaged', { place: { page: number } });
    return { items: [], width: 0, height: 0 };
  }
}

/** What the file says of itself. Titles that are a program's or a file's name are none. */
async function aboutOf(
  document: Document,
  findings: Findings,
): Promise<{ title: string | null; author: string | null; language: string | null }> {
  const said = await document.getMetadata().catch(() => null);
  const info = said?.info as Record<string, unknown> | undefined;
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? cleanText(value, findings).trim() : null;
  const title = text(info?.Title);
  return {
    title: title !== null && /\.(?:docx?|pdf|indd|tex)$|^(?:microsoft word|untitled)/iu.test(title) ? null : title,
    author: text(info?.Author),
    language: languageTagOf(text(info?.Language)),
  };
}
