import { type FSWatcher, watch } from 'node:fs';

/** Milliseconds between two looks where the system does not tell of changes (network drives, or no watchers left). */
const betweenLooks = 3000;
/** Milliseconds of quiet after a change: programs write files in several steps. */
const quiet = 80;

/** Notices that something in some folders changed; what, is for `look` to find. */
export class FolderWatch {
  readonly #folders: readonly string[];
  readonly #look: () => Promise<void>;
  readonly #isOurs: (name: string) => boolean;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #interval: ReturnType<typeof setInterval>;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #looking = false;
  #again = false;

  /**
   * @param folders absolute; those that are not there yet are watched once they are
   * @param look called after a change, and now and then; never twice at the same time
   * @param isOurs whether a file that changes is no news, by its name
   */
  constructor(folders: readonly string[], look: () => Promise<void>, isOurs: (name: string) => boolean) {
    this.#folders = folders;
    this.#isOurs = isOurs;
    this.#look = look;
    this.#attach();
    this.#interval = setInterval(() => void this.#run(), betweenLooks);
    this.#interval.unref();
  }

  /** Ends watching; a look that is under way goes on. */
  stop(): void {
    clearInterval(this.#interval);
    clearTimeout(this.#soon);
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
  }

  #attach(): void {
    for (const folder of this.#folders) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, { persistent: false }, (_event, name) => {
          if (name !== null && this.#isOurs(name)) return;
          clearTimeout(this.#soon);
          this.#soon = setTimeout(() => void this.#run(), quiet);
          this.#soon.unref();
        });
        watcher.on('error', () => this.#detach(folder));
        this.#watchers.set(folder, watcher);
      } catch {
        // Not there yet, or no watchers left: looking now and then does it.
      }
    }
  }

  #detach(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }

  async #run(): Promise<void> {
    if (this.#looking) {
      this.#again = true;
      return;
    }
    this.#looking = true;
    this.#attach();
    try {
      do {
        this.#again = false;
        await this.#look();
      } while (this.#again);
    } catch {
      // The folder cannot be read at this moment (a drive that was unplugged); the next look may find it again.
    } finally {
      this.#looking = false;
    }
  }
}
