import { textRange } from '../dom.ts';
import type { EditionText, Extent } from './extent.ts';
import './preview.css';

const name = 'egiz-extent';

/** Shows to where an end is being dragged, as a highlight of the page's own: no text is drawn again. `null` takes it away. */
export function previewExtent(extent: Extent | null, edition: EditionText | null): void {
  const from = extent === null ? null : (edition?.placeOf(extent.start.paragraph) ?? null);
  const to = extent === null ? null : (edition?.placeOf(extent.end.paragraph) ?? null);
  if (extent === null || edition === null || from === null || to === null) {
    CSS.highlights.delete(name);
    return;
  }
  const ranges = edition.paragraphs.slice(from, to + 1).flatMap((paragraph) => {
    const length = edition.textOf(paragraph)?.text.length ?? 0;
    const start = paragraph === extent.start.paragraph ? extent.start.offset : 0;
    const end = paragraph === extent.end.paragraph ? extent.end.offset : length;
    return textRange(paragraph, start, end) ?? [];
  });
  CSS.highlights.set(name, new Highlight(...ranges));
}
