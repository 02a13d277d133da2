import { foldText } from '#core/text/fold.ts';
import type { Annotation } from '#core/records/annotation.ts';
import { homeEdition } from '../changes.ts';

/** Which annotations the panel lists. Empty sets and `null` let everything through. */
export interface NoteFilter {
  colours: ReadonlySet<string>;
  /** All of them must be there. */
  tags: ReadonlySet<string>;
  /** The edition it was made in. */
  edition: string | null;
  /** Every word must stand in the quotes, the note or the tags; case and Kazakh letters do not matter. */
  words: string;
  /** Leaves out highlights without a note. */
  noted: boolean;
}

export const everything: NoteFilter = {
  colours: new Set(),
  tags: new Set(),
  edition: null,
  words: '',
  noted: false,
};

/** Does the filter leave anything out? */
export function narrows(filter: NoteFilter): boolean {
  return (
    filter.colours.size > 0 ||
    filter.tags.size > 0 ||
    filter.edition !== null ||
    filter.words.trim() !== '' ||
    filter.noted
  );
}

/** The annotations that a filter lets through, in the order given. */
export function filtered(annotations: readonly Annotation[], filter: NoteFilter): Annotation[] {
  const words = foldText(filter.words)
    .text.split(' ')
    .filter((word) => word !== '');
  return annotations.filter(
    (annotation) =>
      (filter.colours.size === 0 || filter.colours.has(annotation.colour)) &&
      [...filter.tags].every((tag) => annotation.tags.includes(tag)) &&
      (filter.edition === null || homeEdition(annotation) === filter.edition) &&
      (!filter.noted || annotation.body.trim() !== '') &&
      words.every((word) => searchable(annotation).includes(word)),
  );
}

/** Folded once a record: a record never changes, an edit makes a new one. */
const known = new WeakMap<Annotation, string>();

function searchable(annotation: Annotation): string {
  let text = known.get(annotation);
  if (text === undefined) {
    const parts = [...annotation.targets.map(({ quote }) => quote.exact), annotation.body, ...annotation.tags];
    text = foldText(parts.join('\n')).text;
    known.set(annotation, text);
  }
  return text;
}
