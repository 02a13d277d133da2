import type { Annotation } from '#core/records/annotation.ts';

const none: readonly Annotation[] = [];

/**
 * Which annotations stand on which paragraph, kept up to date as annotations change: one changed annotation touches only
 * the paragraphs it stood on or stands on now.
 */
export class ParagraphIndex {
  readonly #byParagraph = new Map<string, readonly Annotation[]>();
  #indexed: ReadonlyMap<string, Annotation> = new Map();

  /** The annotations with a target in this paragraph, the oldest first. The same list as long as nothing on it changes. */
  on(paragraph: string): readonly Annotation[] {
    return this.#byParagraph.get(paragraph) ?? none;
  }

  /** Takes over the annotations as they are now. Gives the paragraphs on which something changed. */
  update(annotations: ReadonlyMap<string, Annotation>): Set<string> {
    const touched = new Set<string>();
    const before = this.#indexed;
    if (annotations === before) return touched;
    this.#indexed = annotations;
    for (const [id, annotation] of before) {
      if (annotations.get(id) !== annotation) this.#take(annotation, touched);
    }
    for (const [id, annotation] of annotations) {
      if (before.get(id) !== annotation) this.#put(annotation, touched);
    }
    return touched;
  }

  #take(annotation: Annotation, touched: Set<string>): void {
    for (const paragraph of paragraphsOf(annotation)) {
      touched.add(paragraph);
      const left = this.on(paragraph).filter(({ id }) => id !== annotation.id);
      if (left.length > 0) this.#byParagraph.set(paragraph, left);
      else this.#byParagraph.delete(paragraph);
    }
  }

  #put(annotation: Annotation, touched: Set<string>): void {
    for (const paragraph of paragraphsOf(annotation)) {
      touched.add(paragraph);
      this.#byParagraph.set(paragraph, [...this.on(paragraph), annotation].toSorted(byAge));
    }
  }
}

function paragraphsOf(annotation: Annotation): Set<string> {
  return new Set(annotation.targets.map(({ paragraph }) => paragraph));
}

function byAge(a: Annotation, b: Annotation): number {
  if (a.created !== b.created) return a.created < b.created ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
