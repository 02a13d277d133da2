import { writeTbx } from '#core/glossary/tbx-write.ts';
import { writeTerms } from '#core/glossary/tsv.ts';
import type { Term } from '#core/records/term.ts';

/** A format that the words of a work are written in. */
export interface GlossaryFormat {
  readonly id: string;
  readonly ending: string;
  readonly mediaType: string;
  /** @param language of the interface, BCP 47 */
  readonly write: (terms: readonly Term[], language: string) => string;
}

/** Spreadsheets take a file for UTF-8 by this sign; without it Cyrillic comes out as garbage in some. */
const byteOrderMark = '\uFEFF';

/** In the order in which they are offered. */
export const glossaryFormats: readonly GlossaryFormat[] = [
  { id: 'tbx', ending: 'tbx', mediaType: 'application/x-tbx', write: (terms, language) => writeTbx(terms, language) },
  {
    id: 'glossary-tsv',
    ending: 'tsv',
    mediaType: 'text/tab-separated-values',
    write: (terms) => writeTerms(terms),
  },
  {
    id: 'glossary-csv',
    ending: 'csv',
    mediaType: 'text/csv',
    write: (terms) => `${byteOrderMark}${writeTerms(terms, ',')}`,
  },
];
