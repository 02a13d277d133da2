import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './error.ts';
import { type JournalText, readJournal } from './journal-line.ts';
import { listFolder } from './paths.ts';
import { signature } from './safe-write.ts';
import { readSnapshot, type SnapshotText } from './snapshot.ts';

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

  /** @param writing whether this process is the one that writes this device's journals: then they hold no news */
  async read(writing: boolean): Promise<Source[]> {
    const sources: Source[] = [];
    const there = new Set<string>();
    for (const { file, outside } of await this.#files()) {
      there.add(file);
      if (this.#isOwnJournal(file) && writing && !this.#first) continue;
      const source = outside ? this.#outside(file) : await this.#one(file);
      if (source !== null) sources.push(source);
    }
    for (const file of this.#known.keys()) if (!there.has(file)) this.#known.delete(file);
    this.#first = false;
    return sources;
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

  #outside(file: string): Source | null {
    if (this.#known.has(file)) return null;
    this.#known.set(file, { signature: '', end: 0 });
    return { type: 'outside', file, bytes: Buffer.alloc(0), signature: '' };
  }

  async #one(file: string): Promise<Source | null> {
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
      return file.startsWith('journal/')
        ? await this.#journal(file, handle, now, known)
        : await this.#snapshot(file, handle, now);
    } finally {
      await handle.close();
    }
  }

  async #snapshot(file: string, handle: FileHandle, now: string): Promise<Source> {
    const bytes = await handle.readFile();
    this.#known.set(file, { signature: now, end: 0 });
    return { type: 'snapshot', file, bytes, signature: now, text: readSnapshot(bytes) };
  }

  async #journal(file: string, handle: FileHandle, now: string, known: Known | undefined): Promise<Source> {
    const { size } = await handle.stat();
    const grown = known !== undefined && inode(known.signature) === inode(now) && size >= known.end;
    const start = grown ? known.end : 0;
    const buffer = Buffer.alloc(size - start);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
    const bytes = buffer.subarray(0, bytesRead);
    const text = readJournal(bytes);
    this.#known.set(file, { signature: now, end: start + text.whole });
    return { type: 'journal', file, bytes, signature: now, text, own: this.#isOwnJournal(file) };
  }
}

function inode(state: string): string {
  return state.slice(0, state.indexOf(':'));
}
