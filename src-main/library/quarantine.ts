import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '#main/api/shapes.ts';
import { checksum } from './checksum.ts';
import { ensureFolder, listFolder } from './paths.ts';
import { safeWrite } from './safe-write.ts';

/**
 * Where what cannot be used is put: `quarantine/` at the top of the library. A name has the date, the reason, the place it came
 * from and a hash of the content; the same line is put there once only, however often it is met.
 */
export class Quarantine {
  readonly #root: string;
  readonly #writable: () => boolean;
  readonly #now: () => number;

  /** @param root the library's real path */
  constructor(root: string, writable: () => boolean, now: () => number) {
    this.#root = root;
    this.#writable = writable;
    this.#now = now;
  }

  /** Copies a line or a record; gives its path inside the library, or `null` when nothing may be or can be written. */
  async copy(problem: Problem, bytes: Uint8Array): Promise<string | null> {
    const hash = checksum(bytes);
    const folder = join(this.#root, 'quarantine');
    const there = (await listFolder(this.#root, folder)).find((entry) => entry.name.endsWith(`.${hash}`));
    if (there !== undefined) return `quarantine/${there.name}`;
    if (!this.#writable()) return null;
    const name = this.#name(problem, hash);
    try {
      await ensureFolder(this.#root, folder);
      await safeWrite(join(this.#root, name), [bytes]);
      return name;
    } catch {
      // The problem is told in any case; there is nowhere to put what caused it.
      return null;
    }
  }

  /** Moves a file; gives its new path inside the library, or `null`. */
  async move(problem: Problem, bytes: Uint8Array): Promise<string | null> {
    if (!this.#writable()) return null;
    const name = this.#name(problem, checksum(bytes));
    try {
      await ensureFolder(this.#root, join(this.#root, 'quarantine'));
      await rename(join(this.#root, problem.file), join(this.#root, name));
      return name;
    } catch {
      return this.copy(problem, bytes);
    }
  }

  #name({ code, file, line }: Problem, hash: string): string {
    const date = new Date(this.#now()).toISOString().replace(/[-:]|\.\d+/g, '');
    const place = file.replace(/[^\p{L}\p{N}._~-]+/gu, '-').slice(-120);
    return `quarantine/${date}.${code}.${place}${line === undefined ? '' : `.line-${String(line)}`}.${hash}`;
  }
}
