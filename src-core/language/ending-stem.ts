import type { Stem, WordKind } from './inflection.ts';

/** A stem to which one of a set of endings is added, or none. */
export interface Endings {
  /** What the forms begin with. */
  readonly text: string;
  /** The stem as a reading names it. */
  readonly stem: string;
  readonly kind: WordKind;
  /** By ending the id of the suffix that it is (see suffix-names.ts); '' by '' where the text is a form as it is. */
  readonly endings: ReadonlyMap<string, string>;
}

/** The forms that consist of a text and an ending of a list. */
export function endingStem({ text, stem, kind, endings }: Endings): Stem {
  return {
    text,
    accepts: (form) => endings.has(form.slice(text.length)),
    readings: (form) => {
      const letters = form.slice(text.length);
      const id = endings.get(letters);
      if (id === undefined) return [];
      return [{ kind, stem, suffixes: id === '' ? [] : [{ id, letters }] }];
    },
  };
}
