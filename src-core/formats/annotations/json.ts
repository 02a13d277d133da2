import { FormatError } from '../format-error.ts';

/** Lists and objects inside each other that a file of annotations may have. */
const mostDepth = 64;

/**
 * The value that a JSON file of unknown origin holds.
 *
 * @throws FormatError damaged for what is no JSON or names `__proto__`; too-large when it is nested too deep
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError('too-large', 'it is nested too deep');
    throw new FormatError('damaged', error instanceof Error ? error.message.slice(0, 200) : 'it is no JSON');
  }
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostDepth) throw new FormatError('too-large', `it is nested more than ${String(mostDepth)} deep`);
    level = level.flatMap(insideOf);
  }
  return value;
}

function insideOf(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Object.hasOwn(value, '__proto__')) throw new FormatError('damaged', 'a field of it is called __proto__');
  return Object.values(value).filter((inner) => typeof inner === 'object' && inner !== null);
}
