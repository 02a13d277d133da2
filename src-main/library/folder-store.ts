import { join } from 'node:path';
import type { Change } from '#core/records/change.ts';
import type { Clock } from '#core/records/clock.ts';
import { differences, find } from '#core/records/differences.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import type { Replaced } from '#core/records/replaced.ts';
import type { Problem, Stored } from '#main/api/shapes.ts';
import { cutTo } from './append.ts';
import { LibraryError } from './error.ts';
import { type Brought, FolderRecords } from './folder-records.ts';
import { Journal } from './journal.ts';
import { journalLine } from './journal-line.ts';
import { Keeper } from './keeper.ts';
import type { Lens } from './lens.ts';
import type { Means } from './means.ts';
import { type Ground, prepare, type Prepared } from './prepare.ts';
import { Serial } from './serial.ts';
import type { Store } from './store.ts';

/** What a store has of the library that it belongs to. */
export interface Surroundings {
  clock: Clock;
  /** Sees to it that this process may write. @throws LibraryError why it may not */
  claim(): Promise<void>;
  /** Told of records that changed, as they stand now, and of what could not be read. */
  changed(records: AnyRecord[]): void;
  problem(problem: Problem): void;
}

interface Waiting {
  change: Change;
  resolve: (stored: Stored) => void;
  reject: (error: unknown) => void;
}

/** A folder's records, open: changes go to the journal at once, to the snapshots in time. */
export class FolderStore<State extends WorkRecords | LibraryRecords> implements Store<State> {
  readonly #means: Means;
  readonly #lens: Lens<State>;
  readonly #around: Surroundings;
  readonly #records: FolderRecords;
  readonly #serial = new Serial();
  readonly #journal: Journal;
  readonly #keeper: Keeper;
  /** Ids whose present version stands in a journal; of others the version that a change replaces is written with it. */
  readonly #journalled = new Set<string>();
  #waiting: Waiting[] = [];
  #state: State | null = null;
  #closed = false;

  private constructor(means: Means, lens: Lens<State>, around: Surroundings) {
    this.#means = means;
    this.#lens = lens;
    this.#around = around;
    this.#records = new FolderRecords(means);
    this.#journal = new Journal(means.root, means.folder, means.device);
    this.#keeper = new Keeper(means, {
      journal: this.#journal,
      records: this.#records,
      serial: this.#serial,
      places: () => new Map([...this.#lens.text(this.state())].map((record, place) => [record.id, place])),
      refresh: () => this.refresh(),
    });
  }

  /** Reads a folder. @throws the system's error when the folder itself cannot be read */
  static async open<State extends WorkRecords | LibraryRecords>(
    means: Means,
    lens: Lens<State>,
    around: Surroundings,
  ): Promise<FolderStore<State>> {
    const store = new FolderStore(means, lens, around);
    await store.#take(await store.#records.refresh());
    if (means.writable()) store.#keeper.touch();
    return store;
  }

  state(): State {
    this.#state ??= this.#lens.state(this.#records.joined);
    return this.#state;
  }

  get(id: string): AnyRecord | null {
    return find(this.state(), id);
  }

  problems(): Problem[] {
    return [...this.#records.problems];
  }

  history(id: string): Promise<AnyRecord[]> {
    return this.#means.history.versions(id, this.#records.joined.get(id) ?? null);
  }

  /** The joined records, tombstones included. */
  joined(): ReadonlyMap<string, AnyRecord> {
    return this.#records.joined;
  }

  /** Changes that come while others are being written wait, and share the next sync. */
  apply(change: Change): Promise<Stored> {
    const { promise, resolve, reject } = Promise.withResolvers<Stored>();
    this.#waiting.push({ change, resolve, reject });
    if (this.#waiting.length === 1) void this.#serial.run(() => this.#flush());
    return promise;
  }

  /** Joins what was changed from outside since the last time. */
  refresh(): Promise<void> {
    return this.#serial.run(async () => this.#take(await this.#records.refresh()));
  }

  /**
   * Joins records that come from elsewhere than this folder, stamps and all; those that they replace stay in the history.
   * Snapshots are written before this returns.
   *
   * @throws LibraryError read-only, disk-full, no-permission or write-failed
   */
  async absorb(records: Iterable<AnyRecord>): Promise<void> {
    await this.#around.claim();
    await this.#serial.run(async () => {
      const replaced = [...records].flatMap((record) => this.#records.put(record) ?? []);
      for (const pair of replaced) this.#records.soil(pair);
      this.#around.clock.receive(this.#records.newest);
      const was = replaced.flatMap(({ before }) => before ?? []);
      if (was.length > 0) await this.#remember(was);
      this.#show(replaced);
    });
    const failure = await this.#keeper.write();
    if (failure !== null) throw failure;
  }

  /** Writes snapshots and a backup; changes are refused from now on. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#serial.run(() => Promise.resolve());
    await this.#keeper.close();
    await this.#journal.close();
  }

  async #flush(): Promise<void> {
    let refusal: unknown = null;
    try {
      if (this.#closed) throw new LibraryError('write-failed', 'the library is closed', this.#means.folder);
      await this.#around.claim();
    } catch (error) {
      refusal = error;
    }
    const batch = this.#waiting;
    this.#waiting = [];
    if (refusal === null) await this.#commit(batch);
    else for (const { reject } of batch) reject(refusal);
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const before = new Map<string, AnyRecord>();
    const ready: { waiting: Waiting; prepared: Prepared }[] = [];
    let lines = '';
    for (const waiting of batch) {
      try {
        const prepared = prepare(waiting.change, this.#ground(before));
        if (prepared.put.length > 0) lines += this.#line(prepared.put, before);
        for (const record of prepared.put) before.set(record.id, record);
        ready.push({ waiting, prepared });
      } catch (error) {
        waiting.reject(error);
      }
    }
    try {
      if (lines !== '') await this.#append(lines);
    } catch (error) {
      // For each alone there may be room.
      if (ready.length > 1) for (const { waiting } of ready) await this.#commit([waiting]);
      else ready[0]?.waiting.reject(error);
      return;
    }
    for (const { waiting, prepared } of ready) waiting.resolve(this.#stored(prepared));
  }

  /** @param before changes of the same batch */
  #ground(before: ReadonlyMap<string, AnyRecord>): Ground {
    const { joined } = this.#records;
    const shown = (id: string): AnyRecord | null => this.#lens.bead(this.state(), id, joined.get(id));
    return {
      kinds: this.#lens.kinds,
      current: (id) => before.get(id) ?? shown(id) ?? joined.get(id) ?? null,
      modified: (id) => (before.get(id) ?? joined.get(id))?.modified ?? '',
      derived: (alignment) =>
        this.#lens
          .beads(this.state(), alignment)
          .filter((bead) => joined.get(bead.id) !== bead && !before.has(bead.id)),
      stamp: (after) => this.#around.clock.tick(after),
    };
  }

