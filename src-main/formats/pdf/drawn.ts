import type { Picture, Rule } from './page-text.ts';

/** A rule is at least so long and at most so thick; a picture at least so wide and high. Points. */
const leastRule = 30;
const mostThickness = 2;
const leastPicture = 40;
/** Rules and pictures of a page that are looked at: maps are drawn of many thousands of lines. */
const most = 2000;

type Matrix = readonly [number, number, number, number, number, number];

/** What is drawn on a page, beside its text. */
export interface Drawn {
  readonly rules: Rule[];
  readonly pictures: Picture[];
}

/** The codes of the operators that are looked at, by their names in pdf.js. */
export interface OperatorCodes {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
}

/**
 * The rules and pictures of a page, from the operators that draw it. Pictures are never decoded (`maxImageSize`), which leaves of
 * each the square that it was to be fitted in: a transformation between `save` and `restore`, and nothing drawn in it.
 */
export function drawnOn(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  codes: OperatorCodes,
  viewport: readonly number[],
  multiply: (a: readonly number[], b: readonly number[]) => number[],
): Drawn {
  const drawn: Drawn = { rules: [], pictures: [] };
  const saved: number[][] = [];
  let matrix = [...viewport];
  /** Where the last thing was drawn, and where the last transformation was. */
  let [painted, transformed] = [-1, -1];
  operators.fnArray.forEach((code, at) => {
    if (drawn.rules.length + drawn.pictures.length > most) return;
    const args = operators.argsArray[at];
    if (code === codes.save) saved.push(matrix);
    else if (code === codes.restore || code === codes.paintFormXObjectEnd) {
      if (code === codes.restore && transformed > painted && at - transformed <= 2) addPicture(matrix, drawn);
      matrix = saved.pop() ?? matrix;
      painted = at;
    } else if (code === codes.transform) {
      matrix = multiply(matrix, numbers(args));
      transformed = at;
    } else if (code === codes.paintFormXObjectBegin) {
      saved.push(matrix);
      const inner = Array.isArray(args) ? numbers(args[0]) : [];
      if (inner.length === 6) matrix = multiply(matrix, inner);
      painted = at;
    } else if (code === codes.constructPath) {
      addRule(Array.isArray(args) ? numbers(args[2]) : [], matrix, drawn);
      painted = at;
    } else painted = at;
  });
  return drawn;
}

/** Numbers of an array of any kind; pdf.js has plain and typed ones. */
function numbers(value: unknown): number[] {
  const list = ArrayBuffer.isView(value) ? Object.values(value) : value;
  return Array.isArray(list)
    ? list.filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
    : [];
}

function addRule(box: readonly number[], matrix: readonly number[], { rules }: Drawn): void {
  const [left, top, right, bottom] = boxOf(box, matrix);
  if (right - left >= leastRule && bottom - top <= mostThickness) rules.push({ x: left, end: right, y: bottom });
}

function addPicture(matrix: readonly number[], { pictures }: Drawn): void {
  const [left, top, right, bottom] = boxOf([0, 0, 1, 1], matrix);
  if (right - left < leastPicture || bottom - top < leastPicture) return;
  pictures.push({ x: left, end: right, y: bottom, height: bottom - top });
}

/** A box of two corners where it is drawn: left, top, right, bottom. */
function boxOf(
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[],
  matrix: readonly number[],
): readonly [number, number, number, number] {
  const [a, b, c, d, e, f] = matrix as Matrix;
  const at = (x: number, y: number): [number, number] => [a * x + c * y + e, b * x + d * y + f];
  const [[p, q], [r, s]] = [at(x0, y0), at(x1, y1)];
  return [Math.min(p, r), Math.min(q, s), Math.max(p, r), Math.max(q, s)];
}
