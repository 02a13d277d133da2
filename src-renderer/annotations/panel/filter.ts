import { foldText } from '#core/text/fold.ts';
import type { SchemeId } from '#core/language/scripts/scheme.ts';
import { foldInScript, foldQueryInScript } from '#core/language/scripts/search.ts';
import type { Annotation, Target } from '#core/records/annotation.ts';
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

/**
 * The annotations that a filter lets through, in the order given.
 *
 * @param schemeOf the script that an edition is shown in, so that words can be typed in it; `null`: its own
 */
export function filtered(
  annotations: readonly Annotation[],
  filter: NoteFilter,
  schemeOf: (edition: string) => SchemeId | null = () => null,
): Annotation[] {
  const words = foldText(filter.words)
    .text.split(' ')
    .filter((word) => word !== '');
  return annotations.filter(
    (annotation) =>
      (filter.colours.size === 0 || filter.colours.has(annotation.colour)) &&
      [...filter.tags].every((tag) => annotation.tags.includes(tag)) &&
      (filter.edition === null || homeEdition(annotation) === filter.edition) &&
      (!filter.noted || annotation.body.trim() !== '') &&
      words.every((word) => searchable(annotation).includes(word) || isInShown(word, annotation, schemeOf)),
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

/** Is a word in the quotes as they are shown in another script? */
function isInShown(word: string, { targets }: Annotation, schemeOf: (edition: string) => SchemeId | null): boolean {
  return targets.some((target) => {
    const scheme = schemeOf(target.edition);
    const query = scheme === null ? null : foldQueryInScript(word, scheme);
    return scheme !== null && query !== null && shownQuote(target, scheme).includes(query);
  });
}

/** Folded once a target and script: of a record that never changes. */
const shownQuotes = new WeakMap<Target, Map<SchemeId, string>>();

function shownQuote(target: Target, scheme: SchemeId): string {
  let folded = shownQuotes.get(target);
  if (folded === undefined) shownQuotes.set(target, (folded = new Map<SchemeId, string>()));
  let text = folded.get(scheme);
  if (text === undefined) folded.set(scheme, (text = foldInScript(target.quote.exact, scheme).text));
  return text;
}
