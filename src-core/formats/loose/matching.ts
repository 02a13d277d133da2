import { languageOfName } from './language-of-name.ts';
import { baseName, folderName, type NeededDocument } from './needs.ts';

/** A file that may be a document which an alignment needs. */
export interface OfferedFile {
  /** Its name, with its folder where that is known. It is compared, never opened. */
  readonly name: string;
  /** BCP 47, as found out; `null` where it is not known. */
  readonly language: string | null;
  /** Of a file of text, how many lines it has; `null` where that is not known. */
  readonly lines: number | null;
}

/**
 * Which of some files are the documents that an alignment needs, by their base names; where several have the same, the folder and
 * then the language decide. An alignment that names none is between two files of lines: those that have as many lines as it says.
 *
 * @returns for each document the number of a file, or `null`; no file stands for two
 */
export function matchedFiles(documents: readonly NeededDocument[], files: readonly OfferedFile[]): (number | null)[] {
  const free = new Set(files.keys());
  const found: (number | null)[] = documents.map(() => null);
  const take = (fits: (document: NeededDocument, file: OfferedFile) => boolean): void => {
    documents.forEach((document, at) => {
      if (found[at] !== null) return;
      for (const number of free) {
        const file = files[number];
        if (file === undefined || !fits(document, file)) continue;
        found[at] = number;
        free.delete(number);
        return;
      }
    });
  };
  const sameBase = ({ name }: NeededDocument, file: OfferedFile): boolean =>
    name !== null && sameName(baseName(name), baseName(file.name));
  const sameFolder = ({ name }: NeededDocument, file: OfferedFile): boolean =>
    name !== null && folderName(name) !== null && folderName(name) === folderName(file.name);
  const sameLanguage = ({ name }: NeededDocument, { language }: OfferedFile): boolean =>
    name !== null && language !== null && primary(languageOfName(name)) === primary(language);
  take((document, file) => sameBase(document, file) && sameFolder(document, file));
  take((document, file) => sameBase(document, file) && sameLanguage(document, file));
  take(sameBase);
  take((document, { lines }) => document.name === null && document.lines !== null && document.lines === lines);
  if (documents.every(({ name }) => name === null) && free.size === found.filter((one) => one === null).length) {
    take((document, { lines }) => lines === null || lines >= (document.lines ?? 0));
  }
  return found;
}

function sameName(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

function primary(tag: string | null): string | null {
  return tag?.toLowerCase().split('-', 1)[0] ?? null;
}
