import { writeTbx } from '#core/glossary/tbx-write.ts';
import { writeTerms } from '#core/glossary/tsv.ts';
import type { Term } from '#core/records/term.ts';
import { saveFile } from '#renderer/app/save-file.ts';

/** In what a glossary goes out: tables with tabs, commas or semicolons, and termbases in either style. */
export const exportFormats = ['tsv', 'csv', 'csv-semicolon', 'tbx-dca', 'tbx-dct'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const files: Record<ExportFormat, { extension: string; type: string }> = {
  tsv: { extension: 'tsv', type: 'text/tab-separated-values' },
  csv: { extension: 'csv', type: 'text/csv' },
  'csv-semicolon': { extension: 'csv', type: 'text/csv' },
  'tbx-dca': { extension: 'tbx', type: 'application/x-tbx' },
  'tbx-dct': { extension: 'tbx', type: 'application/x-tbx' },
};

/** Spreadsheets take a file for UTF-8 by this sign; without it Cyrillic comes out as garbage in some. */
const byteOrderMark = '\uFEFF';

/** Terms in a format, in the order given. `language` is that of the interface. */
export function exported(terms: readonly Term[], format: ExportFormat, language: string): string {
  switch (format) {
    case 'tsv':
      return writeTerms(terms);
    case 'csv':
      return writeTerms(terms, ',');
    case 'csv-semicolon':
      return writeTerms(terms, ';');
    case 'tbx-dca':
      return writeTbx(terms, language, 'dca');
    case 'tbx-dct':
      return writeTbx(terms, language, 'dct');
  }
}

/**
 * The name of an export's file: what the library's folder is called, and the day by the calendar here
 * (`tarih-glossary-2026-03-05.tsv`). `folder` is a path of any system.
 */
export function exportName(folder: string, format: ExportFormat, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  const library = folder.split(/[\\/]/u).findLast((part) => part !== '') ?? '';
  // A library that was not named has the name of every library.
  const named = /^(?:egiz|library)?$/iu.test(library) ? 'egiz' : library.replace(/[^\p{L}\p{N}._-]+/gu, '-');
  return `${named}-glossary-${day.join('-')}.${files[format].extension}`;
}

/** The same name with the ending of a format. */
export function renamed(name: string, format: ExportFormat): string {
  return `${name.replace(/\.(?:tsv|csv|tbx)$/iu, '')}.${files[format].extension}`;
}

/** Gives a text out as a file. */
export function download(text: string, name: string, format: ExportFormat): void {
  const mark = format.startsWith('tbx') ? '' : byteOrderMark;
  saveFile(new Blob([mark, text], { type: `${files[format].type};charset=utf-8` }), name);
}
