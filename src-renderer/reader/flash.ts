import type { Layer } from './drawing.ts';

/** How long a flash lasts, in milliseconds; as long as the animation in Reader.module.css. */
const length = 1_600;

/** Lets a range of the text flash once, so that the eye finds what was jumped to. */
export class Flash {
  #range: { paragraph: string; start: number; end: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #changed: (paragraphs: ReadonlySet<string>) => void = () => undefined;

  readonly layer: Layer = {
    name: 'flash',
    draw: ({ id }) =>
      this.#range?.paragraph === id ? [{ start: this.#range.start, end: this.#range.end, class: 'flash' }] : [],
    subscribe: (changed) => {
      this.#changed = changed;
      return () => {
        this.#changed = () => undefined;
      };
    },
  };

  show(paragraph: string, start: number, end: number): void {
    this.#end();
    this.#range = { paragraph, start, end };
    this.#changed(new Set([paragraph]));
    this.#timer = setTimeout(() => {
      this.#end();
    }, length);
  }

  #end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const paragraph = this.#range?.paragraph;
    this.#range = null;
    if (paragraph !== undefined) this.#changed(new Set([paragraph]));
  }
}
