import { type FileHandle, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { appendTo, lineStart, openToAppend } from './append.ts';
import { systemCode, writeError } from './error.ts';
import { ensureFolder, listFolder } from './paths.ts';

interface Opened {
  handle: FileHandle;
  ino: bigint;
  size: number;
  torn: boolean;
}

/** The journal in which this device writes down its changes to a folder. */
export class Journal {
  readonly folder: string;
  readonly #root: string;
  readonly #device: string;
  readonly #file: string;
  #opened: Opened | null = null;

  /**
   * @param root the library's real path
   * @param folder the folder with the snapshots, inside `root`
   */
  constructor(root: string, folder: string, device: string) {
    this.#root = root;
    this.#device = device;
    this.folder = join(folder, 'journal');
    this.#file = join(this.folder, `${device}.jsonl`);
  }

  /**
   * Appends whole lines and returns once they are on disk. Never to be called twice at a time.
   *
   * @throws LibraryError disk-full, no-permission or write-failed; then nothing of them is there
   */
  async append(lines: string): Promise<void> {
    try {
      const opened = await this.#open();
      opened.size = await appendTo(opened.handle, this.#file, opened, lines);
      opened.torn = false;
    } catch (error) {
      await this.close();
      throw writeError(error, this.#file);
    }
  }

  /** Closes the journal, so that the next change begins a new one; gives the names of all that are closed. */
  async seal(): Promise<string[]> {
    await this.close();
    const sealed = await this.#sealed();
    // The number is the time, but never one that is taken.
    const number = Math.max(Date.now(), ...sealed.map((name) => Number(name.split('.')[1]) + 1));
    const name = `${this.#device}.${String(number)}.jsonl`;
    try {
      await rename(this.#file, join(this.folder, name));
      return [...sealed, name];
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
      return sealed;
    }
  }

  async #sealed(): Promise<string[]> {
    const pattern = new RegExp(`^${this.#device}\\.\\d+\\.jsonl$`);
    return (await listFolder(this.#root, this.folder)).map(({ name }) => name).filter((name) => pattern.test(name));
  }

  /** Lets go of the file; the next change opens it again. */
  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = null;
    await opened?.handle.close().catch(() => undefined);
  }

  /**
   * The file under the journal's name. It is kept open between changes; but what a synchroniser replaced, a person moved away or
   * someone else wrote to is opened anew: else changes would go to a file that nobody finds.
   */
  async #open(): Promise<Opened> {
    if (this.#opened !== null) {
      const { ino, size } = this.#opened;
      const there = await stat(this.#file, { bigint: true }).catch(() => null);
      if (there?.ino === ino && Number(there.size) === size) return this.#opened;
      await this.close();
    }
    await ensureFolder(this.#root, this.folder);
    const handle = await openToAppend(this.#file);
    try {
      const { ino } = await handle.stat({ bigint: true });
      this.#opened = { handle, ino, ...(await lineStart(handle)) };
      return this.#opened;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }
}
