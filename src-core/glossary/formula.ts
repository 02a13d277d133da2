/** Signs by which a spreadsheet takes a cell for a formula, those of East Asian keyboards as well; a negative number is none. */
const formula = /^\s*(?:[=+@＝＋－＠]|-(?!\d+(?:[.,]\d+)?$))/u;

/** A cell that a spreadsheet takes for text, whatever stands in it: what would be a formula has an apostrophe before it. */
export function asText(cell: string): string {
  return isGuarded(cell) ? `'${cell}` : cell;
}

/** The cell that `asText` was given. */
export function fromText(cell: string): string {
  return cell.startsWith("'") && isGuarded(cell.slice(1)) ? cell.slice(1) : cell;
}

/** A formula, and what looks as if it were guarded already. */
function isGuarded(cell: string): boolean {
  return formula.test(cell.replace(/^'+/u, ''));
}
