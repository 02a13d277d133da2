import { open, rm, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportLine, ImportPreview, ImportSettings } from '#main/api/dictionary-shapes.ts';
import { Stopped } from '#main/jobs/run-in-thread.ts';
import { LibraryError, writeError } from '#main/library/error.ts';
import { writeAll } from '#main/library/safe-write.ts';
import { failureOf } from './import-failure.ts';
import { importInThread } from './import-in-thread.ts';
import { previewFiles, recogniseFiles } from './preview.ts';
import type { Shelf } from './shelf.ts';

/** Imports that may wait for their files at a time; a further one ends the oldest. */
const mostWaiting = 4;
/** Bytes of all files of an import. */
const mostBytes = 16 * 1024 ** 3;

/** A file as the reader chose it. */
export interface ChosenFile {
  name: string;
  size: number;
}

interface Job {
  folder: string;
  files: readonly ChosenFile[];
  stop: AbortController;
  running: boolean;
  /** Resolves once nothing of it is left on the disk but what it made. */
  ended: Promise<void>;
}

/** Imports on their way: files come piece by piece, then they are read in a thread. */
export class Imports {
  readonly #shelf: Shelf;
  readonly #jobs = new Map<string, Job>();
  /** What a process that died left must be gone before the first import makes more. */
  readonly #swept: Promise<void>;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#swept = shelf.sweep().catch(() => undefined);
  }

  /** Begins an import of some files. @throws LibraryError too-large, read-only, or why it cannot be written */
  async begin(files: readonly ChosenFile[]): Promise<string> {
    if (files.reduce((sum, { size }) => sum + size, 0) > mostBytes) {
      throw new LibraryError('too-large', `an import may have ${mostBytes} bytes`, 'files');
    }
    await this.#swept;
    const waiting = [...this.#jobs].filter(([, job]) => !job.running);
    const oldest = waiting.length < mostWaiting ? undefined : waiting[0];
    if (oldest !== undefined) await this.cancel(oldest[0]);
    const { id, folder } = await this.#shelf.prepare();
    this.#jobs.set(id, { folder, files, stop: new AbortController(), running: false, ended: Promise.resolve() });
    return id;
  }

  /** Takes a piece of a file. @throws LibraryError not-found, bad-request, or why it cannot be written */
  async put(id: string, file: number, offset: number, bytes: Uint8Array): Promise<void> {
    const job = this.#job(id);
    const chosen = job.files[file];
    if (chosen === undefined || job.running) throw new LibraryError('bad-request', `there is no file ${file}`, 'file');
    if (offset + bytes.length > chosen.size) {
      throw new LibraryError('bad-request', `${chosen.name} was said to have ${chosen.size} bytes`, 'offset');
    }
    const path = partOf(job, file);
    try {
      const handle = await open(path, offset === 0 ? 'w' : 'a');
      try {
        const { size } = await handle.stat();
        if (size !== offset) throw new LibraryError('bad-request', `the next piece begins at ${size}`, 'offset');
        await writeAll(handle, bytes);
      } finally {
        await handle.close();
      }
    } catch (error) {
      // Half a piece would stand before the next.
      if (!(error instanceof LibraryError)) await truncate(path, offset).catch(() => undefined);
      throw writeError(error, path);
    }
  }

  /** What the files are. @throws DictionaryError when they are nothing that can be imported; LibraryError not-found */
  preview(id: string): Promise<ImportPreview> {
    const job = this.#job(id);
    return previewFiles(...this.#parts(job));
  }

  /**
   * Makes ready to read the files into a dictionary; the function returned does so, and tells how far it is. Nothing of an
   * import that did not end well stays behind.
   *
   * @throws LibraryError not-found, or bad-request when it is under way already
   */
  start(id: string, settings: ImportSettings): (tell: (line: ImportLine) => void) => Promise<void> {
    const job = this.#job(id);
    if (job.running) throw new LibraryError('bad-request', 'this import is under way already', id);
    job.running = true;
    return (tell) => {
      job.ended = this.#run(id, job, settings, tell);
      return job.ended;
    };
  }

  /** Ends an import and removes what it has so far. */
  async cancel(id: string): Promise<void> {
    const job = this.#jobs.get(id);
    if (job === undefined) return;
    job.stop.abort();
    if (job.running) await job.ended;
    else await this.#clear(id, job);
  }

  /** Ends all imports. */
  async close(): Promise<void> {
    await Promise.all([...this.#jobs.keys()].map((id) => this.cancel(id)));
  }

  async #run(id: string, job: Job, settings: ImportSettings, tell: (line: ImportLine) => void): Promise<void> {
    let last: ImportLine = { type: 'cancelled' };
    try {
      tell({ type: 'job', job: id });
      const [names, paths] = this.#parts(job);
      const files = await recogniseFiles(names, paths);
      const task = { names, paths, files, settings, folder: join(job.folder, 'made'), workspace: job.folder };
      const report = await importInThread(task, (progress) => tell({ type: 'progress', ...progress }), job.stop.signal);
      if (!job.stop.signal.aborted) {
        const dictionary = await this.#shelf.take(id, { settings, report, format: files.format });
        last = { type: 'done', dictionary };
      }
    } catch (error) {
      if (!(error instanceof Stopped)) last = { type: 'failed', ...failureOf(error) };
    }
    await this.#clear(id, job);
    tell(last);
  }

  async #clear(id: string, job: Job): Promise<void> {
    this.#jobs.delete(id);
    // What cannot be removed now is swept the next time.
    await rm(job.folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }

  #job(id: string): Job {
    const job = this.#jobs.get(id);
    if (job === undefined) throw new LibraryError('not-found', 'there is no such import', id);
    return job;
  }

  #parts(job: Job): [names: string[], paths: string[]] {
    return [job.files.map(({ name }) => name), job.files.map((_, at) => partOf(job, at))];
  }
}

/** Names come from outside, so the files are numbered. */
function partOf({ folder }: Job, file: number): string {
  return join(folder, `part-${file}`);
}
