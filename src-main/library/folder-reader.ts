import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { checksumAside } from './checksum.ts';
import { systemCode } from './error.ts';
import { type JournalText, readJournal } from './journal-line.ts';
import { listFolder } from './paths.ts';
import { signature } from './safe-write.ts';
import { readSnapshot, snapshotBody, type SnapshotText } from './snapshot.ts';

/** What was read from one file of a folder. */
export type Source = {
  /** Path inside the folder: `editions/kk.json`. */
  file: string;
  bytes: Buffer;
  /** The file's state when it was read. */
  signature: string;
} & (
  | { type: 'snapshot'; text: SnapshotText | { unreadable: string } }
  /** Of a journal that has grown only what is new. */
  | { type: 'journal'; text: JournalText; own: boolean }
  /** A symbolic link that leads out of the library. */
  | { type: 'outside' }
);

interface Known {
  signature: string;
  /** Of a journal: where the next reading begins. */
  end: number;
}

interface News {
  file: string;
  bytes: Buffer<ArrayBuffer>;
  /** Of a snapshot: the checksum of its body. */
  sum: string;
  signature: string;
  /** Where in the file `bytes` begins. */
  start: number;
  outside: boolean;
}

/** Reads the snapshots and journals of a folder: all the first time, afterwards those that changed. */
export class FolderReader {
  readonly #root: string;
  readonly #folder: string;
  readonly #device: string;
  readonly #known = new Map<string, Known>();
  #first = true;

  /**
   * @param root the library's real path
   * @param folder the folder with the snapshots, inside `root`
   */
  constructor(root: string, folder: string, device: string) {
    this.#root = root;
    this.#folder = folder;
    this.#device = device;
  }

  /**
   * Gives what is new, and the files that are there no more.
   *
   * @param writing whether this process is the one that writes this device's journals: then they hold no news
   */
  async read(writing: boolean): Promise<{ sources: Source[]; gone: string[] }> {
    const files = (await this.#files()).filter(({ file }) => this.#first || !writing || !this.#isOwnJournal(file));
    const there = new Set(files.map(({ file }) => file));
    const gone = [...this.#known.keys()].filter((file) => !there.has(file));
    for (const file of gone) this.#known.delete(file);
    this.#first = false;
    const news = await Promise.all(
      files.map(async ({ file, outside }) => (outside ? this.#outside(file) : this.#news(file))),
    );
    return { sources: news.flatMap((found) => (found === null ? [] : this.#source(found))), gone };
  }

  /** Takes note of a file that this process wrote, so that it is no news. */
  wrote(file: string, state: string): void {
    this.#known.set(file, { signature: state, end: 0 });
  }

  /** Has a file read again next time. */
  forget(file: string): void {
    this.#known.delete(file);
  }

  async #files(): Promise<{ file: string; outside: boolean }[]> {
    const found: { file: string; outside: boolean }[] = [];
    for (const [sub, ending] of [
      ['', '.json'],
      ['editions/', '.json'],
      ['alignments/', '.json'],
      ['journal/', '.jsonl'],
    ] as const) {
      for (const { name, type } of await listFolder(this.#root, join(this.#folder, sub))) {
        if (!name.endsWith(ending) || name.startsWith('.') || type === 'folder') continue;
        // The library's own description lies beside the records at the top; it is no snapshot.
        if (sub === '' && this.#folder === this.#root && name.startsWith('library')) continue;
        found.push({ file: `${sub}${name}`, outside: type === 'outside' });
      }
    }
    return found;
  }

  #isOwnJournal(file: string): boolean {
    const name = file.startsWith('journal/') ? file.slice('journal/'.length) : '';
    return (
      name === `${this.#device}.jsonl` || (name.startsWith(`${this.#device}.`) && /^[a-z0-9]+\.\d+\.jsonl$/.test(name))
    );
  }

  #outside(file: string): News | null {
    if (this.#known.has(file)) return null;
    this.#known.set(file, { signature: '', end: 0 });
    return { file, bytes: Buffer.alloc(0), sum: '', signature: '', start: 0, outside: true };
  }

  /** The bytes of a file, of a journal that has grown only the new ones; `null` when it is as it was. */
  async #news(file: string): Promise<News | null> {
    let handle: FileHandle;
    try {
      handle = await open(join(this.#folder, file), 'r');
    } catch (error) {
      // Gone since the folder was listed.
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
    try {
      const now = await signature(handle);
      const known = this.#known.get(file);
      if (known?.signature === now) return null;
      const { size } = await handle.stat();
      const grown = known !== undefined && inode(known.signature) === inode(now) && size >= known.end;
      const start = grown && isJournal(file) ? known.end : 0;
      const bytes = await readFrom(handle, start, size);
      const sum = isJournal(file) ? '' : await checksumAside(snapshotBody(bytes));
      return { file, bytes, sum, signature: now, start, outside: false };
    } finally {
      await handle.close();
    }
  }

  #source({ file, bytes, sum, signature: state, start, outside }: News): Source {
    if (outside) return { type: 'outside', file, bytes, signature: state };
    if (!isJournal(file)) {
      this.#known.set(file, { signature: state, end: 0 });
      return { type: 'snapshot', file, bytes, signature: state, text: readSnapshot(bytes, sum) };
    }
    const text = readJournal(bytes);
    this.#known.set(file, { signature: state, end: start + text.whole });
    return { type: 'journal', file, bytes, signature: state, text, own: this.#isOwnJournal(file) };
  }
}

async function readFrom(handle: FileHandle, start: number, end: number): Promise<Buffer<ArrayBuffer>> {
  const bytes = Buffer.allocUnsafe(end - start);
  let done = 0;
  // One reading may give less than was asked for.
  while (done < bytes.length) {
    const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return bytes.subarray(0, done);
}

function isJournal(file: string): boolean {
  return file.startsWith('journal/');
}

function inode(state: string): string {
  return state.slice(0, state.indexOf(':'));
}
