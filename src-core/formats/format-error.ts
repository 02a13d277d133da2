import { shown } from '#core/text/shown.ts';

/** Where in a file something is: a line (from 1), an entry of an archive, a page (from 1). */
export interface FilePlace {
  readonly line?: number;
  readonly entry?: string;
  readonly page?: number;
}

/**
 * Thrown by a reader of a format for a file that it cannot read at all. `message` is one clear English line without the file's
 * name, for the terminal and for a report; the view translates by `code`.
 */
export class FormatError extends Error {
  override readonly name: string = 'FormatError';
  /**
   * `not-this`: another format; `damaged`; `too-large`: beyond a limit; `empty`: no text in it; `protected`: encrypted;
   * `incomplete`: it links texts that stand in files of their own (`IncompleteAlignment`).
   */
  readonly code: 'not-this' | 'damaged' | 'too-large' | 'empty' | 'protected' | 'incomplete';
  readonly place: FilePlace;

  constructor(code: FormatError['code'], message: string, place: FilePlace = {}) {
    super(shown(message));
    this.code = code;
    this.place = place.entry === undefined ? place : { ...place, entry: shown(place.entry) };
  }
}
