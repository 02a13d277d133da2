/** The lines of a text, whatever ends them; a line end at the very end begins no further line. */
export function linesOf(text: string): string[] {
  const lines = withoutMark(text).split(/\r\n|\n|\r/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The paragraphs of a plain text: parted by empty lines, or a line each where there are none. White space is put together. */
export function paragraphsOf(text: string): string[] {
  const lines = linesOf(text);
  const filled = lines.map((line) => line.trim() !== '');
  const begin = filled.indexOf(true);
  const end = filled.lastIndexOf(true);
  if (begin < 0) return [];
  if (!filled.slice(begin, end + 1).includes(false)) return lines.slice(begin, end + 1).map(tidy);
  const found: string[] = [];
  let open: string[] = [];
  for (const line of [...lines.slice(begin, end + 1), '']) {
    if (line.trim() !== '') open.push(line);
    else if (open.length > 0) {
      found.push(tidy(open.join(' ')));
      open = [];
    }
  }
  return found;
}

function tidy(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
