import type { Target } from '#core/records/annotation.ts';
import type { LocalisedText } from '#core/records/record.ts';
import type { CardSubject } from '#core/records/review.ts';
import type { Beside } from '#core/review/beside.ts';
import type { Candidate } from '#core/review/make.ts';
import type { TextRange } from '#core/text/range.ts';

/** The sentence in which a card's subject stands. */
export interface CardSentence {
  work: string;
  titles: LocalisedText;
  /** Of the section, where it stands in one that has a title. */
  section: LocalisedText | null;
  edition: string;
  /** BCP 47 tag. */
  language: string;
  /** Where the subject stands, to be jumped to: UTF-16 code units of the paragraph. */
  place: Pick<Target, 'paragraph' | 'start' | 'end'>;
  text: string;
  /** Where the subject stands in `text`. */
  form: TextRange;
  beside: Beside | null;
}

/** `POST /api/review/contents`: what the cards of a subject show besides the glossary's entry, in the order asked for. */
export interface CardContent {
  subject: CardSubject;
  /** The term or the highlight is no longer there. */
  gone: boolean;
  sentence: CardSentence | null;
  /** Of a highlight: its note, Markdown. */
  note: string;
}

/** `POST /api/review/candidates`: what cards can be made of, in the order of the text. */
export interface CardCandidate extends Candidate {
  /** The headword, or the words that are highlighted. */
  label: string;
  /** Of a highlight. */
  colour: string | null;
  tags: string[];
}
