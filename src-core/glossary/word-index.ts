import type { Language } from '#core/language/language.ts';
import type { Term } from '#core/records/term.ts';
import type { TextRange } from '#core/text/range.ts';
import { decidingTerm, knowledgeOf, type HeadwordCount } from './coverage.ts';
import { headwordGuesser, type HeadwordGuesser } from './guess.ts';
import { runningWords } from './running-words.ts';
import { textMatches, type TextMatchesChange, type TextRefusals } from './text-matches.ts';
import { wordTable } from './word-table.ts';

/** A running word by its number in the paragraph of a number, both from 0. */
export interface WordPlace {
  readonly paragraph: number;
  readonly word: number;
}

/** A headword of a part of a text. */
export interface FoundHeadword extends HeadwordCount {
  /** Where it is met first. */
  first: WordPlace;
}

/** The words of a text by their headwords, kept up to date while the glossary changes. */
export interface WordIndex {
  /** Takes a change in. One of levels alone costs nothing; no text is looked through for it. */
  readonly update: (change: TextMatchesChange) => void;
  /** How often each term marks the paragraphs of these numbers, by its id. */
  readonly termCounts: (paragraphs: Iterable<number>) => Map<string, number>;
  /**
   * The headwords of the paragraphs of these numbers, in the order in which they are met: of terms, and of words that are in no
   * term, put together by the headword that is guessed for them.
   */
  readonly headwords: (paragraphs: Iterable<number>) => FoundHeadword[];
  /** A running word as it is written, and where it stands in its paragraph, in UTF-16 code units. */
  readonly wordAt: (place: WordPlace) => { form: string; start: number; end: number };
  /**
   * Guesses the headwords of all words that are in no term, which `headwords` would otherwise do when it is asked. A long text
   * takes seconds. Gives the share that is done, from 0 to 1.
   */
  readonly guesses: () => Generator<number, void>;
}

/** A word of the text that is in no term, in all its spellings. */
interface Form {
  /** As it is written first. */
  readonly written: string;
  headword: { readonly key: string; readonly text: string } | null;
}

