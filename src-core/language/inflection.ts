/** What kind of word a headword is: any nominal (noun, name, adjective, numeral, pronoun), or a verb. */
export type WordKind = 'noun' | 'verb';

/** A suffix as it stands in a word: its id (see suffix-names.ts), and its letters there. */
export interface Suffix {
  readonly id: string;
  readonly letters: string;
}

/** One way in which a form is made from a headword. */
export interface Reading {
  readonly kind: WordKind;
  /** The stem as a dictionary has it, in small letters: `кітап` in кітабы. */
  readonly stem: string;
  /** In the order of the word; none where the form is the stem itself. */
  readonly suffixes: readonly Suffix[];
}

/** A beginning of forms of a word, made ready to ask. Its words are in normal form (see `Inflection.normal`). */
export interface Stem {
  /** What a form must begin with. */
  readonly text: string;
  /** Whether `form`, which begins with `text`, is a form of the word. */
  accepts: (form: string) => boolean;
  /** The readings of `form`, which begins with `text`, in no order. */
  readings: (form: string) => Reading[];
}

/** How the words of a language are inflected. */
export interface Inflection {
  /** A word in the shape in which words are compared: small letters, composed, no soft hyphens or stress marks. */
  normal: (word: string) => string;
  /**
   * The beginnings of all forms of a word of a headword.
   *
   * @param kind `null` where nobody said; then both are tried
   * @param phrase whether the word stands in a headword of several words, where it may have a possessive already
   */
  stems: (word: string, kind: WordKind | null, phrase: boolean) => readonly Stem[];
  /** What a headword is by its looks, where nobody said: `null` for one that may be either. */
  likelyKind: (word: string) => WordKind | null;
}
