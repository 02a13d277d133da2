/** What may stand before the root of an XML file: an instruction, a comment, a definition of the document's type. */
const prolog: readonly (readonly [begin: RegExp, end: '?>' | '-->' | '>'])[] = [
  [/<\?/uy, '?>'],
  [/<!--/uy, '-->'],
  [/<!DOCTYPE/iuy, '>'],
];
const white = /[\s\uFEFF]*/uy;
const element = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/uy;

/**
 * The name of the root element of an XML file, without its prefix, from its beginning; `null` for what is no XML. It goes through
 * the text once: one pattern for all that may stand before the root took minutes for a file made of `<!DOCTYPE`.
 */
export function rootElement(beginning: string): string | null {
  let at = pastOf(white, beginning, 0);
  for (let next = pastProlog(beginning, at); next !== null; next = pastProlog(beginning, at)) {
    at = pastOf(white, beginning, next);
  }
  element.lastIndex = at;
  return element.exec(beginning)?.[1] ?? null;
}

/** Where a part of the prolog ends that begins at a place; `null` where none does. */
function pastProlog(text: string, at: number): number | null {
  for (const [begin, end] of prolog) {
    const inner = pastOf(begin, text, at);
    if (inner === at) continue;
    const close = end === '>' ? endOfType(text, inner) : text.indexOf(end, inner);
    return close < 0 ? null : close + end.length;
  }
  return null;
}

/** Where a definition of the document's type closes, which may have others in brackets; -1 where it does not. */
function endOfType(text: string, from: number): number {
  const bracket = text.indexOf('[', from);
  const close = text.indexOf('>', from);
  if (bracket < 0 || close < bracket) return close;
  const end = text.indexOf(']', bracket);
  return end < 0 ? -1 : text.indexOf('>', end);
}

/** Where what a pattern finds at a place ends; the place itself where it finds nothing. */
function pastOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
