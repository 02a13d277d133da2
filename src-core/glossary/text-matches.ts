import type { Language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import { formOfWords } from './gaps.ts';
import { addHeadword, firstStems, headwordIndex, matches, removeHeadword } from './match.ts';
import type { Match } from './overlaps.ts';
import type { RefusedPlaces, RejectedForms } from './refusals.ts';
import { wordTable, type WordTable } from './word-table.ts';

/** What a reader refused in a text: forms anywhere, and places by the number of their paragraph from 0. */
export interface TextRefusals {
  readonly forms: RejectedForms;
  readonly places: ReadonlyMap<number, RefusedPlaces>;
}

/** What changed in a glossary or a text. A changed term is `removed` as it was and `added` as it is. */
export interface TextMatchesChange {
  readonly removed?: readonly Term[];
  readonly added?: readonly Term[];
  /** What is refused from now on, all of it; left out, what was. */
  readonly refusals?: TextRefusals;
  /** Paragraphs that say something else now, by their number. */
  readonly texts?: ReadonlyMap<number, string>;
}

/** The matches of all headwords in the paragraphs of a text, kept up to date while terms and refusals change. */
export interface TextMatches {
  /** The matches in a paragraph, by its number from 0. */
  readonly matchesOf: (paragraph: number) => readonly Match[];
  /**
   * Takes a change in, and looks only at paragraphs that changed, that hold a form of the first word of a changed term, a form
   * that was or is rejected, or a place whose refusal changed.
   *
   * @returns the paragraphs whose matches were found anew, in order
   */
  readonly update: (change: TextMatchesChange) => number[];
}

const nothingRefused: TextRefusals = { forms: new Map(), places: new Map() };

/** Finds the headwords of `terms` in `paragraphs`, all of which are in `language`. */
export function textMatches(
  paragraphs: readonly string[],
  terms: readonly Term[],
  language: Language,
  refused: TextRefusals = nothingRefused,
): TextMatches {
  const index = headwordIndex(terms, language);
  const { normal } = index.inflection;
  const now = [...paragraphs];
  let refusals = refused;
  const find = (at: number): Match[] => {
    const places = refusals.places.get(at);
    const { forms } = refusals;
    return matches(now[at] ?? '', index, undefined, places === undefined ? { forms } : { forms, places });
  };
  const found = now.map((_, at) => find(at));
  /** By word as it is written, the paragraphs that hold it. A text that is only read needs none. */
  let holders: WordTable<number[]> | null = null;

  return {
    matchesOf: (paragraph) => {
      const there = found[paragraph];
      if (there === undefined) throw new RangeError(`no paragraph ${paragraph} of ${now.length}`);
      return there;
    },
    update: ({ removed = [], added = [], refusals: refusedNow = refusals, texts = new Map<number, string>() }) => {
      for (const [at, text] of texts) {
        if (!(at in now)) throw new RangeError(`no paragraph ${at} of ${now.length}`);
        now[at] = text;
        // Words that are gone stay with it: they cost no more than a look.
        if (holders !== null) hold(holders, text, at, language);
      }
      for (const term of removed) removeHeadword(index, term);
      for (const term of added) addHeadword(index, term);
      const stems = [...removed, ...added].flatMap((term) => firstStems(index, term));
      const forms = new Set(
        changedForms(refusals.forms, refusedNow.forms).map((form) =>
          formOfWords(form, language.words(form).slice(0, 1), index.inflection),
        ),
      );
      const touched = new Set([...texts.keys(), ...changedPlaces(refusals.places, refusedNow.places)]);
      refusals = refusedNow;
      const isSought = stems.length + forms.size > 0;
      if (isSought) holders ??= holdersOf(now, language);
      for (const [word, held] of isSought && holders !== null ? holders.entries() : []) {
        const form = normal(word);
        if (!forms.has(form) && !stems.some((stem) => form.startsWith(stem.text) && stem.accepts(form))) continue;
        for (const paragraph of held) touched.add(paragraph);
      }
      const ordered = [...touched].filter((at) => at in found).toSorted((a, b) => a - b);
      for (const at of ordered) found[at] = find(at);
      return ordered;
    },
  };
}

function holdersOf(texts: readonly string[], language: Language): WordTable<number[]> {
  const holders = wordTable<number[]>();
  for (const [at, text] of texts.entries()) hold(holders, text, at, language);
  return holders;
}

/** Notes a paragraph with each of its words. */
function hold(holders: WordTable<number[]>, text: string, at: number, language: Language): void {
  for (const [start, end] of language.words(text)) {
    const held = holders.get(text, start, end);
    if (held === undefined) holders.add(text.slice(start, end), [at]);
    else if (held.at(-1) !== at) held.push(at);
  }
}

/** The forms that only one of both rejects for some term. */
function changedForms(before: RejectedForms, after: RejectedForms): string[] {
  if (before === after) return [];
  const onlyIn = (one: RejectedForms, other: RejectedForms): string[] =>
    [...one].flatMap(([term, forms]) => [...forms].filter((form) => other.get(term)?.has(form) !== true));
  return [...onlyIn(before, after), ...onlyIn(after, before)];
}

/** The paragraphs in which other places are refused. */
function changedPlaces(before: TextRefusals['places'], after: TextRefusals['places']): number[] {
  if (before === after) return [];
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (paragraph) => spell(before.get(paragraph)) !== spell(after.get(paragraph)),
  );
}

function spell(places: RefusedPlaces | undefined): string {
  return [...(places ?? [])].map(([term, ranges]) => `${term}:${ranges.join(';')}`).join('\n');
}
