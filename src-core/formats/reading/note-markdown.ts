import { printable } from '../printable.ts';

/**
 * The body of a note, which is Markdown already, as a part of a document: its headings are below the document's own, and what
 * looks like HTML is text, as it is in Egiz. Code stays as it is.
 */
export function noteMarkdown(body: string): string {
  return printable(body)
    .trim()
    .replace(/^(#{1,6})(?=[ \t])/gmu, (signs) => '#'.repeat(Math.min(signs.length + 2, 6)))
    .replace(/(`+)[\s\S]*?\1|<(?=[a-z/!?])(?!https?:)/giu, (found) => (found === '<' ? String.raw`\<` : found));
}
