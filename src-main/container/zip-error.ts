import { shown } from '#core/text/shown.ts';

/** Longest part of a name that an error repeats, in code units. */
const longestName = 120;

/** Why a zip archive, or one of its entries, was refused. */
export type ZipFault =
  /** Not a zip archive, cut short, or its directory contradicts itself. */
  | 'damaged'
  /** An entry's name could lead out of a folder, or is no file name on some system. */
  | 'name'
  /** Two entries have the same name, also where only case or Unicode normalisation differ. */
  | 'doubled'
  /** A symbolic link, a device or another thing that is not a file. */
  | 'special'
  | 'encrypted'
  /** A compression method other than stored and deflated. */
  | 'method'
  | 'too-many-entries'
  | 'too-big'
  /** It would unpack to a suspicious multiple of its size. */
  | 'ratio'
  /** The checksum or a size that the archive states is not that of the data. */
  | 'lies'
  /** The archive has no such entry. */
  | 'missing'
  | 'not-text';

/**
 * A zip archive that is refused: nothing of it is used. `message` is one line of English without control characters;
 * views translate by `code`.
 */
export class ZipError extends Error {
  readonly code: ZipFault;
  /** The name of the entry that it is about, made safe to show, or `null` for the whole archive. */
  readonly entry: string | null;
  /** Where in the archive, as an offset in bytes, where one is known. */
  readonly place: number | null;

  constructor(code: ZipFault, message: string, entry: string | null = null, place: number | null = null) {
    const where = [
      entry === null ? [] : `entry “${shown(entry, longestName)}”`,
      place === null ? [] : `at byte ${place}`,
    ].flat();
    super(where.length === 0 ? message : `${where.join(' ')}: ${message}`);
    this.name = 'ZipError';
    this.code = code;
    this.entry = entry === null ? null : shown(entry, longestName);
    this.place = place;
  }
}