  #line(put: AnyRecord[], before: ReadonlyMap<string, AnyRecord>): string {
    const was = put.flatMap(({ id }) =>
      this.#journalled.has(id) || before.has(id) ? [] : (this.#records.joined.get(id) ?? []),
    );
    return journalLine({ put, was });
  }

  async #append(lines: string): Promise<void> {
    await this.#journal.append(lines);
    this.#keeper.touch(lines.length);
  }

  #stored({ put, ids }: Prepared): Stored {
    const replaced = put.flatMap((record) => this.#records.put(record) ?? []);
    for (const pair of replaced) {
      this.#records.soil(pair);
      this.#journalled.add(pair.after.id);
    }
    const changed = new Map(this.#show(replaced).map((record) => [record.id, record]));
    const named = ids.flatMap((id) => changed.get(id) ?? this.#asItStands(id));
    for (const id of ids) changed.delete(id);
    return { records: [...named, ...changed.values()], at: new Date(this.#means.now()).toISOString() };
  }

  /** A record that `state()` does not show counts as deleted. */
  #asItStands(id: string): AnyRecord[] {
    const shown = this.get(id);
    if (shown !== null) return [shown];
    const record = this.#records.joined.get(id);
    return record === undefined ? [] : [{ ...record, deleted: true }];
  }

  /** Joins what a reading brought. */
  async #take({ replaced, edits, superseded, problems }: Brought): Promise<void> {
    for (const { after } of replaced) this.#journalled.delete(after.id);
    this.#around.clock.receive(this.#records.newest);
    await this.#cutTorn();
    // Where the disk is full the version is in the snapshot or in the copy that it came with, which stay as long.
    if (superseded.length > 0 && this.#means.writable()) await this.#remember(superseded).catch(() => undefined);
    this.#show(replaced);
    if (edits.length > 0) await this.#storeEdits(edits);
    for (const problem of problems) this.#around.problem(problem);
    if (this.#records.dirty.size > 0 || this.#records.copies.size > 0) this.#keeper.touch();
  }

  #remember(was: AnyRecord[]): Promise<void> {
    return this.#means.history.add(Buffer.from(journalLine({ put: [], was })));
  }

  /** Half a line at the end of this device's journals goes; it was never answered. */
  async #cutTorn(): Promise<void> {
    for (const [file, size] of this.#records.torn) {
      // Where this fails reading passes over it as well.
      await cutTo(join(this.#means.folder, file), size).catch(() => undefined);
    }
    this.#records.torn.clear();
  }

  /** What a person wrote into a snapshot becomes a change of now, so that every device takes it for one. */
  async #storeEdits(edits: readonly AnyRecord[]): Promise<void> {
    const { joined } = this.#records;
    const byId = new Map(edits.map((record) => [record.id, record]));
    const newest = [...byId.keys()].map((id) => joined.get(id)?.modified ?? '').reduce((a, b) => (a > b ? a : b), '');
    const modified = this.#around.clock.tick(newest);
    const put = [...byId.values()].map((record) => ({ ...record, modified }));
    // What cannot be journalled (the disk is full) stands in the edited file, and will in the next snapshot.
    if (this.#means.writable()) await this.#append(this.#line(put, new Map())).catch(() => undefined);
    const replaced = put.flatMap((record) => this.#records.put(record) ?? []);
    for (const pair of replaced) this.#records.soil(pair);
    this.#show(replaced);
  }

  /** Makes the state anew and tells what changed in it. Before anybody asked for a state there is nothing to tell. */
  #show(replaced: readonly Replaced[]): AnyRecord[] {
    const previous = this.#state;
    if (replaced.length === 0 || previous === null) return [];
    this.#state = this.#lens.next(previous, this.#records.joined, replaced);
    const { joined } = this.#records;
    const changed = differences(previous, this.#state).map((record) => {
      const stored = joined.get(record.id);
      return record.deleted === true && stored?.deleted === true ? stored : record;
    });
    if (changed.length > 0) this.#around.changed(changed);
    return changed;
  }
}
