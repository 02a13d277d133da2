import { sameContent, winner } from '#core/records/join.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { Replaced } from '#core/records/replaced.ts';
import type { Problem } from '#main/api/shapes.ts';
import { type Damage, Damages } from './damage.ts';
import type { Means } from './means.ts';
import type { Source } from './folder-reader.ts';
import { fileOf, type SnapshotText } from './snapshot.ts';

/** What a reading brought. */
export interface Brought {
  replaced: Replaced[];
  /** Records that a person edited in a snapshot, whose `modified` they left as it was: to be stored as changes. */
  edits: AnyRecord[];
  /** Versions in snapshots that do not count any more, to be kept in the history: the snapshots will not have them. */
  superseded: AnyRecord[];
  problems: Problem[];
}

/** The join of all snapshots and journals of a folder. */
export class FolderRecords {
  /** By id, tombstones included. */
  readonly joined = new Map<string, AnyRecord>();
  readonly problems: Problem[] = [];
  /** Snapshots that do not say what is joined, by their path inside the folder. */
  readonly dirty = new Set<string>();
  /** Copies left by a synchroniser: joined, to be moved to the history once a snapshot holds what they brought. */
  readonly copies = new Set<string>();
  /** The newest stamp that was joined. */
  newest = '';
  /** This device's journals that end in a torn line, and how many bytes before it are whole. */
  readonly torn = new Map<string, number>();
  readonly #means: Means;
  readonly #damages: Damages;
  #opened = false;

  constructor(means: Means) {
    this.#means = means;
    this.#damages = new Damages(means);
  }

  /** Joins one record; gives what it replaced when it is the one that counts now. */
  put(record: AnyRecord): Replaced | null {
    const before = this.joined.get(record.id) ?? null;
    if (before !== null && winner(before, record) === before) return null;
    this.#add(record);
    return { before, after: record };
  }

