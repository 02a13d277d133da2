import type { Finding, FindingCode } from './imported.ts';

/** Different values of one code that are told apart; of a file made to have more, the rest is only counted. */
const mostOfCode = 20;

/** Collects findings; the same one again only counts. */
export class Findings {
  readonly #found = new Map<string, Finding>();
  readonly #ofCode = new Map<FindingCode, number>();

  /** Takes note of a finding; its place is kept where it is the first of its kind. */
  add(kind: Finding['kind'], code: FindingCode, more: Pick<Finding, 'place' | 'values'> = {}, count = 1): void {
    const key = `${code} ${JSON.stringify(more.values ?? {})}`;
    const known = this.#found.get(key);
    if (known !== undefined) {
      this.#found.set(key, { ...known, count: known.count + count });
      return;
    }
    const others = this.#ofCode.get(code) ?? 0;
    if (others >= mostOfCode && more.values !== undefined) {
      this.add(kind, code, more.place === undefined ? {} : { place: more.place }, count);
      return;
    }
    this.#ofCode.set(code, others + 1);
    this.#found.set(key, { code, kind, count, ...more });
  }

  /** In the order in which they were first met. */
  list(): Finding[] {
    return [...this.#found.values()];
  }
}
