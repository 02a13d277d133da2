/** Notes of one type that came from elsewhere, with what its fields are called. */
export interface ForeignType {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly string[];
  readonly notes: readonly ForeignNote[];
}

/** A note that came from elsewhere. */
export interface ForeignNote {
  /** `null` where the file has none. */
  readonly guid: string | null;
  /** In the order of the type's fields: text, no HTML. */
  readonly fields: readonly string[];
  readonly tags: readonly string[];
  /** The names of the decks of its cards. */
  readonly decks: readonly string[];
}

/** What a file holds. */
export interface ForeignNotes {
  readonly types: readonly ForeignType[];
  /** Notes left out because they hold too much, or cannot be read. */
  readonly left: number;
}

/** Longest text of a field that is taken, in UTF-16 code units. What is longer is no entry of a glossary. */
export const longestField = 20_000;
