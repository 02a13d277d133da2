import { shown } from '#core/text/shown.ts';

/** Why a package of Anki is not read. */
export type PackageFault =
  /** No zip archive, or one without a collection. */
  | 'not-package'
  /** The archive is refused: names, links, sizes or checksums that no honest program writes. */
  | 'unsafe'
  /** Larger than what is read. */
  | 'too-big'
  /** Written by a newer Anki than this knows. */
  | 'newer'
  /** The collection is damaged, or is none. */
  | 'damaged';

/** A package of Anki that is refused. `message` is one line of English; views translate by `code`. */
export class PackageError extends Error {
  readonly code: PackageFault;

  constructor(code: PackageFault, message: string, options?: ErrorOptions) {
    super(shown(message), options);
    this.name = 'PackageError';
    this.code = code;
  }
}
