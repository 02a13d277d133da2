import { analyse } from '#core/language/analyse.ts';
import type { Stem, WordKind } from '#core/language/inflection.ts';
import type { Language } from '#core/language/language.ts';
import { addWay, goalsOf, noWays, type WordWays } from './word-ways.ts';

/** Guesses the headwords of words that are in no glossary, by the other words of the text. */
export interface HeadwordGuesser {
  /** What the headword of a form may be, the likeliest first; the form itself is always among them. */
  readonly guess: (form: string) => readonly string[];
}

/** The score of the form as it stands: another headword needs more than this. */
const asItIs = 0.6;
/** What it counts that a headword itself stands in the text. */
const standing = 1;
/** More forms than this say no more. */
const mostSupport = 4;
/** What each further form of a headword in the text counts. */
const perForm = 0.5;
/** A verb has so many forms that some noun or other looks like one. */
const verbDoubt = 0.3;
/** Short words are alike by chance. By length; longer ones cost nothing. */
const shortCosts: Readonly<Record<number, number>> = { 2: 1.6, 3: 0.3 };
/** A stem of a language's own words does not end like this: what looks like one has a piece of the suffix. */
const noEnd = /(?:[бвгғджһ]|(.)\1|[^аәеиоөуұүыіэюялрн][тк])$/u;
const noEndCost = 1;

/** How surely a suffix is one: others count `otherSuffix`. */
const suffixGains: Readonly<Record<string, number>> = {
  plural: 0.9,
  genitive: 0.8,
  locative: 0.8,
  ablative: 0.8,
  dative: 0.7,
  accusative: 0.7,
  instrumental: 0.5,
  'possessive-3': 0.5,
  past: 0.6,
  evidential: 0.6,
  negation: 0.3,
  converb: 0.7,
  present: 0.4,
  'participle-past': 0.7,
  'verbal-noun': 0.5,
  'possessive-1-plural': 0.6,
};
const otherSuffix = 0.3;
const mostGain = 1.5;
/** Headwords that were thought of are kept, but no more than so many. */
const mostHeads = 1_000;

/**
 * A guesser for a text. A headword is the likelier the more other words of the text are its forms, and where it stands there
 * itself; without such words only a long chain of suffixes is taken off.
 *
 * @param words of the text, as they are written in it; the guesser keeps each once
 */
export function headwordGuesser(words: Iterable<string>, language: Language): HeadwordGuesser {
  const { inflection } = language;
  /** By word in normal form, whether it is written small somewhere. */
  const attested = new Map<string, boolean>();
  const isSmall = (word: string): boolean => word === language.lower(word);
  for (const word of words) {
    const normal = inflection.normal(word);
    if (attested.get(normal) !== true) attested.set(normal, isSmall(word));
  }
  const sorted = [...attested.keys()].toSorted(byUnits);
  /** Words of the text by those beginnings of their forms that are spelled otherwise than they are: съез of съезд. */
  const changing: WordWays<string> = noWays();
  for (const word of sorted) {
    const stems = inflection.stems(word, 'noun', false).filter(({ text }) => !text.startsWith(word));
    addWay(changing, stems, word);
  }

  const heads = new Map<string, Head>();
  const headOf = (text: string, kind: WordKind): Head => {
    const key = `${kind} ${text}`;
    let head = heads.get(key);
    if (head === undefined) {
      if (heads.size >= mostHeads) heads.clear();
      const stems = inflection.stems(text, kind, false);
      heads.set(key, (head = { text, kind, stems, forms: null, stands: attested.has(text) }));
    }
    return head;
  };
  /** What it counts how many other words than `but` are forms of a headword. */
  const support = (head: Head, but: string): number => {
    head.forms ??= formsAmong(sorted, head);
    return perForm * Math.min(mostSupport, head.forms.filter((form) => form !== but).length);
  };

  return {
    guess: (form) => {
      const normal = inflection.normal(form);
      const found = new Map<string, number>([[normal, asItIs + support(headOf(normal, 'noun'), normal)]]);
      for (const text of beginnings(normal)) {
        for (const kind of ['noun', 'verb'] as const) {
          const head = headOf(text, kind);
          if (head.text === normal || !isFormOf(normal, head.stems)) continue;
          // A verbal noun is not a stem again.
          if (kind === 'verb' && text.length > 3 && /[ую]$/u.test(text)) continue;
          const score = worth(head, normal, support(head, normal));
          const citation = kind === 'verb' ? citationOf(text, normal, language) : text;
          if (score > (found.get(citation) ?? -Infinity)) found.set(citation, score);
        }
      }
      for (const text of goalsOf(changing, normal)) {
        if (text === normal || found.has(text)) continue;
        const head = headOf(text, 'noun');
        found.set(text, worth(head, normal, support(head, normal)));
      }
      const capital = !isSmall(form) && attested.get(normal) !== true;
      return [...found]
        .toSorted(([a, one], [b, other]) => other - one || b.length - a.length)
        .map(([text]) => (capital ? capitalised(text, form, attested) : text));
    },
  };
}

