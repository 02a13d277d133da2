import { closeSync, createWriteStream, openSync, readSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { deliver, DictionaryError, type EntrySink } from '#core/dictionaries/entry.ts';
import { indexReader, readArticle, readInfo, synonymReader } from '#core/dictionaries/stardict.ts';
import { bytesOf, isGzip, type Progress } from './bytes.ts';

/** Bytes of the longest description, and of the longest article. */
const longestInfo = 256 * 1024;
const longestArticle = 1024 * 1024;
/** Bytes of the articles that are read at a time: most stand in the order of the index. */
const window = 1024 * 1024;

/** The paths of a dictionary's files. */
export interface StarDictPaths {
  info: string;
  index: string;
  articles: string;
  synonyms: string | null;
}

/** Where entries and their other spellings go, by the number of the entry in the index. */
export interface NumberedSink extends Pick<EntrySink, 'skip'> {
  entry: (entry: Parameters<EntrySink['entry']>[0], number: number) => void;
  spelling: (spelling: string, number: number) => void;
}

/**
 * Reads a StarDict dictionary entry by entry.
 *
 * @param folder for what has to be unpacked
 * @throws DictionaryError when a file as a whole cannot be read
 */
export async function readStarDict(
  paths: StarDictPaths,
  folder: string,
  sink: NumberedSink,
  progress: Progress,
): Promise<void> {
  const info = readInfo(await readInfoText(paths.info));
  const articles = new Articles(await unpackedArticles(paths.articles, folder, (share) => progress(share * 0.2)));
  let count = 0;
  try {
    const each = (word: string, offset: number, size: number, number: number): void => {
      count = number + 1;
      const place = `entry ${number + 1}`;
      const bytes = articles.read(offset, size);
      if (typeof bytes === 'string') {
        sink.skip(bytes, place, `${word.slice(0, 40)}: ${size} bytes at ${offset}`);
        return;
      }
      const article = readArticle(bytes, info.fieldTypes, word);
      if (article === null) sink.skip('bad-record', place, word.slice(0, 40));
      else {
        deliver(
          { skip: sink.skip, otherLanguage: () => undefined, entry: (tidied) => sink.entry(tidied, number) },
          place,
          { headword: word, ...article },
        );
      }
    };
    const index = indexReader(info.offsetBits, each, sink.skip);
    for await (const bytes of bytesOf(paths.index, (share) => progress(0.2 + share * 0.7))) index.push(bytes);
    index.end();
  } finally {
    articles.close();
  }
  if (count < info.words) sink.skip('cut-short', `entry ${count + 1}`, `${info.words} words were announced`);
  if (paths.synonyms === null) return;
  const skip: EntrySink['skip'] = (code, place, detail) => sink.skip(code, `synonym ${place}`, detail);
  const synonyms = synonymReader((word, entry) => {
    if (entry < count) sink.spelling(word, entry);
    else sink.skip('outside-file', `synonym ${word.slice(0, 40)}`, `there is no entry ${entry + 1}`);
  }, skip);
  for await (const bytes of bytesOf(paths.synonyms, (share) => progress(0.9 + share * 0.1))) synonyms.push(bytes);
  synonyms.end();
}

/** The text of a description. @throws DictionaryError for a file that is far too long for one */
export async function readInfoText(path: string): Promise<string> {
  if (statSync(path).size > longestInfo) throw new DictionaryError('bad-file', 'the .ifo file is far too long');
  return readFile(path, 'utf8');
}

/** Where the articles can be read out of order, which packed ones cannot be. */
async function unpackedArticles(path: string, folder: string, progress: Progress): Promise<string> {
  if (!(await isGzip(path))) return path;
  const unpacked = join(folder, 'articles');
  await pipeline(Readable.from(bytesOf(path, progress)), createWriteStream(unpacked));
  return unpacked;
}

/** The file of articles, read by place and size. */
class Articles {
  readonly #file: number;
  readonly #size: number;
  readonly #buffer = Buffer.alloc(window + longestArticle);
  #from = 0;
  #length = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'r');
    this.#size = statSync(path).size;
  }

  /** The bytes, good until the next call; or why there are none. */
  read(offset: number, size: number): Uint8Array | 'outside-file' | 'too-long' {
    if (!Number.isSafeInteger(offset) || offset + size > this.#size) return 'outside-file';
    if (size > longestArticle) return 'too-long';
    if (offset < this.#from || offset + size > this.#from + this.#length) {
      this.#from = offset;
      this.#length = readSync(this.#file, this.#buffer, 0, Math.max(size, window), offset);
    }
    const at = offset - this.#from;
    return at + size > this.#length ? 'outside-file' : this.#buffer.subarray(at, at + size);
  }

  close(): void {
    closeSync(this.#file);
  }
}
