import type { Bitext, BitextOptions } from './bitext.ts';

/** A file inside of an archive that a format writes. Text is written as UTF-8. */
export interface WrittenEntry {
  readonly name: string;
  readonly data: string | Uint8Array;
  /** Not compressed, as the first entry of an EPUB must be. */
  readonly stored?: boolean;
}

/** What a format is for: another program, a person who reads, annotations alone. */
export type WriterGroup = 'bitext' | 'reading' | 'annotations';

/** A format that a bitext can be written in. The list of all is `writers` in `writers.ts`. */
export interface Writer {
  /** What it is asked for by: `tmx`, `xliff`, `tei`. Its name in the view is `export:format.<id>`. */
  readonly id: string;
  /** Other names that it is asked for by in the terminal. */
  readonly names?: readonly string[];
  readonly group: WriterGroup;
  /** Ending of its files' names, without the point. */
  readonly ending: string;
  readonly mediaType: string;
  /** Which options change what is written; the others are not offered. */
  readonly options: readonly (keyof BitextOptions)[];
  /** The text of the file, or the entries of the archive that it is, in their order. */
  readonly write: (bitext: Bitext, options: BitextOptions) => string | readonly WrittenEntry[];
}
