import type { Term } from '#core/records/term.ts';
import { wordNote } from '#core/review/anki/note.ts';
import { writeCollection } from '#main/anki/collection.ts';
import { PackageError } from '#main/anki/package-error.ts';
import { readCollection } from '#main/anki/read-collection.ts';
import { readPackage } from '#main/anki/read-package.ts';
import { writePackage } from '#main/anki/write-package.ts';
import { readZip } from '#main/container/read-zip.ts';
import { writeZip } from '#main/container/write-zip.ts';
import { ZipError } from '#main/container/zip-error.ts';
import type { Bench } from './bench.ts';
import { peakOf } from './memory.ts';
import { random, type Random } from './random.ts';
import { megabytes, milliseconds } from './statistics.ts';

/** Damaged files for each reader. */
const inputs = 20_000;
const seed = 20_261_123;
const limits = { archiveBytes: 1e6, entries: 50, entryBytes: 1e6, totalBytes: 4e6 };
const manyNotes = 20_000;

/** Readers of archives and of packages for Anki, with damaged files; how long whole ones take. */
export const archives: Bench = {
  name: 'archives',
  about: `${inputs} damaged zip archives, packages and collections of Anki; a package of ${manyNotes} notes`,
  run: async (print) => {
    const zip = await writeZip([
      { name: 'mimetype', data: 'application/epub+zip', stored: true },
      { name: 'META-INF/container.xml', data: '<container/>'.repeat(50) },
      { name: 'text/бөлім.xhtml', data: '<p>Қазан төңкерісі</p>'.repeat(200) },
    ]);
    const notes = Array.from({ length: 20 }, (_, at) => note(at));
    const readers: [name: string, whole: Uint8Array, read: (bytes: Uint8Array) => Promise<unknown>][] = [
      ['zip archives', zip, readAll],
      ['packages', await writePackage(notes, null, 0), readPackage],
      ['collections', writeCollection(notes, null, 0), (bytes) => Promise.resolve().then(() => readCollection(bytes))],
    ];
    for (const [name, whole, read] of readers) {
      const start = performance.now();
      const refused = await fuzz(whole, read);
      const each = (performance.now() - start) / inputs;
      print(`${name}: refused of ${inputs} damaged, none else failed`, String(refused), '');
      print(`  each`, milliseconds(each), '');
    }
    const many = Array.from({ length: manyNotes }, (_, at) => note(at));
    const before = performance.now();
    const bytes = await writePackage(many, null, 0);
    print(`writing a package of ${manyNotes} notes`, milliseconds(performance.now() - before), '');
    const after = performance.now();
    await readPackage(bytes);
    print(`reading it`, milliseconds(performance.now() - after), '');
    const peak = await peakOf(process.pid);
    print('peak of memory', peak === null ? 'unknown' : megabytes(peak), '');
  },
};

/** How many damaged copies are refused as they must be. @throws whatever else a reader throws */
async function fuzz(whole: Uint8Array, read: (bytes: Uint8Array) => Promise<unknown>): Promise<number> {
  const source = random(seed);
  let refused = 0;
  for (let input = 0; input < inputs; input += 1) {
    try {
      await read(damaged(whole, source));
    } catch (error) {
      if (!(error instanceof ZipError) && !(error instanceof PackageError)) throw error;
      refused += 1;
    }
  }
  return refused;
}

async function readAll(bytes: Uint8Array): Promise<void> {
  const zip = await readZip(bytes, limits);
  for (const name of zip.entries.keys()) await zip.bytes(name);
}

/** A copy with some bytes changed, a piece left out, or a piece doubled. */
function damaged(whole: Uint8Array, source: Random): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (let times = 1 + source.below(8); times > 0; times -= 1) {
    bytes[source.below(bytes.length)] = source.pick([0, 1, 0x7f, 0xff, source.below(256)]);
  }
  const cut = source.below(bytes.length);
  const length = source.below(64);
  const kind = source.below(4);
  if (kind === 0) return Buffer.concat([bytes.subarray(0, cut), bytes.subarray(cut + length)]);
  if (kind === 1) return Buffer.concat([bytes.subarray(0, cut + length), bytes.subarray(cut)]);
  return bytes;
}

function note(at: number) {
  const term: Term = {
    id: `term-${String(at)}`,
    kind: 'term',
    modified: '',
    language: 'kk',
    headword: `сөз ${String(at)}`,
    category: 'word',
    glosses: { en: [`word ${String(at)}`] },
    notes: {},
  };
  return wordNote(term, null, { language: 'en', deck: 'Egiz', cards: [null, null] });
}
