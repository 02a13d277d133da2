/**
 * Markdown without what pandoc adds to it and other readers take for text: attributes (`{#id .class}`), fences of divisions
 * (`:::`), lines of verse (`| `), the colon of definitions. Lines stay lines, so that their numbers stay true.
 */
export function withoutExtensions(text: string): string {
  const lines = text.split('\n');
  let fence: string | null = null;
  return lines
    .map((line, at) => {
      const mark = /^ {0,3}(```|~~~)/u.exec(line)?.[1] ?? null;
      if (mark !== null && (fence === null || fence === mark)) fence = fence === null ? mark : null;
      if (fence !== null || mark !== null) return line;
      if (/^:{3,}(?:\s*\{[^{}]*\}|\s*[\w-]+)?\s*:*\s*$/u.test(line)) return '';
      if (isVerse(line, lines[at - 1], lines[at + 1])) return verseLine(line, lines[at + 1]);
      const defined = /^:[ ]{1,3}(?=\S)/u.exec(line);
      const isDefinition = defined !== null && (lines[at - 1] ?? '').trim() === '';
      return withoutAttributes(isDefinition ? line.slice(defined[0].length) : line);
    })
    .join('\n');
}

/** A line of verse begins with a bar and has no other; those of a table have more, or end in one. */
function isVerse(line: string, before: string | undefined, after: string | undefined): boolean {
  const isLine = (one: string | undefined): boolean => one !== undefined && /^\| [^|]*[^|\s][^|]*$/u.test(one);
  const isRule = (one: string | undefined): boolean => one !== undefined && /^\|?[\s:|-]*-[\s:|-]*$/u.test(one);
  return isLine(line) && !isRule(before) && !isRule(after);
}

function verseLine(line: string, after: string | undefined): string {
  const words = line.slice(2).trimEnd();
  const indent = words.length - words.trimStart().length;
  const goesOn = after !== undefined && /^\| [^|]*[^|\s]/u.test(after);
  return `${'\u00A0'.repeat(Math.min(indent, 20))}${words.trimStart()}${goesOn ? '  ' : ''}`;
}

function withoutAttributes(line: string): string {
  const plain = /^#{1,6}\s/u.test(line) ? line.replace(/\s+\{[#.][^{}]{0,400}\}\s*$/u, '') : line;
  // Brackets with attributes are text with a class or a language.
  return plain.includes(']{') ? plain.replace(/\[([^[\]]{1,2000})\]\{[#.\w][^{}]{0,400}\}/gu, '$1') : plain;
}
