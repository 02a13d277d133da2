import { beginsItem } from './list-items.ts';
import { isIndented } from './measures.ts';
import type { Line } from './page-text.ts';
import { endsSentence, type Made } from './paragraphs.ts';

/** In verse so many of the lines begin anew though there was room. */
const mostlyBroken = 0.5;

/**
 * Tells what the paragraphs are that begin lines anew: verse, where most of their lines do; else they are several paragraphs. What
 * stands apart from the edge with all its lines is a quote.
 */
export function withKinds(made: readonly Made[]): Made[] {
  return made.flatMap((one): Made[] => {
    if (one.kind !== 'text') return [one];
    const isVerse = isVerseLike(one);
    if (isVerse) return [{ ...one, kind: 'verse' }];
    return parts(one).map((part) => ({ ...part, kind: isQuote(part) ? 'quote' : 'text' }));
  });
}

function isVerseLike({ lines, broken }: Made): boolean {
  const [first] = lines;
  if (first === undefined || broken.size === 0 || beginsItem(first) || first.element?.role === 'item') return false;
  if (broken.size < (lines.length - 1) * mostlyBroken) return false;
  // Talk, line by line.
  return !(lines.length < 4 && lines.slice(0, -1).every((line) => endsSentence(line) && !/[,;:]$/u.test(line.text)));
}

function parts(one: Made): Made[] {
  if (one.broken.size === 0) return [one];
  const found: Made[] = [];
  let from = 0;
  for (const to of [...one.broken, one.lines.length]) {
    found.push({ ...one, lines: one.lines.slice(from, to), broken: new Set() });
    from = to;
  }
  return found;
}

function isQuote({ lines }: Made): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  if (first.element !== null) {
    return first.element.role === 'quote' || (first.element.role === 'paragraph' && isApart(lines));
  }
  return isApart(lines);
}

/** Two or more lines that all stand further in than their column begins. */
function isApart(lines: readonly Line[]): boolean {
  const [first] = lines;
  if (lines.length < 2 || first === undefined || beginsItem(first)) return false;
  const rest = lines.slice(1);
  const [second] = rest;
  const isEven = rest.every(
    (line) =>
      isIndented(line) && (line.page !== second?.page || line.part !== second.part || Math.abs(line.x - second.x) < 1),
  );
  return isIndented(first) && isEven;
}
