import { join } from 'node:path';
import { schemaVersion } from '#core/records/schema.ts';
import type { Problem, ReadOnly } from '#main/api/shapes.ts';
import {
  type Description,
  descriptionFile,
  joinDescriptions,
  newDevice,
  putCopiesAway,
  readVersion,
  writeDescription,
} from './description.ts';
import { LibraryError, writeError } from './error.ts';
import { type Lock, takeLock } from './lock.ts';
import { ensureFolder } from './paths.ts';
import { Quarantine } from './quarantine.ts';
import { Serial } from './serial.ts';

/** Who opens a library. */
export interface Claimant {
  program: string;
  /** The computer, see `machineKey`. */
  machine: string;
  now: () => number;
}

/** This process' right to write in a library: the lock, the library's description and this device's id in it. */
export class Claim {
  readonly root: string;
  readonly quarantine: Quarantine;
  readonly problems: Problem[] = [];
  readonly #claimant: Claimant;
  readonly #turns = new Serial();
  #description: Description = { egiz: schemaVersion, devices: {}, corpora: {} };
  #device = newDevice();
  /** Copies of the description, to be put away once it is written. */
  #copies: string[] = [];
  #described = true;
  #lock: Lock | null = null;
  /** Why there is no lock, when it is not for another process. */
  #refusal: LibraryError | null = null;
  #readOnly: ReadOnly | null = null;

  private constructor(root: string, claimant: Claimant) {
    this.root = root;
    this.#claimant = claimant;
    this.quarantine = new Quarantine(root, () => this.writable(), claimant.now);
  }

  /** Claims the library in `root` (a real path). Where that is not possible, it can still be read. */
  static async open(root: string, claimant: Claimant): Promise<Claim> {
    const claim = new Claim(root, claimant);
    const version = await readVersion(root);
    if (version > schemaVersion) claim.newer(version, descriptionFile);
    else await claim.#take();
    await claim.#read();
    if (claim.writable()) await claim.#describe().catch(() => undefined);
    return claim;
  }

  get device(): string {
    return this.#device;
  }

  get readOnly(): ReadOnly | null {
    return this.#readOnly;
  }

  /** Whether this process may write at this moment. */
  writable(): boolean {
    return this.#lock !== null && this.#readOnly === null;
  }

  /** Takes note that a newer Egiz wrote a file (a path inside the library): then nothing of the library is changed. */
  newer(version: number, file: string): void {
    this.#readOnly ??= { reason: 'newer', version, file };
  }

  /**
   * Sees to it that this process may write: what could not be written when the library was opened is tried again.
   *
   * @throws LibraryError read-only, or why nothing can be written
   */
  ensure(): Promise<void> {
    return this.#turns.run(async () => {
      if (this.#lock === null && this.#readOnly === null) await this.#take();
      if (this.#readOnly !== null) throw new LibraryError('read-only', because(this.#readOnly), this.root);
      if (this.#lock === null) {
        throw this.#refusal ?? new LibraryError('write-failed', 'the library is closed', this.root);
      }
      if (!this.#described) await this.#describe();
    });
  }

  /** The revision of a corpus that stands in this library; 0 when it does not. */
  revisionOf(corpus: string): number {
    return this.#description.corpora[corpus]?.revision ?? 0;
  }

  /** Whether a work came with Egiz. */
  isBundled(work: string): boolean {
    return Object.values(this.#description.corpora).some(({ works }) => works.includes(work));
  }

  /** Takes note of the revision of a corpus that stands here now. @throws LibraryError when it cannot be written */
  async seeded(corpus: string, revision: number, works: string[]): Promise<void> {
    this.#description.corpora[corpus] = { ...this.#description.corpora[corpus], revision, works };
    await this.#describe();
  }

  /** Lets go of the library. */
  async release(): Promise<void> {
    const lock = this.#lock;
    this.#lock = null;
    await lock?.release();
  }

  async #take(): Promise<void> {
    const { program, machine, now } = this.#claimant;
    try {
      const taken = await takeLock(this.root, program, machine, now());
      if ('reason' in taken) this.#readOnly = taken;
      else this.#lock = taken;
    } catch (error) {
      this.#refusal = writeError(error, this.root);
    }
  }

  async #read(): Promise<void> {
    const { description, problems, copies } = await joinDescriptions(this.root, this.quarantine);
    this.problems.push(...problems);
    this.#description = description;
    this.#copies = copies;
    const device = description.devices[this.#claimant.machine];
    this.#device = device ?? this.#device;
    this.#described = device !== undefined && copies.length === 0;
    this.#description.devices[this.#claimant.machine] = this.#device;
    if (description.egiz > schemaVersion) this.newer(description.egiz, descriptionFile);
  }

  async #describe(): Promise<void> {
    this.#described = false;
    await writeDescription(this.root, this.#description);
    this.#described = true;
    if (this.#copies.length === 0) return;
    const history = join(this.root, 'history');
    await ensureFolder(this.root, history);
    await putCopiesAway(this.root, this.#copies, history);
    this.#copies = [];
  }
}

function because(readOnly: ReadOnly): string {
  if (readOnly.reason === 'newer') {
    return `${readOnly.file} was written by a newer Egiz (version ${String(readOnly.version)})`;
  }
  const { program, pid, host, since } = readOnly.holder;
  return `the library is open in ${program} (process ${String(pid)} on ${host}, since ${since})`;
}
