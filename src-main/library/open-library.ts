import { mkdir, realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Clock } from '#core/records/clock.ts';
import type { AnyRecord } from '#core/records/schema.ts';
import type { LibraryRecords, WorkRecords } from '#core/records/state.ts';
import type { Event, Problem, ReadOnly, WorkEntry } from '#main/api/shapes.ts';
import { Backups } from './backup.ts';
import { glance, workIds } from './catalogue.ts';
import { Claim } from './claim.ts';
import { createFolder, sweepUnfinished } from './create.ts';
import { LibraryError, systemCode, writeError } from './error.ts';
import { FolderReader } from './folder-reader.ts';
import { FolderStore, type Surroundings } from './folder-store.ts';
import { History } from './history.ts';
import { type Lens, topLens, workLens } from './lens.ts';
import type { Library, LibraryOptions } from './library.ts';
import { machineKey } from './machine.ts';
import type { Means } from './means.ts';
import { ensureFolder, isWorkId, sweep } from './paths.ts';
import { temporaryFile } from './safe-write.ts';
import { corpusRevision, readCorpus, revised } from './seed.ts';
import { FolderWatch } from './watch.ts';

type WorkStore = FolderStore<WorkRecords>;

/** The folders of a store that are watched and swept. */
const parts = ['.', 'editions', 'alignments', 'journal', 'history'];

/** A library that is open; `openLibrary` in `library.ts` makes it. */
export class OpenLibrary implements Library {
  readonly folder: string;
  readonly #claim: Claim;
  readonly #clock: Clock;
  readonly #now: () => number;
  readonly #watching: boolean;
  readonly #listeners = new Set<(event: Event) => void>();
  readonly #problems: Problem[] = [];
  readonly #works = new Map<string, Promise<WorkStore>>();
  readonly #watches: FolderWatch[] = [];
  #top: FolderStore<LibraryRecords> | null = null;
  #known: string[] = [];

  private constructor(claim: Claim, now: () => number, watching: boolean) {
    this.folder = claim.root;
    this.#claim = claim;
    this.#now = now;
    this.#watching = watching;
    this.#clock = new Clock(claim.device, now);
    this.#problems.push(...claim.problems);
  }

  static async open(folder: string, options: LibraryOptions): Promise<OpenLibrary> {
    const { program, corpora = [], now = Date.now, watch = true } = options;
    const root = await madeFolder(folder);
    const claim = await Claim.open(root, { program, machine: options.machine ?? (await machineKey()), now });
    const library = new OpenLibrary(claim, now, watch);
    try {
      if (claim.writable()) await sweepUnfinished(root);
      library.#top = await library.#open(root, '', ['backup', 'library'], topLens, null);
      for (const corpus of corpora) await library.#seed(corpus);
      await library.#watchWorks();
      return library;
    } catch (error) {
      await library.close();
      throw error;
    }
  }

  get device(): string {
    return this.#claim.device;
  }

  get readOnly(): ReadOnly | null {
    return this.#claim.readOnly;
  }

