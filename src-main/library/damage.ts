import { type AnyRecord, schemaVersion } from '#core/records/schema.ts';
import type { Problem } from '#main/api/shapes.ts';
import type { Source } from './folder-reader.ts';
import type { JournalText, LineFault } from './journal-line.ts';
import type { Means } from './means.ts';
import type { RecordFault, SnapshotText } from './snapshot.ts';

/** What of a file can be used, and what was set aside. */
export interface Damage {
  records: AnyRecord[];
  problems: Problem[];
  /** Records are missing that a backup may have. */
  lost: boolean;
  /** The snapshot is to be written anew. */
  stale: boolean;
  /** Of this device's journal when its last line is torn: how many bytes before it are whole. */
  torn: number | null;
}

/** A file that is broken while the library is open may be half written; when it stays so for as many milliseconds it is broken. */
const patience = 3000;
/** More faults than this in one file are told once, and the file is put aside whole. */
const mostFaults = 20;

/** Finds what cannot be used in the files of a folder, sets it aside and tells it. */
export class Damages {
  readonly #means: Means;
  /** Broken files by path: since when, and in which state. */
  readonly #waiting = new Map<string, { signature: string; since: number }>();

  constructor(means: Means) {
    this.#means = means;
  }

  /** Whether a broken snapshot may still be in the making; then it will be read again. */
  isSettling(source: Source): boolean {
    const { file, signature } = source;
    const isBroken = source.type === 'snapshot' && ('unreadable' in source.text || source.text.faults.length > 0);
    const known = this.#waiting.get(file);
    const since = known?.signature === signature ? known.since : performance.now();
    if (!isBroken || performance.now() - since >= patience) {
      this.#waiting.delete(file);
      return false;
    }
    this.#waiting.set(file, { signature, since });
    this.#means.reader.forget(file);
    return true;
  }

  /** @param opened whether the folder was read before */
  async examine(source: Source, opened: boolean): Promise<Damage> {
    const damage: Damage = { records: [], problems: [], lost: false, stale: false, torn: null };
    if (source.type === 'outside') {
      this.#told(damage, source, 'unreadable-file', 'it is a symbolic link that leads out of the library');
    } else if (source.type === 'journal') {
      await this.#journal(damage, source, source.text, opened);
    } else if ('unreadable' in source.text) {
      await this.#unreadable(damage, source, source.text.unreadable);
    } else await this.#snapshot(damage, source, source.text);
    return damage;
  }

  async #unreadable(damage: Damage, source: Source, detail: string): Promise<void> {
    // Something else that a person keeps here, or a copy without content.
    if (!isSnapshotName(source.file) && !source.bytes.toString('latin1', 0, 100).includes('"egiz"')) return;
    const problem = this.#told(damage, source, 'unreadable-file', detail);
    const quarantined = await this.#means.quarantine.move(problem, source.bytes);
    if (quarantined !== null) problem.quarantined = quarantined;
    damage.lost = true;
    damage.stale = isSnapshotName(source.file);
  }

  async #snapshot(damage: Damage, source: Source, text: SnapshotText): Promise<void> {
    const isNewer = this.#isNewer(damage, source, text.version);
    const faults = [...text.faults];
    for (const record of text.records) {
      if (this.#means.kinds.includes(record.kind)) damage.records.push(record);
      else if (!isNewer) faults.push(this.#misplaced(record));
    }
    if (faults.length === 0) return;
    await this.#setAside(damage, source, faults, 'bad-record');
    damage.lost = true;
    damage.stale = isSnapshotName(source.file);
  }

  async #journal(
    damage: Damage,
    source: Source & { own?: boolean },
    text: JournalText,
    opened: boolean,
  ): Promise<void> {
    this.#isNewer(damage, source, text.newer ?? schemaVersion);
    const records = text.lines.flatMap((line) => line.put);
    damage.records = records.filter((record) => this.#means.kinds.includes(record.kind));
    const whole = text.faults.filter((fault) => fault.code !== 'torn-line');
    const torn = text.faults.find((fault) => fault.code === 'torn-line');
    if (whole.length > 0) await this.#setAside(damage, source, whole, 'bad-checksum');
    if (torn === undefined) return;
    if (source.own === true && this.#means.writable()) {
      await this.#setAside(damage, source, [torn], 'torn-line');
      damage.torn = text.whole;
    } else if (source.own !== true && !opened) {
      // Another device's, which a synchroniser may be about to bring whole.
      this.#told(damage, source, 'torn-line', torn.detail).line = torn.line;
    }
  }

  #isNewer(damage: Damage, source: Source, version: number): boolean {
    if (version <= schemaVersion) return false;
    const detail = `written by a newer Egiz: version ${String(version)}, this program knows ${String(schemaVersion)}`;
    this.#told(damage, source, 'newer-version', detail);
    this.#means.newer(version, `${this.#means.prefix}${source.file}`);
    return true;
  }

  #misplaced(record: AnyRecord): RecordFault {
    const detail = `kind: a ${record.kind} does not belong in this folder`;
    return { line: 1, detail: `${record.id}: ${detail}`, bytes: Buffer.from(JSON.stringify(record)) };
  }

  async #setAside(
    damage: Damage,
    source: Source,
    faults: readonly (RecordFault | LineFault)[],
    code: Problem['code'],
  ): Promise<void> {
    if (faults.length > mostFaults) {
      const detail = `${String(faults.length)} lines are broken, the first: ${faults[0]?.detail ?? ''}`;
      const problem = this.#told(damage, source, code, detail);
      const quarantined = await this.#means.quarantine.copy(problem, source.bytes);
      if (quarantined !== null) problem.quarantined = quarantined;
      return;
    }
    for (const fault of faults) {
      const problem = this.#told(damage, source, 'code' in fault ? fault.code : code, fault.detail);
      problem.line = fault.line;
      const quarantined = await this.#means.quarantine.copy(problem, fault.bytes);
      if (quarantined !== null) problem.quarantined = quarantined;
    }
  }

  #told(damage: Damage, source: Source, code: Problem['code'], detail: string): Problem {
    const problem: Problem = { code, file: `${this.#means.prefix}${source.file}`, detail };
    damage.problems.push(problem);
    return problem;
  }
}

/** Whether a snapshot can have this name, and not only a copy of one. */
function isSnapshotName(file: string): boolean {
  return (
    /^(work|annotations|reading|glossary|settings)\.json$/.test(file) ||
    /^editions\/[a-z0-9][a-z0-9-]*\.json$/.test(file) ||
    /^alignments\/[a-z0-9][a-z0-9-]*(~[a-z0-9][a-z0-9-]*)?\.json$/.test(file)
  );
}
