/** Something in a file of terms that could not be read, or was left out. */
export interface ReadProblem {
  /** Line of the file, from 1. */
  line: number;
  code:
    | 'no-headword-column'
    | 'ignored-column'
    | 'doubled-column'
    | 'missing-headword'
    | 'unknown-category'
    | 'unknown-level'
    | 'bad-language'
    | 'extra-cells'
    | 'unclosed-quote'
    /** The file is XML, but no termbase. */
    | 'not-tbx'
    /** Nothing of the file is read. */
    | 'broken-xml'
    /** Parts of a termbase for which Egiz has no place. */
    | 'left-out';
  /** The offending value. */
  detail: string;
}
