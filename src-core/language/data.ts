/** What the rules of order and of sentences need to know about a language. */
export interface LanguageData {
  /** Which alphabet comes first in lists. */
  readonly script: 'cyrillic' | 'latin';
  /** Letters that differ from another only where nothing else does: `ё` from `е` in Russian. */
  readonly variants: Readonly<Record<string, string>>;
  /** `I` and `ı`, `İ` and `i` are pairs. */
  readonly dotlessI: boolean;
  readonly abbreviations: Abbreviations;
  /** Small letters that are words by themselves and can end a sentence, so that a period behind them says nothing. */
  readonly letterWords: string;
}

/**
 * Abbreviations in small letters, without the last period (`т.б`), separated by spaces. A single small letter is always one and
 * need not be listed where it never ends a sentence.
 */
export interface Abbreviations {
  /** Never the end of a sentence. */
  readonly inside: string;
  /** The end of a sentence when a capital follows. */
  readonly last: string;
  /** After a number, the end of a sentence when a capital follows; elsewhere never. */
  readonly lastAfterNumber: string;
  /** Not the end before a number (`No. 5`); elsewhere a word like any other. */
  readonly beforeNumber: string;
  /** Initials of a name that have more than one letter: `kh`. */
  readonly initials: string;
}
