/** Text as programs that show it take it: without control characters, halves of surrogate pairs, and what is no character. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu, '');
}