/** A headword that was thought of. */
interface Head {
  readonly text: string;
  readonly kind: WordKind;
  readonly stems: readonly Stem[];
  /** Some of its other forms in the text, as many as count; `null` until somebody asks. */
  forms: readonly string[] | null;
  /** It stands in the text itself. */
  readonly stands: boolean;
}

function isFormOf(form: string, stems: readonly Stem[]): boolean {
  return stems.some((stem) => form.startsWith(stem.text) && stem.accepts(form));
}

/** The first of the sorted words that are forms of a headword, without itself: one more than count. */
function formsAmong(sorted: readonly string[], { text, stems }: Head): string[] {
  const forms = new Set<string>();
  for (const stem of stems) {
    for (let at = firstFrom(sorted, stem.text); sorted[at]?.startsWith(stem.text) === true; at++) {
      const form = sorted[at] ?? '';
      if (form === text || !stem.accepts(form)) continue;
      forms.add(form);
      if (forms.size > mostSupport) return [...forms];
    }
  }
  return [...forms];
}

/** Where in sorted words the first stands that is not before `text`. */
function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byUnits(sorted[middle] ?? '', text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By code units, so that words with the same beginning stand together. */
function byUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function worth(head: Head, form: string, support: number): number {
  const { text, kind, stands } = head;
  const gain = Math.max(
    0,
    ...head.stems
      .filter((stem) => form.startsWith(stem.text))
      .flatMap((stem) => stem.readings(form))
      .map(({ suffixes }) => suffixes.reduce((sum, { id }) => sum + (suffixGains[id] ?? otherSuffix), 0)),
  );
  const costs =
    (shortCosts[text.length] ?? 0) + (kind === 'verb' ? verbDoubt : 0) + (!stands && noEnd.test(text) ? noEndCost : 0);
  return Math.min(gain, mostGain) + support + (stands ? standing : 0) - costs;
}

const unvoiced: Readonly<Record<string, string>> = { б: 'п', г: 'к', ғ: 'қ' };

/** What a form may be made from: its beginnings, with what its last sound was before the suffix. */
function* beginnings(form: string): Generator<string> {
  for (let length = form.length - 1; length >= 2; length--) {
    const text = form.slice(0, length);
    yield text;
    const last = unvoiced[text.at(-1) ?? ''];
    if (last !== undefined) yield text.slice(0, -1) + last;
    // A narrow vowel that was lost: халқы, халық.
    if (/[бвгғджзйкқлмнңпрстфхһцчшщ]{2}$/u.test(text)) {
      for (const vowel of 'ыі') yield text.slice(0, -1) + vowel + text.slice(-1);
    }
  }
}

/** A verb as a dictionary has it; the stem where no citation form is known. */
function citationOf(stem: string, form: string, language: Language): string {
  const made = [stem.replace(/[ыі]$/u, '') + 'у', stem.replace(/[йи]$/u, (last) => (last === 'и' ? 'и' : '')) + 'ю'];
  const fits = /[йи]$/u.test(stem) ? made.toReversed() : made;
  return fits.find((headword) => analyse(headword, form, 'verb', language).length > 0) ?? stem;
}

/** A name keeps its capitals: as much of the form as the headword shares with it. */
function capitalised(text: string, form: string, attested: ReadonlyMap<string, boolean>): string {
  if (attested.get(text) === true) return text;
  let same = 0;
  while (same < text.length && form.charAt(same).toLowerCase() === text.charAt(same)) same++;
  return form.slice(0, same) + text.slice(same);
}
