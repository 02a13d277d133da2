import type { Finding, FindingCode } from './imported.ts';

/** Collects findings; the same one again only counts. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  /** Takes note of a finding; its place is kept where it is the first of its kind. */
  add(kind: Finding['kind'], code: FindingCode, more: Pick<Finding, 'place' | 'values'> = {}, count = 1): void {
    const key = `${code} ${JSON.stringify(more.values ?? {})}`;
    const known = this.#found.get(key);
    this.#found.set(
      key,
      known === undefined ? { code, kind, count, ...more } : { ...known, count: known.count + count },
    );
  }

  /** In the order in which they were first met. */
  list(): Finding[] {
    return [...this.#found.values()];
  }
}
