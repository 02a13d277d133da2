import type { FailureCode } from '#main/api/shapes.ts';
import { messageOf } from '#main/message-of.ts';

/** Something that the library refuses or could not do. `message` is English, for a report; views translate by `code`. */
export class LibraryError extends Error {
  readonly code: FailureCode;
  /** The file, record or field that it is about. */
  readonly where: string | null;

  constructor(code: FailureCode, message: string, where: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LibraryError';
    this.code = code;
    this.where = where;
  }
}

const codes: Record<string, FailureCode> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  // A limit on the size of files: to the reader the same as a full disk.
  EFBIG: 'disk-full',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EROFS: 'no-permission',
};

/** The system's code of an error (`ENOENT` …), or `null` where it has none. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** What a failed write of `file` means: `disk-full`, `no-permission` or `write-failed`. */
export function writeError(error: unknown, file: string): LibraryError {
  if (error instanceof LibraryError) return error;
  const code = codes[systemCode(error) ?? ''] ?? 'write-failed';
  const message = messageOf(error);
  return new LibraryError(code, `${file} could not be written: ${message}`, file, { cause: error });
}
