/** A quote and where it stands. */
export interface Quoted {
  /** By paragraph. */
  quotes: readonly string[];
  /** BCP 47 tag of the quoted edition. */
  language: string;
  edition: string;
  section: string | null;
  /** Numbers of the first and last paragraph, from 1. */
  paragraphs: readonly [first: number, last: number] | null;
}

/** What a reference says in the reader's own language. */
export interface ReferenceWords {
  /** `¶ 3` or `¶ 3–4`. */
  paragraphs: (first: number, last: number) => string;
}

const marks: Readonly<Record<string, readonly [string, string]>> = {
  kk: ['«', '»'],
  ru: ['«', '»'],
  fr: ['« ', ' »'],
  de: ['„', '“'],
};

/** The quotes with where they are from, as plain text; where two editions are quoted, one below the other. */
export function reference(work: string, parts: readonly Quoted[], words: ReferenceWords): string {
  return parts.map((part) => single(work, part, words)).join('\n\n');
}

function single(
  work: string,
  { quotes, language, edition, section, paragraphs }: Quoted,
  words: ReferenceWords,
): string {
  const [open, close] = marks[language.split('-', 1)[0] ?? ''] ?? ['“', '”'];
  const quote = quotes.map((text) => text.trim()).join('\n');
  const source = [
    work,
    edition === work ? null : edition,
    section,
    paragraphs === null ? null : words.paragraphs(...paragraphs),
  ];
  return `${open}${quote}${close}\n— ${source.filter((part) => part !== null && part !== '').join(', ')}`;
}
