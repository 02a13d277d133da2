import type { TextRange } from '#core/text/range.ts';

/** A part of a sentence; `asked` is the part that a card asks for. */
export interface SentencePart {
  text: string;
  asked: boolean;
}

/** A sentence cut around what a card asks for; no part is empty. The range is in UTF-16 code units of the sentence. */
export function sentenceParts(sentence: string, [start, end]: TextRange): SentencePart[] {
  return [
    { text: sentence.slice(0, start), asked: false },
    { text: sentence.slice(start, end), asked: true },
    { text: sentence.slice(end), asked: false },
  ].filter(({ text }) => text !== '');
}

/** What stands in a gap before it is filled: nothing, or the first letter of the form, whole with its accents. */
export function gapHint(form: string, firstLetter: boolean): string {
  if (!firstLetter) return '';
  return /^\P{M}\p{M}*/u.exec(form)?.[0] ?? '';
}
