import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { AnyRecord } from '#core/records/schema.ts';
import { ensureFolder, listFolder } from './paths.ts';
import { safeWrite } from './safe-write.ts';
import { readSnapshot } from './snapshot.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const ending = '.json.gz';
/** `2026-11-23T032519123Z.json.gz` */
const backupName = /^(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z\.json\.gz$/;
const day = 24 * 60 * 60 * 1000;
/** Of gzip: what a higher one saves is not worth the time when a long work is closed. */
const packing = 2;
const keptLast = 10;
const keptDays = 7;
const keptWeeks = 4;
/** The most that a backup may unpack to, against a file made to fill the memory. */
const mostBytes = 1024 * 1024 * 1024;

/** Backups of one folder's records: whole snapshots, packed. Reading one is enough to join it. */
export class Backups {
  readonly #root: string;
  readonly #path: readonly string[];

  /**
   * @param root the library's real path
   * @param path the folders inside it, from `backup` down: `['backup', 'works', 'qazan-1917']`
   */
  constructor(root: string, path: readonly string[]) {
    this.#root = root;
    this.#path = path;
  }

  /** When the newest was made, milliseconds since 1970; `null` when there is none. */
  async last(): Promise<number | null> {
    return (await this.#times()).at(-1) ?? null;
  }

  /** Writes a backup of a snapshot's text and lets go of those that the rotation keeps no longer. */
  async write(text: readonly string[], time: number): Promise<void> {
    for (let depth = 1; depth <= this.#path.length; depth += 1) {
      await ensureFolder(this.#root, join(this.#root, ...this.#path.slice(0, depth)));
    }
    await safeWrite(this.#file(time), [await pack(text.join(''), { level: packing })]);
    for (const old of expired(await this.#times())) await unlink(this.#file(old)).catch(() => undefined);
  }

  /** The records of the newest backup that can be read, and its path inside the library; `null` when there is none. */
  async newest(): Promise<{ file: string; records: AnyRecord[] } | null> {
    for (const time of (await this.#times()).toReversed()) {
      try {
        const text = readSnapshot(await unpack(await readFile(this.#file(time)), { maxOutputLength: mostBytes }));
        if ('records' in text) return { file: [...this.#path, name(time)].join('/'), records: text.records };
      } catch {
        // A backup that is broken itself: the one before it may not be.
      }
    }
    return null;
  }

  #file(time: number): string {
    return join(this.#root, ...this.#path, name(time));
  }

  async #times(): Promise<number[]> {
    const entries = await listFolder(this.#root, join(this.#root, ...this.#path));
    return entries.filter((entry) => entry.type === 'file').flatMap((entry) => timeOf(entry.name));
  }
}

function name(time: number): string {
  return `${new Date(time).toISOString().replace(/[:.]/g, '')}${ending}`;
}

function timeOf(file: string): number[] {
  const [, year, month, date, hour, minute, second, ms] = backupName.exec(file) ?? [];
  if (year === undefined) return [];
  const time = Date.parse(
    `${year}-${month ?? ''}-${date ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${ms ?? ''}Z`,
  );
  return Number.isNaN(time) ? [] : [time];
}

/**
 * Which backups the rotation lets go: all but the last 10, the last one of each of the 7 last days that have one, and of each of
 * the 4 last weeks that have one. Days and weeks (from Monday) are counted in UTC.
 *
 * @param times when they were made, milliseconds since 1970
 */
export function expired(times: readonly number[]): number[] {
  const newestFirst = times.toSorted((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, keptLast));
  // 1970-01-01 was a Thursday.
  const weekOf = (time: number): number => Math.floor((time / day + 3) / 7);
  for (const time of lastOfEach(newestFirst, (at) => Math.floor(at / day)).slice(0, keptDays)) kept.add(time);
  for (const time of lastOfEach(newestFirst, weekOf).slice(0, keptWeeks)) kept.add(time);
  return newestFirst.filter((time) => !kept.has(time));
}

function lastOfEach(newestFirst: readonly number[], period: (time: number) => number): number[] {
  return newestFirst.filter((time, index) => {
    const newer = newestFirst[index - 1];
    return newer === undefined || period(newer) !== period(time);
  });
}
