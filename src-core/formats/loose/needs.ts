import { shown } from '#core/text/shown.ts';
import { FormatError } from '../format-error.ts';

/** A text that an alignment is between and does not hold. */
export interface NeededDocument {
  /** What the alignment's reader asks for it by: its name, or its side where it has none. */
  readonly key: string;
  /** As the alignment names it, a path perhaps; `null` where it names none. It comes from data: only its last part may name a file. */
  readonly name: string | null;
  readonly side: 'source' | 'target';
  /** A file of lines has at least so many; `null` where that is not known. */
  readonly lines: number | null;
}

/** What an alignment in a file of its own needs beside it, each document once. */
export interface AlignmentNeeds {
  readonly documents: readonly NeededDocument[];
}

/** The text of a document that an alignment needs, by its key; `null` where there is none. */
export type NamedText = (key: string) => string | null;

/** Thrown for an alignment that came without the texts that it is between. */
export class IncompleteAlignment extends FormatError {
  override readonly name: string = 'IncompleteAlignment';
  readonly needs: AlignmentNeeds;

  constructor(needs: AlignmentNeeds) {
    super('incomplete', `it links texts that stand in files of their own: ${needs.documents.map(told).join(', ')}`);
    this.needs = needs;
  }
}

/** What a needed document is called in a message. */
export function told({ name, side, lines }: NeededDocument): string {
  if (name !== null) return shownName(name);
  return `the ${side} text${lines === null ? '' : `, of ${String(lines)} lines or more`}`;
}

/** Longest part of a name that is shown, in code units. */
const longestShown = 240;

/** A name or an id from data as it can be shown: no control or direction characters, not endless. */
export function shownName(name: string): string {
  return shown(name, longestShown);
}

/** What is wrong where a document that an alignment is between is not there. */
export function missingFile(key: string): FormatError {
  const entry = shownName(key);
  return new FormatError('damaged', `the file ${entry} is missing`, { entry });
}

/** Names of documents longer than this are none. */
const longestName = 1000;
/** Endings that a packed or unpacked file may have or lack. */
const packed = /\.gz$/iu;

/**
 * The last part of a name that a file has for another, without what says that it is packed: `kk/book.xml.gz` is `book.xml`.
 * `null` for what names no file.
 */
export function baseName(name: string): string | null {
  if (name.length > longestName) return null;
  const base = (name.split(/[/\\]/u).at(-1) ?? '').replace(packed, '').trim();
  return base === '' || base === '.' || base === '..' ? null : base;
}

/** The folder that a name says a file is in, alone: `kk` of `corpus/kk/book.xml`; `null` without one. */
export function folderName(name: string): string | null {
  const folder = name.split(/[/\\]/u).at(-2) ?? '';
  return folder === '' || folder === '.' || folder === '..' ? null : folder;
}