/** Finds the headwords of `terms` and all other words in `paragraphs`, all of which are in `language`. */
export function wordIndex(
  paragraphs: readonly string[],
  terms: readonly Term[],
  language: Language,
  refusals?: TextRefusals,
): WordIndex {
  const texts = [...paragraphs];
  const { normal } = language.inflection;
  const known = new Map(terms.map((term) => [term.id, term]));
  const marked = textMatches(texts, terms, language, refusals);
  const forms: Form[] = [];
  const formNumbers = new Map<string, number>();
  const spellings = wordTable<number>();
  /** By number, the ids of the terms of a match. */
  const matched: (readonly string[])[] = [];
  const matchNumbers = new Map<string, number>();
  let guesser: HeadwordGuesser | null = null;

  const formNumber = (text: string, [start, end]: TextRange): number => {
    const there = spellings.get(text, start, end);
    if (there !== undefined) return there;
    const written = text.slice(start, end);
    const key = normal(written);
    let number = formNumbers.get(key);
    if (number === undefined) {
      number = forms.push({ written, headword: null }) - 1;
      formNumbers.set(key, number);
    }
    spellings.add(written, number);
    return number;
  };
  const matchNumber = (ids: readonly string[]): number => {
    const key = ids.join('\n');
    let number = matchNumbers.get(key);
    if (number === undefined) {
      number = matched.push(ids) - 1;
      matchNumbers.set(key, number);
    }
    return number;
  };
  /** What each running word of a paragraph belongs to: the number of a match, or -1 less the number of a form. */
  const belongings = (at: number): Int32Array => {
    const text = texts[at] ?? '';
    const words = runningWords(text, language);
    const found = marked.matchesOf(at);
    const numbers = new Int32Array(words.length);
    let next = 0;
    for (const [index, word] of words.entries()) {
      while (next < found.length && (found[next]?.end ?? 0) <= word[0]) next++;
      const match = found[next];
      numbers[index] =
        match !== undefined && match.start <= word[0] ? matchNumber(match.terms) : -1 - formNumber(text, word);
    }
    return numbers;
  };
  /** By paragraph; only once somebody asks for it. */
  const belongs: (Int32Array | undefined)[] = texts.map(() => undefined);
  const belongsIn = (at: number): Int32Array => {
    if (!(at in belongs)) throw new RangeError(`no paragraph ${at} of ${belongs.length}`);
    return (belongs[at] ??= belongings(at));
  };

  const headwordOf = (form: Form): { key: string; text: string } => {
    guesser ??= headwordGuesser(wordsOf(texts, language), language);
    const [text = form.written] = guesser.guess(form.written);
    return (form.headword = { key: normal(text), text });
  };

  return {
    update: (change) => {
      const { removed = [], added = [] } = change;
      const before = new Map(removed.map((term) => [term.id, term]));
      const alike = new Set(
        added.flatMap((term) => {
          const same = before.get(term.id);
          return same !== undefined && isFoundAlike(same, term) ? [term.id] : [];
        }),
      );
      for (const { id } of removed) known.delete(id);
      for (const term of added) known.set(term.id, term);
      for (const [at, text] of change.texts ?? []) texts[at] = text;
      if (change.texts !== undefined && change.texts.size > 0) {
        // Which words stand in the text decides what is guessed.
        guesser = null;
        for (const form of forms) form.headword = null;
      }
      const touched = marked.update({
        ...change,
        removed: removed.filter(({ id }) => !alike.has(id)),
        added: added.filter(({ id }) => !alike.has(id)),
      });
      for (const at of touched) belongs[at] = undefined;
    },
    termCounts: (part) => {
      const counts = new Map<string, number>();
      for (const at of part) {
        for (const { terms: ids } of marked.matchesOf(at)) {
          for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
        }
      }
      return counts;
    },
    headwords: (part) => {
      const counts = new Map<number, { count: number; first: WordPlace }>();
      for (const at of part) {
        for (const [word, number] of belongsIn(at).entries()) {
          const there = counts.get(number);
          if (there === undefined) counts.set(number, { count: 1, first: { paragraph: at, word } });
          else there.count++;
        }
      }
      const found = new Map<string, FoundHeadword>();
      for (const [number, { count, first }] of counts) {
        const headword = number < 0 ? guessed(forms[-1 - number], headwordOf) : ofTerms(matched[number] ?? [], known);
        if (headword === null) continue;
        const { key, ...rest } = headword;
        const there = found.get(key);
        if (there !== undefined) there.count += count;
        else found.set(key, { ...rest, count, first });
      }
      return [...found.values()];
    },
    wordAt: ({ paragraph, word }) => {
      const text = texts[paragraph] ?? '';
      const range = runningWords(text, language)[word];
      if (range === undefined) throw new RangeError(`no running word ${word} in paragraph ${paragraph}`);
      return { form: text.slice(...range), start: range[0], end: range[1] };
    },
    *guesses() {
      const inUse = new Set<number>();
      for (const at of belongs.keys()) {
        for (const number of belongsIn(at)) if (number < 0) inUse.add(-1 - number);
      }
      // In the order of letters: words that begin alike are guessed by the same beginnings.
      const waiting = [...inUse]
        .flatMap((number) => forms[number] ?? [])
        .filter(({ headword }) => headword === null)
        .toSorted((a, b) => language.compare(a.written, b.written));
      for (const [done, form] of waiting.entries()) {
        headwordOf(form);
        yield (done + 1) / waiting.length;
      }
    },
  };
}

/** Does a text have the same matches with either of two states of a term? */
function isFoundAlike(one: Term, other: Term): boolean {
  return (
    one.headword === other.headword &&
    one.language === other.language &&
    one.category === other.category &&
    // They tell whether it is a verb.
    JSON.stringify(one.glosses) === JSON.stringify(other.glosses)
  );
}

type Named = Pick<HeadwordCount, 'headword' | 'term' | 'knowledge'> & { key: string };

function guessed(form: Form | undefined, headwordOf: (form: Form) => { key: string; text: string }): Named | null {
  if (form === undefined) return null;
  const { key, text } = form.headword ?? headwordOf(form);
  return { key: `guessed ${key}`, headword: text, term: null, knowledge: 'unknown' };
}

function ofTerms(ids: readonly string[], terms: ReadonlyMap<string, Term>): Named | null {
  const term = decidingTerm(ids.flatMap((id) => terms.get(id) ?? []));
  return term === null
    ? null
    : { key: `term ${term.id}`, headword: term.headword, term: term.id, knowledge: knowledgeOf(term) };
}

function* wordsOf(texts: readonly string[], language: Language): Generator<string> {
  for (const text of texts) for (const range of runningWords(text, language)) yield text.slice(...range);
}
