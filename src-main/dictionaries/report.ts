import type { EntrySink, SkipCode } from '#core/dictionaries/entry.ts';
import type { ImportReport, Skipped } from '#main/api/dictionary-shapes.ts';

/** Examples that are kept of each reason for leaving records out. */
const mostExamples = 10;
/** Languages that are counted by name. */
const mostLanguages = 20;

/** Counts what an import does. */
export class Tally implements Pick<EntrySink, 'skip' | 'otherLanguage'> {
  entries = 0;
  skipped = 0;
  readonly #began = performance.now();
  readonly #skips = new Map<SkipCode, Skipped>();
  readonly #languages = new Map<string, number>();
  #others = 0;

  /** Counts an entry in a language (BCP 47). */
  count(language: string): void {
    this.entries++;
    const before = this.#languages.get(language);
    if (before !== undefined || this.#languages.size < mostLanguages) this.#languages.set(language, (before ?? 0) + 1);
  }

  readonly skip = (code: SkipCode, place: string, detail: string): void => {
    this.skipped++;
    const skipped = this.#skips.get(code) ?? { code, count: 0, examples: [] };
    this.#skips.set(code, skipped);
    skipped.count++;
    if (skipped.examples.length < mostExamples) skipped.examples.push({ place, detail });
  };

  readonly otherLanguage = (): void => {
    this.#others++;
  };

  report(): ImportReport {
    return {
      entries: this.entries,
      skipped: [...this.#skips.values()],
      otherLanguages: this.#others,
      languages: Object.fromEntries(this.#languages),
      duration: Math.round(performance.now() - this.#began),
    };
  }
}