  #add(record: AnyRecord): void {
    this.joined.set(record.id, record);
    if (record.modified > this.newest) this.newest = record.modified;
  }

  /** Marks the snapshots that a replaced record makes stale. */
  soil({ before, after }: Replaced): void {
    if (before !== null) this.dirty.add(fileOf(before));
    this.dirty.add(fileOf(after));
  }

  /** Reads what is there, the first time all of it, and joins it. */
  async refresh(): Promise<Brought> {
    const brought: Brought = { replaced: [], edits: [], superseded: [], problems: [] };
    const damages: Damage[] = [];
    const changed: { source: Source; records: AnyRecord[] }[] = [];
    let foreign = false;
    const { sources, gone } = await this.#means.reader.read(this.#means.writable());
    // One that was taken away is written again: nobody deletes records by deleting files.
    for (const record of gone.length === 0 ? [] : this.joined.values()) {
      if (gone.includes(fileOf(record))) this.dirty.add(fileOf(record));
    }
    for (const source of sources) {
      if (this.#opened && this.#damages.isSettling(source)) continue;
      const damage = await this.#damages.examine(source, this.#opened);
      damages.push(damage);
      if (damage.stale) this.dirty.add(source.file);
      if (damage.torn !== null) this.torn.set(source.file, damage.torn);
      const text = snapshotOf(source);
      const edited = new Set(
        this.#opened && text !== null && text.intact !== true ? this.#editsOf(damage.records) : [],
      );
      for (const edit of edited) brought.edits.push(edit);
      const kept = edited.size === 0 ? damage.records : damage.records.filter((record) => !edited.has(record));
      this.#join(source, kept, brought);
      if (text === null) continue;
      if (text.by !== this.#means.device) foreign = true;
      if (text.intact === false) changed.push({ source, records: damage.records });
    }
    const damaged = changed.length > 0 || damages.some((damage) => damage.lost);
    if (!this.#opened && (damaged || foreign)) await this.#recover(damaged, damages, changed, brought);
    for (const { source, records } of changed) await this.#keepLosers(source, records);
    this.#opened = true;
    for (const { problems } of damages) for (const problem of problems) brought.problems.push(problem);
    for (const problem of brought.problems) this.problems.push(problem);
    return brought;
  }

  #join(source: Source, records: readonly AnyRecord[], brought: Brought): void {
    const isSnapshot = source.type === 'snapshot';
    const isCopy = isSnapshot && records.length > 0 && records.every((record) => fileOf(record) !== source.file);
    // When a work is opened mostly everything is new, and nobody waits to be told.
    const isFirst = !this.#opened && isSnapshot && !isCopy;
    let news = 0;
    for (const record of records) {
      if (isFirst && !this.joined.has(record.id)) {
        this.#add(record);
        // It will go from here when this file is written, so its own must be written as well.
        if (fileOf(record) !== source.file) this.dirty.add(fileOf(record));
        continue;
      }
      const replaced = this.put(record);
      if (replaced !== null) {
        news += 1;
        brought.replaced.push(replaced);
        if (isSnapshot && replaced.before !== null) brought.superseded.push(replaced.before);
        if (!isSnapshot || replaced.before !== null || fileOf(record) !== source.file) this.soil(replaced);
      } else if (isSnapshot && !isCopy && this.joined.get(record.id)?.modified !== record.modified) {
        this.dirty.add(source.file);
        brought.superseded.push(record);
      }
    }
    if (isCopy) {
      this.copies.add(source.file);
      const detail = `a copy was joined: ${String(news)} of its ${String(records.length)} records were new`;
      brought.problems.push({ code: 'joined-copy', file: `${this.#means.prefix}${source.file}`, detail });
    } else if (isSnapshot && this.#opened && this.#lacks(source.file, records)) this.dirty.add(source.file);
  }

  /** Whether a snapshot lacks records that belong in it: a synchroniser has put an older one in its place. */
  #lacks(file: string, records: readonly AnyRecord[]): boolean {
    const ids = new Set(records.map((record) => record.id));
    for (const record of this.joined.values()) if (!ids.has(record.id) && fileOf(record) === file) return true;
    return false;
  }

  /** Records with the `modified` of what is known, but another content. */
  #editsOf(records: readonly AnyRecord[]): AnyRecord[] {
    return records.filter((record) => {
      const known = this.joined.get(record.id);
      return known !== undefined && known.modified === record.modified && !sameContent(known, record);
    });
  }

  /**
   * Joins what this device did lately, in case a snapshot that others wrote lacks it; and, when something is damaged, the newest
   * backup. Whatever is still there is newer and so wins.
   */
  async #recover(
    damaged: boolean,
    damages: readonly Damage[],
    changed: readonly { records: AnyRecord[] }[],
    brought: Brought,
  ): Promise<void> {
    const backup = damaged ? await this.#means.backups.newest() : null;
    const versions = [...(await this.#means.history.recent()), ...(backup?.records ?? [])];
    const known = new Map(versions.map((record) => [`${record.id} ${record.modified}`, record]));
    for (const { records } of changed) {
      for (const record of records) {
        const version = known.get(`${record.id} ${record.modified}`);
        if (version !== undefined && !sameContent(version, record)) brought.edits.push(record);
      }
    }
    let restored = 0;
    for (const record of versions) {
      const replaced = this.put(record);
      if (replaced === null) continue;
      restored += 1;
      brought.replaced.push(replaced);
      this.soil(replaced);
    }
    if (restored === 0) return;
    const from = backup === null ? 'the history' : `${backup.file} and the history`;
    for (const problem of damages.flatMap((damage) => (damage.lost ? damage.problems : []))) {
      problem.detail += `; ${String(restored)} records were brought back from ${from}`;
    }
  }

  /** Keeps a snapshot that a person changed when some of its records are older than what is known, and so do not count. */
  async #keepLosers(source: Source, records: readonly AnyRecord[]): Promise<void> {
    const isOld = (record: AnyRecord): boolean => (this.joined.get(record.id)?.modified ?? '') > record.modified;
    if (!this.#means.writable() || !records.some(isOld)) return;
    await this.#means.history.keep(source.file, source.bytes).catch(() => undefined);
  }
}

function snapshotOf(source: Source): SnapshotText | null {
  return source.type === 'snapshot' && 'records' in source.text ? source.text : null;
}
