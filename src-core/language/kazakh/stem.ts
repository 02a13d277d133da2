import type { Reading, Stem, Suffix, WordKind } from '../inflection.ts';
import { arcsFrom } from './arcs.ts';
import { mayEnd, type State } from './morphotactics.ts';
import type { Context } from './sounds.ts';

/** A beginning of forms: letters, and where in the order of suffixes they lead. */
export interface StemStart {
  /** The letters as they stand in the form: `кітаб`. */
  readonly text: string;
  /** The stem as a dictionary has it: `кітап`. */
  readonly stem: string;
  readonly kind: WordKind;
  readonly state: State;
  readonly context: Context;
  /** Suffixes that the letters hold already. */
  readonly taken?: readonly Suffix[];
  /** First letters that the next suffix must not have: `кітап` goes on before consonants only. */
  readonly refuses?: string;
  /** Whether the letters are a form as they are; otherwise a suffix must follow. */
  readonly whole?: boolean;
}

const nothing: readonly Suffix[] = [];

/** The stem that begins so. */
export function makeStem(start: StemStart): Stem {
  const { text, stem, kind, state, context, taken = nothing, refuses = '', whole = false } = start;
  return {
    text,
    accepts: (form) => {
      if (form.length === text.length) return whole;
      return !refuses.includes(form.charAt(text.length)) && continues(form, text.length, state, context);
    },
    readings: (form) => {
      if (form.length === text.length) return whole ? [{ kind, stem, suffixes: taken }] : [];
      if (refuses.includes(form.charAt(text.length))) return [];
      const found: Reading[] = [];
      collect(form, text.length, state, context, taken, (suffixes) => found.push({ kind, stem, suffixes }));
      return found;
    },
  };
}

/** Whether the rest of `form` from `at` is a legal chain of suffixes. */
function continues(form: string, at: number, state: State, context: Context): boolean {
  if (at === form.length) return mayEnd(state);
  for (const { letters, to, context: after } of arcsFrom(state, context, form.charAt(at))) {
    if (form.startsWith(letters, at) && continues(form, at + letters.length, to, after)) return true;
  }
  return false;
}

function collect(
  form: string,
  at: number,
  state: State,
  context: Context,
  taken: readonly Suffix[],
  found: (suffixes: readonly Suffix[]) => void,
): void {
  if (at === form.length) {
    if (mayEnd(state)) found(taken);
    return;
  }
  for (const { suffix, letters, to, context: after } of arcsFrom(state, context, form.charAt(at))) {
    if (!form.startsWith(letters, at)) continue;
    collect(form, at + letters.length, to, after, [...taken, { id: suffix, letters }], found);
  }
}
