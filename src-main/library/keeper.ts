import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnyRecord } from '#core/records/schema.ts';
import { type LibraryError, writeError } from './error.ts';
import type { FolderRecords } from './folder-records.ts';
import type { Journal } from './journal.ts';
import type { Means } from './means.ts';
import { ensureFolder } from './paths.ts';
import { safeWrite } from './safe-write.ts';
import { Serial } from './serial.ts';
import { fileOf, snapshotText } from './snapshot.ts';

/** Milliseconds of rest after the last change before snapshots are written. */
const rest = 4000;
/** However busy the reader is, snapshots are no older than so many milliseconds, */
const mostWait = 60_000;
/** nor does the journal grow by more than so many bytes. */
const mostJournal = 4 * 1024 * 1024;
/** Writing takes at most one in so many parts of the time: a long work is written less often than a short one. */
const share = 20;
/** Milliseconds until the next attempt when writing failed. Nothing is lost meanwhile: the journals stay. */
const retry = 30_000;
/** Milliseconds between two backups while the library is open; closing it makes one in any case. */
const betweenBackups = 10 * 60_000;

/** What is written at one go. */
interface Job {
  files: Map<string, AnyRecord[]>;
  /** Names of journals whose changes are all in `files` or in snapshots written before. */
  sealed: string[];
  copies: string[];
}

/** What the keeper needs of the store that it keeps. */
export interface Kept {
  journal: Journal;
  records: FolderRecords;
  /** Changes are stored one after the other in it. */
  serial: Serial;
  /** The place of each record in the text. */
  places: () => Map<string, number>;
  /** Joins what was changed outside, so that no snapshot is overwritten unread. */
  refresh: () => Promise<void>;
}

/** Turns journals into snapshots, history and backups when there is time for it. */
export class Keeper {
  readonly #means: Means;
  readonly #kept: Kept;
  readonly #turns = new Serial();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #restUntil = 0;
  #journalled = 0;
  #unsaved = false;

  constructor(means: Means, kept: Kept) {
    this.#means = means;
    this.#kept = kept;
  }

  /** Has snapshots written before long. @param journalled bytes that the journal grew by */
  touch(journalled = 0): void {
    const now = performance.now();
    this.#journalled += journalled;
    this.#waitingSince ??= now;
    const due = this.#journalled > mostJournal ? now : Math.min(now + rest, this.#waitingSince + mostWait);
    this.#plan(Math.max(due, this.#restUntil) - now);
  }

  #plan(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.write(), Math.max(delay, 0));
    this.#timer.unref();
  }

  /**
   * Writes what is due now. A failure (the disk is full) is no loss and is not thrown but given back: journals are put away only
   * when the snapshots are written, and it is tried again.
   */
  write(closing = false): Promise<LibraryError | null> {
    clearTimeout(this.#timer);
    return this.#turns.run(async () => {
      this.#waitingSince = null;
      if (!this.#means.writable()) return null;
      const started = performance.now();
      let failure: LibraryError | null = null;
      try {
        await this.#kept.refresh();
        await this.#write();
        await this.#backUp(closing);
      } catch (error) {
        failure = writeError(error, this.#means.folder);
        if (!closing) this.#plan(retry);
      }
      this.#restUntil = performance.now() + (performance.now() - started) * share;
      return failure;
    });
  }

  /** Writes what is due for the last time. */
  async close(): Promise<void> {
    await this.write(true);
    clearTimeout(this.#timer);
  }

  async #write(): Promise<void> {
    const { folder, root, device, reader, history } = this.#means;
    const { journal } = this.#kept;
    const job = await this.#kept.serial.run(() => this.#capture());
    const { dirty, copies } = this.#kept.records;
    const waiting = new Set(job.files.keys());
    try {
      for (const [file, records] of job.files) {
        const [sub, name] = file.split('/');
        if (name !== undefined && sub !== undefined) await ensureFolder(root, join(folder, sub));
        reader.wrote(file, await safeWrite(join(folder, file), await snapshotText(records, device)));
        waiting.delete(file);
        this.#unsaved = true;
      }
    } finally {
      for (const file of waiting) dirty.add(file);
    }
    for (const name of job.sealed) {
      await history.add(await readFile(join(journal.folder, name)));
      await unlink(join(journal.folder, name));
    }
    for (const file of job.copies) {
      await history.move(file);
      copies.delete(file);
    }
  }

  /** Takes down what is to be written, while no change is being stored. */
  async #capture(): Promise<Job> {
    const { records, places, journal } = this.#kept;
    const sealed = await journal.seal();
    const dirty = [...records.dirty];
    records.dirty.clear();
    this.#journalled = 0;
    const files = new Map<string, AnyRecord[]>();
    for (const record of dirty.length === 0 ? [] : records.joined.values()) {
      const file = fileOf(record);
      if (!dirty.includes(file)) continue;
      const list = files.get(file);
      if (list === undefined) files.set(file, [record]);
      else list.push(record);
    }
    // Texts stand in their order; all else in the order in which it came.
    const texts = [...files].filter(([file]) => file.includes('/'));
    if (texts.length > 0) {
      const place = places();
      const last = place.size;
      for (const [, list] of texts) list.sort((a, b) => (place.get(a.id) ?? last) - (place.get(b.id) ?? last));
    }
    return { files, sealed, copies: [...records.copies] };
  }

  async #backUp(closing: boolean): Promise<void> {
    if (!this.#unsaved) return;
    const { backups, device, now } = this.#means;
    const last = await backups.last();
    if (!closing && last !== null && now() - last < betweenBackups) return;
    await backups.write(await snapshotText([...this.#kept.records.joined.values()], device), now());
    this.#unsaved = false;
  }
}
