import { shown } from '#core/text/shown.ts';

/** Why a `.egiz` file is refused. */
export type EgizFileFault =
  /** A zip archive or something else, but no work of Egiz. */
  | 'not-egiz'
  /** A newer Egiz wrote it. */
  | 'newer'
  /** What it holds is no record, or no record that belongs where it stands. */
  | 'bad-record'
  /** It holds what no library writes: a field `__proto__`, nesting without an end, an id that is a path. */
  | 'unsafe'
  /** The archive is damaged. */
  | 'damaged'
  | 'too-large'
  /** What it holds is something else here: a term of this library has the id of a card of the file. */
  | 'conflict';

/** A `.egiz` file that is refused: nothing of it is used. `message` is one English line; the view translates by `code`. */
export class EgizFileError extends Error {
  override readonly name = 'EgizFileError';
  readonly code: EgizFileFault;
  /** The entry of the archive that it is about, and which of its records, from 1. */
  readonly entry: string | null;
  readonly record: number | null;

  constructor(code: EgizFileFault, message: string, entry: string | null = null, record: number | null = null) {
    const where = entry === null ? '' : record === null ? `${entry}: ` : `${entry}, record ${String(record)}: `;
    super(shown(`${where}${message}`));
    this.code = code;
    this.entry = entry;
    this.record = record;
  }
}