  get top(): FolderStore<LibraryRecords> {
    if (this.#top === null) throw new LibraryError('internal', 'the library is not open', this.folder);
    return this.#top;
  }

  problems(): Problem[] {
    return [...this.#problems];
  }

  async works(): Promise<WorkEntry[]> {
    const entries = await Promise.all((await workIds(this.folder)).map((id) => this.#entry(id)));
    return entries.filter((entry) => entry !== null);
  }

  async work(id: string): Promise<WorkStore> {
    const known = this.#works.get(id);
    if (known !== undefined) return known;
    if (!isWorkId(id) || !(await workIds(this.folder)).includes(id)) {
      throw new LibraryError('not-found', `there is no work ${JSON.stringify(id)} in this library`, id);
    }
    return this.#openWork(id);
  }

  async create(id: string, records: readonly AnyRecord[], stamps: 'new' | 'kept' = 'new'): Promise<WorkStore> {
    await this.#claim.ensure();
    const modified = this.#clock.tick();
    await createFolder(
      this.folder,
      id,
      records.map((record) => (stamps === 'kept' && record.modified !== '' ? record : { ...record, modified })),
      this.device,
    );
    const store = await this.#openWork(id);
    this.#known = await workIds(this.folder);
    this.#emit({ type: 'works' });
    return store;
  }

  subscribe(listener: (event: Event) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    for (const watch of this.#watches) watch.stop();
    const works = await Promise.allSettled(this.#works.values());
    await this.#top?.close();
    for (const work of works) if (work.status === 'fulfilled') await work.value.close();
    await this.#claim.release();
  }

  async #entry(id: string): Promise<WorkEntry | null> {
    // A work whose record is lost, or that cannot be read at a glance, may still show something when it is opened.
    const atAGlance = this.#works.has(id) ? null : await glance(this.folder, id).catch(() => null);
    const state = atAGlance ?? (await this.work(id)).state();
    const { work, editions, readings } = state;
    if (work === null) return null;
    return {
      work,
      editions: [...editions],
      reading: readings.get(this.device) ?? null,
      bundled: this.#claim.isBundled(id),
    };
  }

  #openWork(id: string): Promise<WorkStore> {
    const known = this.#works.get(id);
    if (known !== undefined) return known;
    const folder = join(this.folder, 'works', id);
    const opening = this.#open(folder, `works/${id}/`, ['backup', 'works', id], workLens(id), id);
    this.#works.set(id, opening);
    // The next attempt may succeed: a drive that was away is back.
    opening.catch(() => this.#works.delete(id));
    return opening;
  }

  async #open<State extends WorkRecords | LibraryRecords>(
    folder: string,
    prefix: string,
    backups: string[],
    lens: Lens<State>,
    work: string | null,
  ): Promise<FolderStore<State>> {
    const { folder: root, device } = this;
    const claim = this.#claim;
    const watched = parts.map((part) => join(folder, part));
    const swept = [...watched, join(root, ...backups), join(root, 'quarantine')];
    if (claim.writable()) for (const part of swept) await sweep(root, part);
    const means: Means = {
      root,
      folder,
      prefix,
      kinds: lens.kinds,
      device,
      reader: new FolderReader(root, folder, device),
      history: new History(root, folder, device, this.#now),
      backups: new Backups(root, backups),
      quarantine: claim.quarantine,
      writable: () => claim.writable(),
      newer: (version, file) => claim.newer(version, file),
      now: this.#now,
    };
    const store = await FolderStore.open(means, lens, this.#surroundings(work));
    const isOurs = (name: string): boolean =>
      claim.writable() && (name === `${device}.jsonl` || temporaryFile.test(name));
    if (this.#watching) this.#watches.push(new FolderWatch(watched, () => store.refresh(), isOurs));
    return store;
  }

  #surroundings(work: string | null): Surroundings {
    return {
      clock: this.#clock,
      claim: () => this.#claim.ensure(),
      changed: (records) => {
        this.#emit({ type: 'changed', work, records });
        if (records.some(({ kind }) => kind === 'work' || kind === 'edition')) this.#emit({ type: 'works' });
      },
      problem: (problem) => {
        this.#problems.push(problem);
        this.#emit({ type: 'problem', problem });
      },
    };
  }

  #emit(event: Event): void {
    for (const listener of this.#listeners) listener(event);
  }

  /**
   * Joins a library that comes with Egiz, where it is newer than what stands here. What cannot be written now (the disk is
   * full) is tried again when the library is opened the next time.
   */
  async #seed(corpus: string): Promise<void> {
    const revision = await corpusRevision(corpus);
    const name = basename(corpus);
    if (revision <= this.#claim.revisionOf(name)) return;
    try {
      await this.#claim.ensure();
      const { top, works } = await readCorpus(corpus);
      const isOurs = (record: AnyRecord): boolean => record.kind === 'term' && works.has(record.work ?? '');
      await this.top.absorb(revised(top, revision, this.top.joined(), isOurs));
      for (const [id, records] of works) {
        await ensureFolder(this.folder, join(this.folder, 'works'));
        await ensureFolder(this.folder, join(this.folder, 'works', id));
        const store = await this.#openWork(id);
        await store.absorb(revised(records, revision, store.joined(), () => true));
      }
      await this.#claim.seeded(name, revision, [...works.keys()]);
    } catch (error) {
      if (!(error instanceof LibraryError) && systemCode(error) === null) throw error;
    }
  }

  async #watchWorks(): Promise<void> {
    this.#known = await workIds(this.folder);
    if (!this.#watching) return;
    const look = async (): Promise<void> => {
      const found = await workIds(this.folder);
      if (found.join() === this.#known.join()) return;
      this.#known = found;
      this.#emit({ type: 'works' });
    };
    this.#watches.push(new FolderWatch([this.folder, join(this.folder, 'works')], look, () => false));
  }
}

/** The real path of a folder that is made when it is not there. */
async function madeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw writeError(error, folder);
  }
}
