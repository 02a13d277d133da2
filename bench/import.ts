import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeZip } from '#main/container/write-zip.ts';
import { BroughtFiles } from '#main/import/brought-files.ts';
import { makeWork } from '#main/import/make.ts';
import { blocksPage, filePreview } from '#main/import/preview.ts';
import { openLibrary } from '#main/library/library.ts';
import type { Bench } from './bench.ts';
import { fuzzing } from './fuzz/fuzz.ts';
import { peakOf } from './memory.ts';
import { random } from './random.ts';
import { megabytes, milliseconds } from './statistics.ts';

const bookWords = 200_000;
const longBytes = 20 * 1024 * 1024;
/** Milliseconds that a reader of a book waits at most for the preview. */
const bookLimit = 3000;
/** Milliseconds between two looks at whether the thread of the host answers. */
const pulse = 5;

/** How long texts take from their last byte to the preview, and how far the host is held up meanwhile. */
export const imports: Bench = {
  name: 'import',
  about: `an EPUB of ${bookWords} words and ${longBytes / 1024 / 1024} MB of plain text, read in a thread; then fuzz`,
  followedBy: fuzzing,
  run: async (print) => {
    const files = new BroughtFiles();
    const long = longText();
    for (const [name, file, bytes] of [
      ['EPUB', 'book.epub', await book()],
      ['plain text', 'long.txt', long],
    ] as const) {
      const id = files.begin(file, bytes.length);
      files.put(id, 0, bytes);
      const watch = heldUp();
      const start = performance.now();
      const end = await files.read(id, {}, () => undefined, new AbortController().signal);
      if (typeof end === 'string' || 'failure' in end) throw new Error(`${file} was not read: ${JSON.stringify(end)}`);
      const preview = filePreview(id, files.readOf(id));
      const page = blocksPage(end.read.imported.texts[0] ?? { ...nothing, blocks: [] }, 0, 100);
      const took = performance.now() - start;
      const words = preview.texts[0]?.words ?? 0;
      print(
        `${name}, ${megabytes(bytes.length)}, ${words} words: to the preview`,
        milliseconds(took),
        (took / bookLimit).toFixed(2),
      );
      print(`  paragraphs, of which the first ${page.blocks.length} were shown`, String(preview.texts[0]?.blocks), '');
      print('  meanwhile the host was held up for at most', milliseconds(watch()), '');
      const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
      const library = await openLibrary(folder, { program: 'bench', watch: false });
      const making = performance.now();
      const part = { file: id, text: 0, edits: [] };
      await makeWork(
        { library, files, progress: () => undefined, stop: new AbortController().signal },
        { titles: { en: name }, editions: [{ language: 'kk', title: name, parts: [part] }], align: false },
      );
      print('  made a work', milliseconds(performance.now() - making), '');
      await library.close();
      await rm(folder, { recursive: true });
      files.drop(id);
    }
    const peak = await peakOf(process.pid);
    print('peak of memory, the made files included', peak === null ? 'unknown' : megabytes(peak), '');
  },
};

const nothing = { title: null, author: null, translator: null, date: null, language: null };

/** Looks now and then whether this thread answers; gives the longest time that it did not, in milliseconds. */
function heldUp(): () => number {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - pulse);
    last = now;
  }, pulse);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - last - pulse);
  };
}

const stems =
  'қазан төңкеріс үкімет халық мәселе аграр наразылық ұлт құрылыс алаш қозғалыс кезең съезд автономия жер'.split(' ');
const endings = ['', 'дың', 'ға', 'ды', 'да', 'дан', 'мен', 'лар', 'лардың', 'ларға'];

/** A paragraph of so many made words. */
function paragraph(words: number, source: ReturnType<typeof random>): string {
  const word = (): string => `${source.pick(stems)}${source.pick(endings)}`;
  const sentence = Array.from({ length: words }, word).join(' ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

async function book(): Promise<Uint8Array> {
  const source = random(7);
  const chapters = 50;
  const pages = Array.from({ length: chapters }, (_, at) => {
    const paragraphs = Array.from({ length: bookWords / chapters / 80 }, () => `<p>${paragraph(80, source)}</p>`);
    return `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><h1>${String(at + 1)}-бөлім</h1>${paragraphs.join('\n')}</body></html>`;
  });
  const items = pages
    .map((_, at) => `<item id="c${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`)
    .join('');
  const spine = pages.map((_, at) => `<itemref idref="c${at}"/>`).join('');
  return writeZip([
    { name: 'mimetype', data: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      data: '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: 'b.opf',
      data: `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Кітап</dc:title><dc:language>kk</dc:language></metadata><manifest>${items}</manifest><spine>${spine}</spine></package>`,
    },
    ...pages.map((data, at) => ({ name: `c${at}.xhtml`, data })),
  ]);
}

function longText(): Uint8Array {
  const source = random(8);
  const parts: string[] = [];
  for (let length = 0; length < longBytes;) {
    const text = paragraph(80, source);
    parts.push(text);
    length += Buffer.byteLength(text) + 2;
  }
  return Buffer.from(parts.join('\n\n'));
}
