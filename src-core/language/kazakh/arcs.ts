import { transitions, type State } from './morphotactics.ts';
import { finalOf, lastHarmony, type Context, type Final, type Harmony } from './sounds.ts';
import { spell } from './suffixes.ts';

/** A suffix in the form that it has in one context, and what it leads to. */
export interface Arc {
  readonly suffix: string;
  readonly letters: string;
  readonly to: State;
  readonly context: Context;
}

type Arcs = ReadonlyMap<string, readonly Arc[]>;

const none: readonly Arc[] = [];

const allHarmonies: readonly Harmony[] = ['back', 'front'];
const allFinals: readonly Final[] = ['vowel', 'glide', 'lateral', 'nasal', 'sibilant', 'voiceless'];

/** Every context in which a suffix is spelled out once, before the first word is read. */
const contexts: readonly NonNullable<Context>[] = allHarmonies.flatMap((harmony) =>
  allFinals.map((final) => ({ harmony, final })),
);

/** By state and context, then by the first letter of the suffix. */
const compiled = new Map<State, Map<Context, Arcs>>();

/** The context of a stem. Equal contexts are the same object, so that they can be looked up. */
export function contextOf(harmony: Harmony, final: Final): NonNullable<Context> {
  const found = contexts.find((one) => one.harmony === harmony && one.final === final);
  if (found === undefined) throw new Error(`no context ${harmony} ${final}`);
  return found;
}

/** The suffixes that may follow in a state and begin with `letter`. */
export function arcsFrom(state: State, context: Context, letter: string): readonly Arc[] {
  return arcsOf(state, context).get(letter) ?? none;
}

/** All suffixes that may follow in a state. */
export function allArcsFrom(state: State, context: Context): readonly Arc[] {
  return [...arcsOf(state, context).values()].flat();
}

function arcsOf(state: State, context: Context): Arcs {
  const byContext = compiled.get(state) ?? new Map<Context, Arcs>();
  let arcs = byContext.get(context);
  if (arcs === undefined) {
    arcs = compile(state, context === null ? contexts : [context]);
    byContext.set(context, arcs);
    compiled.set(state, byContext);
  }
  return arcs;
}

function compile(state: State, from: readonly NonNullable<Context>[]): Arcs {
  const arcs = new Map<string, Arc[]>();
  const seen = new Set<string>();
  for (const context of from) {
    for (const [suffix, pattern, to] of transitions[state]) {
      const letters = spell(pattern, context);
      const key = `${suffix} ${letters}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const first = letters.charAt(0);
      const others = arcs.get(first) ?? [];
      others.push({ suffix, letters, to, context: contextAfter(letters, context) });
      arcs.set(first, others);
    }
  }
  return arcs;
}

/** A suffix without a vowel of its own leaves the harmony as it was. */
function contextAfter(letters: string, before: NonNullable<Context>): Context {
  const final = finalOf(letters);
  if (final === null) throw new Error(`the suffix ${letters} ends in no Kazakh letter`);
  return contextOf(lastHarmony(letters) ?? before.harmony, final);
}
