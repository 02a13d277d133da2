import type { Bitext } from '../bitext.ts';

/** What the elements of a file are called: by the ids of the records where XML allows these. */
export class Ids {
  readonly #taken = new Set<string>();
  readonly #paragraphs = new Map<string, string>();
  readonly #editions = new Map<string, string>();

  constructor({ source, target }: Bitext) {
    for (const { edition } of [source, target]) this.#editions.set(edition.id, this.#free(edition.id, 'text'));
    for (const { paragraphs } of [source, target]) {
      for (const { id } of paragraphs) this.#paragraphs.set(id, this.#free(id, 'p'));
    }
  }

  #free(id: string, kind: string): string {
    const wanted = /^[A-Za-z_][\w.-]*$/u.test(id) ? id : `${kind}-${String(this.#taken.size + 1)}`;
    let free = wanted;
    for (let more = 2; this.#taken.has(free); more += 1) free = `${wanted}.${String(more)}`;
    this.#taken.add(free);
    return free;
  }

  paragraph(id: string): string | null {
    return this.#paragraphs.get(id) ?? null;
  }

  edition(id: string): string | null {
    return this.#editions.get(id) ?? null;
  }

  /** A name for what is neither. */
  other(id: string): string {
    return this.#free(id, 'a');
  }
}
