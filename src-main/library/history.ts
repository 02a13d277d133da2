import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { canonical } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import { appendLines } from './append.ts';
import { journalLine, type JournalLine, readJournal } from './journal-line.ts';
import { ensureFolder, listFolder } from './paths.ts';
import { safeWrite } from './safe-write.ts';
import { readSnapshot } from './snapshot.ts';

/** Journals that are searched as well: what is in them has not come to the history yet. */
const places = ['history', 'journal'];

/** What was, and is no more: `history/` in a folder of the library. Nothing is ever removed from it. */
export class History {
  readonly #root: string;
  readonly #folder: string;
  readonly #device: string;
  readonly #now: () => number;

  /** @param root the library's real path, in which `folder` lies */
  constructor(root: string, folder: string, device: string, now: () => number) {
    this.#root = root;
    this.#folder = folder;
    this.#device = device;
    this.#now = now;
  }

  /**
   * Adds whole lines of this device's journals: one file a device and month. Where somebody was in the text is of no interest
   * later, and so is left out.
   */
  async add(lines: Buffer): Promise<void> {
    const kept = withoutReadings(lines);
    if (kept === '') return;
    await ensureFolder(this.#root, join(this.#folder, 'history'));
    const month = new Date(this.#now()).toISOString().slice(0, 7);
    await appendLines(join(this.#folder, 'history', `${this.#device}-${month}.jsonl`), kept);
  }

  /** Moves a file of the folder here: a conflicted copy that has been joined. */
  async move(file: string): Promise<void> {
    await ensureFolder(this.#root, join(this.#folder, 'history'));
    await rename(join(this.#folder, file), join(this.#folder, 'history', this.#dated(file)));
  }

  /** Keeps the bytes of a file that is about to be overwritten. */
  async keep(file: string, bytes: Uint8Array): Promise<void> {
    await ensureFolder(this.#root, join(this.#folder, 'history'));
    await safeWrite(join(this.#folder, 'history', this.#dated(file)), [bytes]);
  }

  #dated(file: string): string {
    return `${new Date(this.#now()).toISOString().replace(/[-:]/g, '')} ${file.replaceAll('/', '-')}`;
  }

  /** Every version of a record that a journal or a copy holds, and `current`; the newest first. */
  async versions(id: string, current: AnyRecord | null): Promise<AnyRecord[]> {
    const found = new Map<string, AnyRecord>();
    const keep = (record: AnyRecord): void => {
      if (record.id === id) found.set(canonical(record), record);
    };
    if (current !== null) keep(current);
    for (const { path, name } of await this.#files()) {
      const bytes = await readFile(path);
      if (!bytes.includes(JSON.stringify(id))) continue;
      if (name.endsWith('.jsonl')) {
        for (const { put, was } of readJournal(bytes, [JSON.stringify(id)]).lines) [...put, ...was].forEach(keep);
      } else {
        const text = readSnapshot(bytes);
        if ('records' in text) text.records.forEach(keep);
      }
    }
    return [...found.entries()]
      .toSorted(([a, x], [b, y]) => (x.modified === y.modified ? (a < b ? 1 : -1) : x.modified < y.modified ? 1 : -1))
      .map(([, record]) => record);
  }

  /** The records of the two newest files of this device: what a snapshot written by others may lack. */
  async recent(): Promise<AnyRecord[]> {
    const own = (await this.#files()).filter(
      ({ name, path }) => name.startsWith(`${this.#device}-`) && path.startsWith(join(this.#folder, 'history')),
    );
    const records: AnyRecord[] = [];
    for (const { path } of own.slice(-2)) {
      for (const { put, was } of readJournal(await readFile(path)).lines) {
        // One by one: a new work is a line of more records than a call can have arguments.
        for (const record of put) records.push(record);
        for (const record of was) records.push(record);
      }
    }
    return records;
  }

  async #files(): Promise<{ path: string; name: string }[]> {
    const files: { path: string; name: string }[] = [];
    for (const place of places) {
      for (const { name, type } of await listFolder(this.#root, join(this.#folder, place))) {
        if (type === 'file' && /\.jsonl?$/.test(name)) files.push({ path: join(this.#folder, place, name), name });
      }
    }
    return files;
  }
}

/** The lines as they are, but for those with reading positions, which are made anew without. */
function withoutReadings(bytes: Buffer): string {
  return bytes
    .toString('utf8')
    .split('\n')
    .map((line) =>
      line.includes('"kind":"reading"') ? readJournal(Buffer.from(line)).lines.map(lean).join('') : ended(line),
    )
    .join('');
}

function ended(line: string): string {
  return line === '' ? '' : `${line}\n`;
}

function lean({ put, was }: JournalLine): string {
  const isKept = (record: AnyRecord): boolean => record.kind !== 'reading';
  const kept = { put: put.filter(isKept), was: was.filter(isKept) };
  return kept.put.length + kept.was.length === 0 ? '' : journalLine(kept);
}
