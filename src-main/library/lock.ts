import { randomBytes } from 'node:crypto';
import { open, readFile, stat, unlink } from 'node:fs/promises';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { ReadOnly } from '#main/api/shapes.ts';
import { systemCode, writeError } from './error.ts';
import { writeAll } from './safe-write.ts';

/** Who holds a library. `token` tells two holders of one process apart. */
const holder = z.object({
  pid: z.int().positive(),
  /** When the process began, as the system counts it; `null` where that is not to be had. */
  started: z.string().nullable(),
  /** The computer, as `machineKey` names it: a lock of another one came with a synchroniser and binds nobody here. */
  machine: z.string(),
  host: z.string(),
  program: z.string(),
  since: z.iso.datetime(),
  token: z.string(),
});
type Holder = z.infer<typeof holder>;
type Held = Extract<ReadOnly, { reason: 'held' }>;

/** The lock's name in the library's folder. */
export const lockName = 'library.lock';
/** A lock without content is being written at this moment, or its writer died; after this many milliseconds the latter. */
const patience = 500;
/** Milliseconds after which nobody is removing a lock any more: it takes far less, even after waiting for its content. */
const guardLasts = 10_000;
/** Milliseconds by which clocks may differ when a lock's time is compared with the computer's start. */
const clockSlack = 60_000;

/** A lock that this process holds. */
export interface Lock {
  /** Lets go of the library; does nothing when the lock has become someone else's. */
  release(): Promise<void>;
}

/**
 * Takes the lock of a library, also from a process that is dead or on another computer; or tells who holds it.
 *
 * @throws LibraryError when no lock can be written
 */
export async function takeLock(root: string, program: string, machine: string, now: number): Promise<Lock | Held> {
  const file = join(root, lockName);
  const mine: Holder = {
    pid: process.pid,
    started: await processStart(process.pid),
    machine,
    host: hostname(),
    program,
    since: new Date(now).toISOString(),
    token: randomBytes(8).toString('hex'),
  };
  for (;;) {
    if (await created(file, mine)) return { release: () => release(file, mine) };
    const found = await readHolder(file);
    if (found !== null && (await holds(found, machine))) {
      const { pid, host, since } = found;
      return { reason: 'held', holder: { pid, host, program: found.program, since } };
    }
    await removeStale(file, found);
  }
}

async function created(file: string, mine: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    try {
      await writeAll(handle, Buffer.from(`${JSON.stringify(mine)}\n`));
    } catch (error) {
      await unlink(file).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw writeError(error, lockName);
  }
}

/** The holder that a lock names; `null` when it names none, also after waiting for its writer. */
async function readHolder(file: string): Promise<Holder | null> {
  for (let waited = 0; ; waited += 50) {
    const read = await readFile(file, 'utf8').then(
      (text) => holder.safeParse(json(text)),
      () => null,
    );
    if (read?.success === true) return read.data;
    if (read === null || waited >= patience) return null;
    await wait(50);
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function holds(found: Holder, machine: string): Promise<boolean> {
  if (found.machine !== machine || !isAlive(found.pid)) return false;
  const started = await processStart(found.pid);
  if (started !== null && found.started !== null) return started === found.started;
  // No start times here: at least no process outlives its computer's start.
  return Date.parse(found.since) + clockSlack > Date.now() - uptime() * 1000;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another user's.
    return systemCode(error) === 'EPERM';
  }
}

/** When a process began: the boot's id and the ticks since. Only Linux tells; elsewhere `null`. */
async function processStart(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  try {
    const [boot, line] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${String(pid)}/stat`, 'utf8'),
    ]);
    // The second field, the program's name in brackets, may itself have spaces and brackets. The 22nd is the start.
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()} ${ticks}`;
  } catch {
    return null;
  }
}

/**
 * Removes a lock that binds nobody. Of several processes that found it so only one at a time may, and looks again first: else
 * the slower one would remove the lock that the faster one has taken meanwhile.
 */
async function removeStale(file: string, stale: Holder | null): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await guarded(guard))) return;
  try {
    const found = await readHolder(file);
    if (found?.token === stale?.token) await unlink(file);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw writeError(error, lockName);
  } finally {
    await unlink(guard).catch(() => undefined);
  }
}

/** Makes the guard; where another process has it, waits a moment, and removes it when its process must have died. */
async function guarded(guard: string): Promise<boolean> {
  try {
    await (await open(guard, 'wx')).close();
    return true;
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw writeError(error, lockName);
  }
  await wait(50);
  const made = await stat(guard).catch(() => null);
  if (made !== null && Date.now() - made.mtimeMs > guardLasts) await unlink(guard).catch(() => undefined);
  return false;
}

async function release(file: string, mine: Holder): Promise<void> {
  const found = await readFile(file, 'utf8').catch(() => '');
  const read = holder.safeParse(json(found));
  if (read.success && read.data.token === mine.token) await unlink(file).catch(() => undefined);
}
