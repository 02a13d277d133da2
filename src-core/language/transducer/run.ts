import { readAnalysis, spellAnalysis, type Analysis } from './analysis.ts';
import { epsilon, type Transducer } from './transducer.ts';

/** Arcs that are tried for a form, and analyses that are kept. */
const mostSteps = 200_000;
const mostAnalyses = 64;
/** Arcs that read nothing, one behind the other. */
const longestSilence = 64;
/** Code units of the longest form. */
const longestForm = 200;

/**
 * The analyses of a form, the likeliest first by their weights; of a form that is unknown as written, those of it in small letters.
 * Ends also where the transducer's arcs go in circles without reading anything.
 */
export function analyses(transducer: Transducer, form: string, lower: (text: string) => string): Analysis[] {
  const composed = form.normalize('NFC');
  const own = run(transducer, composed);
  const small = lower(composed);
  return own.length > 0 || small === composed ? own : run(transducer, small);
}

/** A place in the search. */
interface Step {
  state: number;
  at: number;
  /** Arcs since the last that read something. */
  silence: number;
  weight: number;
  written: Written | null;
  flags: Flags | null;
}

/** What was written so far, from the end. */
interface Written {
  symbol: number;
  before: Written | null;
}

/** Values of flags, from the latest. */
interface Flags {
  name: string;
  /** Begins with `!` where it is any but this. */
  value: string;
  before: Flags | null;
}

function run(transducer: Transducer, form: string): Analysis[] {
  if (form.length > longestForm) return [];
  const { firstArc, targets, inputs, outputs, weights, finals, finalWeights, symbols, starts } = transducer;
  const found = new Map<string, { analysis: Analysis; weight: number }>();
  const start = { at: 0, silence: 0, weight: 0, written: null, flags: null };
  const waiting: Step[] = Array.from(starts, (state) => ({ state, ...start }));
  let steps = 0;
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    const { state, at, silence, weight, written, flags } = step;
    if (at === form.length && finals[state] === 1) {
      const analysis = readAnalysis(spell(written, symbols));
      const total = weight + (finalWeights[state] ?? 0);
      const key = analysis === null ? '' : spellAnalysis(analysis);
      if (analysis !== null && total < (found.get(key)?.weight ?? Number.POSITIVE_INFINITY)) {
        found.set(key, { analysis, weight: total });
      }
      if (found.size >= mostAnalyses) break;
    }
    // Backwards, so that the first arc is followed first.
    for (let arc = (firstArc[state + 1] ?? 0) - 1; arc >= (firstArc[state] ?? 0); arc--) {
      if (++steps > mostSteps) break;
      const symbol = symbols[inputs[arc] ?? epsilon] ?? '';
      const flag = symbol.startsWith('@') ? readFlag(symbol) : null;
      const passed = flag === null ? flags : passFlag(flag, flags);
      if (passed === false) continue;
      const silent = symbol === '' || flag !== null;
      if (silent ? silence >= longestSilence : !form.startsWith(symbol, at)) continue;
      const output = flag === null ? (outputs[arc] ?? epsilon) : epsilon;
      waiting.push({
        state: targets[arc] ?? 0,
        at: silent ? at : at + symbol.length,
        silence: silent ? silence + 1 : 0,
        weight: weight + (weights[arc] ?? 0),
        written: output === epsilon ? written : { symbol: output, before: written },
        flags: passed,
      });
    }
    if (steps > mostSteps) break;
  }
  return [...found.values()].toSorted((a, b) => a.weight - b.weight).map(({ analysis }) => analysis);
}

function spell(last: Written | null, symbols: readonly string[]): string {
  const parts: string[] = [];
  for (let one = last; one !== null; one = one.before) {
    const symbol = symbols[one.symbol] ?? '';
    if (!symbol.startsWith('@') || readFlag(symbol) === null) parts.push(symbol);
  }
  return parts.toReversed().join('');
}

/** A flag diacritic (Beesley and Karttunen): an arc that reads nothing and may be passed by its condition only. */
interface Flag {
  operation: string;
  name: string;
  value: string;
}

function readFlag(symbol: string): Flag | null {
  const [, operation = '', name = '', value = ''] = /^@([PNRDCU])\.([^.@]+)(?:\.([^@]+))?@$/u.exec(symbol) ?? [];
  return operation === '' ? null : { operation, name, value };
}

/** The flags behind an arc; `false` where it may not be passed. */
function passFlag({ operation, name, value }: Flag, flags: Flags | null): Flags | null | false {
  let now: string | null = null;
  for (let one = flags; one !== null && now === null; one = one.before) if (one.name === name) now = one.value;
  const isSet = now !== null && now !== '';
  const matches = isSet && (value === '' || now === value || (now?.startsWith('!') === true && now !== `!${value}`));
  switch (operation) {
    case 'P':
      return { name, value, before: flags };
    case 'N':
      return { name, value: `!${value}`, before: flags };
    case 'C':
      return { name, value: '', before: flags };
    case 'R':
      return matches ? flags : false;
    case 'D':
      return matches ? false : flags;
    default:
      return isSet && !matches ? false : { name, value, before: flags };
  }
}
