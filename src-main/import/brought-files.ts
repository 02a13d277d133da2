import { randomUUID } from 'node:crypto';
import { shown } from '#core/text/shown.ts';
import type { FileChoices, FileRead } from '#main/formats/read-file.ts';
import { readInThread, type ReadEnd } from './read-in-thread.ts';

/** A file that a reader brought: its bytes as far as they came, and what was understood of them. */
interface Brought {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bytes that came so far. */
  came: number;
  read: FileRead | null;
  /** Ends what is read just now. */
  reading: AbortController | null;
  /** When it was last asked for, in milliseconds. */
  asked: number;
}

/** Thrown where something is wrong with what was asked of a brought file. */
export class BroughtError extends Error {
  override readonly name = 'BroughtError';
  readonly code: 'not-found' | 'bad-request' | 'too-large';

  constructor(code: BroughtError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Bytes of the greatest file. */
export const mostBytes = 256 * 1024 * 1024;
/** Bytes of all files that are held at once. */
const mostHeld = 768 * 1024 * 1024;
const mostFiles = 64;
/** A file that nobody asked for in so many milliseconds is forgotten; one of which no more came, sooner. */
const forgetAfter = 2 * 60 * 60_000;
const giveUpAfter = 10 * 60_000;
/** Milliseconds between two looks for such files. */
const sweepPace = 60_000;

/**
 * Files on their way into the library, in memory and by id, so that a correction reads them again without their being sent again.
 * Nothing of them is on the disk: leaving at any moment leaves nothing.
 */
export class BroughtFiles {
  readonly #files = new Map<string, Brought>();
  readonly #now: () => number;
  /** Looks for forgotten files as long as there are any; it keeps no program running. */
  #sweeping: NodeJS.Timeout | undefined;
  /** Files are read one after the other: each may take much memory. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Begins to take a file of so many bytes, and answers its id. @throws BroughtError too-large */
  begin(name: string, size: number): string {
    this.#sweep();
    if (size > mostBytes) {
      throw new BroughtError(
        'too-large',
        `${shown(name)} has ${String(size)} bytes; at most ${String(mostBytes)} are taken`,
      );
    }
    const held = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (held + size > mostHeld || this.#files.size >= mostFiles) {
      const there = `${String(this.#files.size)} files of ${String(held)} bytes`;
      throw new BroughtError('too-large', `${shown(name)} has no room beside the ${there} that are open; close some`);
    }
    const id = randomUUID().replaceAll('-', '');
    this.#files.set(id, { name, bytes: new Uint8Array(size), came: 0, read: null, reading: null, asked: this.#now() });
    this.#sweeping ??= setInterval(() => {
      this.#sweep();
    }, sweepPace).unref();
    return id;
  }

  /** Takes the next piece of a file. @throws BroughtError */
  put(id: string, offset: number, piece: Uint8Array): void {
    const file = this.#file(id);
    if (offset !== file.came || offset + piece.length > file.bytes.length) {
      throw new BroughtError('bad-request', `a piece at ${String(offset)} does not follow ${String(file.came)} bytes`);
    }
    file.bytes.set(piece, offset);
    file.came += piece.length;
  }

  /**
   * Reads a file, again where it was read before. A reading that is under way is ended.
   *
   * @param documents of an alignment that stands apart from its texts: their files, in the order in which it needs them
   * @throws BroughtError for a file that is not there, or not all of it
   */
  async read(
    id: string,
    choices: FileChoices,
    progress: (share: number) => void,
    left: AbortSignal,
    documents: readonly (string | null)[] = [],
  ): Promise<ReadEnd> {
    const file = this.#whole(id);
    const { name, bytes } = file;
    const beside = documents.map((one) => (one === null ? null : this.#whole(one)));
    const texts = beside.map((one) => (one === null ? null : { name: one.name, bytes: one.bytes }));
    file.reading?.abort();
    const own = new AbortController();
    file.reading = own;
    const stop = AbortSignal.any([own.signal, left]);
    const turn = this.#last.then(() => readInThread({ name, bytes, choices, documents: texts }, progress, stop));
    this.#last = turn;
    const end = await turn;
    if (file.reading === own) file.reading = null;
    file.asked = this.#now();
    if (typeof end !== 'string' && 'read' in end) file.read = end.read;
    return end;
  }

  /** What was understood of a file. @throws BroughtError for one that is not there or was not read */
  readOf(id: string): { name: string; read: FileRead } {
    const { name, read } = this.#file(id);
    if (read === null) throw new BroughtError('bad-request', `${name} was not read`);
    return { name, read };
  }

  /** Forgets a file; one that is read just now is read no further. */
  drop(id: string): void {
    this.#files.get(id)?.reading?.abort();
    this.#files.delete(id);
    if (this.#files.size > 0) return;
    clearInterval(this.#sweeping);
    this.#sweeping = undefined;
  }

  close(): void {
    for (const id of this.#files.keys()) this.drop(id);
  }

  /** A file that came whole. */
  #whole(id: string): Brought {
    const file = this.#file(id);
    if (file.came < file.bytes.length) throw new BroughtError('bad-request', `${file.name} has not come whole`);
    return file;
  }

  #file(id: string): Brought {
    const file = this.#files.get(id);
    if (file === undefined) throw new BroughtError('not-found', `there is no file ${id}; it may have been forgotten`);
    file.asked = this.#now();
    return file;
  }

  #sweep(): void {
    for (const [id, { asked, came, bytes, reading }] of this.#files) {
      const most = came < bytes.length ? giveUpAfter : forgetAfter;
      if (reading === null && this.#now() - asked > most) this.drop(id);
    }
  }
}
