import { writeTerms } from '#core/glossary/tsv.ts';
import type { Term } from '#core/records/term.ts';

/** Spreadsheets take a file for UTF-8 by this sign; without it Cyrillic comes out as garbage in some. */
const byteOrderMark = '\uFEFF';

/** The name of an export's file: `egiz-glossary-2026-03-05.tsv`, by the calendar here. */
export function exportName(now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `egiz-glossary-${day.join('-')}.tsv`;
}

/** Gives terms out as a file of tab-separated values, in the order given. */
export function downloadTerms(terms: readonly Term[]): void {
  const file = new Blob([byteOrderMark, writeTerms(terms)], { type: 'text/tab-separated-values;charset=utf-8' });
  const url = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = exportName(new Date());
  anchor.click();
  // The download has begun once the click is over; browsers want the address a moment longer.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
