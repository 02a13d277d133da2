import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Term } from '#core/records/term.ts';
import { journalLine } from '#main/library/journal-line.ts';
import { openLibrary } from '#main/library/library.ts';
import type { Bench } from './bench.ts';
import { median, milliseconds, ratio } from './statistics.ts';

const changes = 100_000;
const timed = 500;
const together = 64;
const openings = 5;

/** Answered changes a second, and the time to open a library with many changes in its journals. */
export const journal: Bench = {
  name: 'journal',
  about: `answered changes a second, with fsync; opening ${changes} changes in journals`,
  run: async (print) => {
    const folder = await mkdtemp(join(tmpdir(), 'egiz-bench-'));
    try {
      const peer = await timeFsync(join(folder, 'peer'));
      const library = await openLibrary(join(folder, 'library'), { program: 'bench', watch: false });
      const start = performance.now();
      for (let index = 0; index < timed; index += 1) await library.top.apply(adding(index));
      const each = (performance.now() - start) / timed;
      print('one after another: changes a second', (1000 / each).toFixed(0), ratio(each, peer));
      print('  peer: appending a line and fsync', milliseconds(peer), ratio(1, 1));

      const many = performance.now();
      for (let index = timed; index < changes; index += together) {
        const end = Math.min(index + together, changes);
        await Promise.all(Array.from({ length: end - index }, (_, at) => library.top.apply(adding(index + at))));
      }
      const rate = ((changes - timed) * 1000) / (performance.now() - many);
      print(`${together} at a time: changes a second`, rate.toFixed(0), ratio(rate, 1000 / each));

      await library.close();

      const line = milliseconds(median(await timeOpening(join(folder, 'library'))));
      print(`opening after a close, median of ${openings}`, line, '');
      const other = join(folder, 'other');
      await writeForeignJournal(other);
      print(
        `opening ${changes} changes in another device's journal`,
        milliseconds(median(await timeOpening(other))),
        '',
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function timeOpening(folder: string): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < openings; run += 1) {
    const before = performance.now();
    const library = await openLibrary(folder, { program: 'bench', watch: false });
    times.push(performance.now() - before);
    await library.close();
  }
  return times;
}

/** A journal that is never taken into a snapshot of its own, because its device is another one: it is read at every start. */
async function writeForeignJournal(folder: string): Promise<void> {
  const clock = (index: number): string => new Date(Date.UTC(2026, 0, 1) + index).toISOString();
  const lines = Array.from({ length: changes }, (_, index) =>
    journalLine({
      put: adding(index).added.map((term) => ({ ...term, modified: `${clock(index)}-0000-other` })),
      was: [],
    }),
  );
  await mkdir(join(folder, 'journal'), { recursive: true });
  await writeFile(join(folder, 'journal', 'other.jsonl'), lines.join(''));
}

function adding(index: number): { added: Term[]; updated: []; removed: [] } {
  // Ten changes a term, as a journal has them: most are edits of what is there.
  const id = `term-${index % (changes / 10)}`;
  return {
    added: [
      {
        id,
        kind: 'term',
        modified: '',
        language: 'kk',
        headword: `сөз ${index}`,
        category: 'word',
        glosses: { en: [`word ${index}`] },
        notes: {},
      },
    ],
    updated: [],
    removed: [],
  };
}

/** The peer: what the disk itself takes to keep a line. Milliseconds. */
async function timeFsync(path: string): Promise<number> {
  const file = await open(path, 'a');
  try {
    const start = performance.now();
    for (let index = 0; index < timed; index += 1) {
      await file.appendFile(`${JSON.stringify(adding(index))}\n`);
      await file.datasync();
    }
    return (performance.now() - start) / timed;
  } finally {
    await file.close();
  }
}
