import { FormatError } from '#core/formats/format-error.ts';
import type { Imported } from '#core/formats/imported.ts';
import { longestParagraph, mostMarks } from '#core/formats/long-lines.ts';
import { type FileChoices, type FileRead, type NamedFile, readFile } from '#main/formats/read-file.ts';

/** More paragraphs than this in a file, and it is no text that anybody reads; it would only fill the memory. */
const mostBlocks = 400_000;
/** UTF-16 code units of all its texts together: thirty times “War and Peace”. */
const mostCharacters = 96 * 1024 * 1024;
/** Texts of one file: a translation memory has one for each of its languages. */
const mostTexts = 200;

/** What a thread that reads a file is given. */
export interface ReadTask {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly choices: FileChoices;
  /** Of an alignment that stands apart from its texts: these, in the order in which it needs them. */
  readonly documents?: readonly (NamedFile | null)[];
}

/** Reads a file in this thread, and refuses what is no text for a reader. @throws FormatError */
export async function readHere(
  { name, bytes, choices, documents }: ReadTask,
  progress: (share: number) => void,
): Promise<FileRead> {
  const read = await readFile(name, bytes, choices, progress, documents);
  const blocks = read.imported.texts.reduce((sum, text) => sum + text.blocks.length, 0);
  refuseEndless(read.imported);
  if (blocks === 0) throw new FormatError('empty', 'there is no text in it');
  if (blocks > mostBlocks) {
    throw new FormatError('too-large', `it has ${String(blocks)} paragraphs, more than ${String(mostBlocks)}`);
  }
  return read;
}

/** What no page could show, however it came about. @throws FormatError */
function refuseEndless({ texts }: Imported): void {
  if (texts.length > mostTexts) {
    throw new FormatError('too-large', `it has ${String(texts.length)} texts; at most ${String(mostTexts)} are read`);
  }
  let characters = 0;
  for (const { blocks } of texts) {
    for (const [at, { text, marks }] of blocks.entries()) {
      characters += text.length;
      if (text.length > longestParagraph || marks.length > mostMarks) {
        throw new FormatError(
          'too-large',
          `paragraph ${String(at + 1)} has ${String(text.length)} characters and ${String(marks.length)} marks; at most ` +
            `${String(longestParagraph)} and ${String(mostMarks)} are read`,
        );
      }
    }
  }
  if (characters <= mostCharacters) return;
  throw new FormatError(
    'too-large',
    `it has ${String(characters)} characters of text; at most ${String(mostCharacters)} are read`,
  );
}
