/** What a zip archive may cost. Sizes are in bytes. */
export interface ZipLimits {
  /** Of the archive itself. */
  readonly archiveBytes: number;
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all entries together, unpacked. */
  readonly totalBytes: number;
  /** How many times its packed size an entry may have unpacked, once it is larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const mebibyte = 1024 * 1024;

/**
 * Enough for books and their pictures, little enough for a machine with 4 GB. Deflate reaches a ratio of 1,032; text of any
 * language stays under 20, markup that repeats itself under 100.
 */
export const zipLimits: ZipLimits = {
  archiveBytes: 512 * mebibyte,
  entries: 20_000,
  entryBytes: 256 * mebibyte,
  totalBytes: 1024 * mebibyte,
  ratio: 200,
  ratioFrom: mebibyte,
};
