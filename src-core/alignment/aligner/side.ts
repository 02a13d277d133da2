import { kind } from './kinds.ts';
import { keyKinds, type Token } from './tokens.ts';

/** A text made ready to be aligned: what its units contain, as numbers. */
export interface Side {
  readonly units: number;
  /** Code units of each unit, at least 1. */
  readonly lengths: Float64Array;
  /** Types of a unit: `tokens[starts[unit] .. starts[unit + 1]]`, each once. */
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
  /** Units of a type, in order: `places[placeStarts[type] .. placeStarts[type + 1]]`. */
  readonly placeStarts: Int32Array;
  readonly places: Int32Array;
  /** What a type is, by its number. */
  readonly types: readonly Type[];
}

export interface Type {
  readonly key: string;
  /** One of `kind`. */
  readonly kind: number;
  /** The shortest form seen, for likeness across spellings. */
  form: string;
  /** Occurrences with a capital, and all. */
  capitals: number;
  count: number;
  /** Ids of the reader's terms that it is part of somewhere. */
  terms: Set<string> | null;
}

/** Collects what units contain. */
export function makeSide(units: readonly string[], tokensOf: (text: string, unit: number) => readonly Token[]): Side {
  const numbers = new Map<string, number>();
  const types: Type[] = [];
  const lengths = new Float64Array(units.length);
  const starts = new Int32Array(units.length + 1);
  const tokens: number[] = [];
  units.forEach((text, unit) => {
    lengths[unit] = Math.max(1, text.trim().length);
    const seen = new Set<number>();
    for (const token of tokensOf(text, unit)) {
      const type = typeNumber(token, numbers, types);
      if (seen.has(type)) continue;
      seen.add(type);
      tokens.push(type);
    }
    starts[unit + 1] = tokens.length;
  });
  return {
    units: units.length,
    lengths,
    starts,
    tokens: Int32Array.from(tokens),
    types,
    ...index(starts, tokens, types),
  };
}

function typeNumber({ key, form, capital, terms }: Token, numbers: Map<string, number>, types: Type[]): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = types.length;
    numbers.set(key, number);
    types.push({ key, kind: kindOf(key), form, capitals: 0, count: 0, terms: null });
  }
  const type = types[number];
  if (type !== undefined) {
    if (form !== '' && form.length < type.form.length) type.form = form;
    type.count += 1;
    if (capital) type.capitals += 1;
    if (terms !== undefined) type.terms = new Set([...(type.terms ?? []), ...terms]);
  }
  return number;
}

function kindOf(key: string): number {
  switch (key.charAt(0)) {
    case keyKinds.number:
      return kind.number;
    case keyKinds.concept:
      return kind.concept;
    case keyKinds.shape:
      return kind.shape;
    default:
      return kind.word;
  }
}

function index(
  starts: Int32Array,
  tokens: readonly number[],
  types: readonly Type[],
): Pick<Side, 'placeStarts' | 'places'> {
  const placeStarts = new Int32Array(types.length + 1);
  for (const type of tokens) placeStarts[type + 1] = (placeStarts[type + 1] ?? 0) + 1;
  for (let type = 0; type < types.length; type++) {
    placeStarts[type + 1] = (placeStarts[type + 1] ?? 0) + (placeStarts[type] ?? 0);
  }
  const next = placeStarts.slice();
  const places = new Int32Array(tokens.length);
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    for (let at = starts[unit] ?? 0; at < (starts[unit + 1] ?? 0); at++) {
      const type = tokens[at] ?? 0;
      const place = next[type] ?? 0;
      places[place] = unit;
      next[type] = place + 1;
    }
  }
  return { placeStarts, places };
}

/** Units that a type occurs in. */
export function occurrences(side: Side, type: number): number {
  return (side.placeStarts[type + 1] ?? 0) - (side.placeStarts[type] ?? 0);
}
