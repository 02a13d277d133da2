import type { Mark } from '#core/records/paragraph.ts';

/** The marks of a text that grows. Takes time in proportion to their number. */
export class JoinedMarks {
  readonly marks: Mark[] = [];
  /** By what a mark says and where it ends, the numbers of such marks. */
  readonly #ending = new Map<string, number[]>();

  constructor(marks: readonly Mark[] = []) {
    for (const mark of marks) this.#put(this.marks.length, mark);
  }

  /** Adds a mark. One that says the same and ended at one of `seams` goes on instead: it was one before the text was cut. */
  add(mark: Mark, seams: readonly number[]): void {
    for (const seam of seams) {
      const number = this.#ending.get(keyOf(mark, seam))?.pop();
      const before = number === undefined ? undefined : this.marks[number];
      if (number === undefined || before === undefined) continue;
      this.#put(number, { ...before, end: mark.end });
      return;
    }
    this.#put(this.marks.length, mark);
  }

  #put(number: number, mark: Mark): void {
    this.marks[number] = mark;
    const key = keyOf(mark, mark.end);
    const same = this.#ending.get(key);
    if (same === undefined) this.#ending.set(key, [number]);
    else same.push(number);
  }
}

function keyOf({ type, href, note }: Mark, end: number): string {
  return JSON.stringify([type, href, note, end]);
}
