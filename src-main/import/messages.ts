import type { FilePlace, FormatError } from '#core/formats/format-error.ts';
import type { FileChoices, FileRead } from '#main/formats/read-file.ts';

/** What a thread that reads a file is given. */
export interface ReadTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: FileChoices;
}

/** Why a file was not read. */
export interface ReadFailure {
  readonly code: FormatError['code'] | 'internal';
  /** One English line, for a report; the view translates by the code. */
  readonly message: string;
  readonly place: FilePlace;
}

/** What the thread tells. Errors of a class do not cross threads. */
export type ReadMessage =
  { type: 'progress'; share: number } | { type: 'read'; read: FileRead } | { type: 'failed'; failure: ReadFailure };
