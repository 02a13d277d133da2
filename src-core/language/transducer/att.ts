import { epsilon, type Transducer } from './transducer.ts';

/** A line that cannot be read. */
export interface AttProblem {
  line: number;
  detail: string;
}

/** Takes the lines of a transducer in AT&T format. */
export interface AttReader {
  /** @param number of the line in the file, from 1 */
  line: (text: string, number: number) => void;
  arcs: () => number;
  /** What was read; `null` where there is no arc or no final state. */
  end: () => Transducer | null;
}

/** How tools write what stands for no letter: HFST, lttoolbox, foma. */
const empty = new Set(['@0@', 'ε', '@_EPSILON_SYMBOL_@', '<eps>', '__EPSILON__', '']);
const escaped: Readonly<Record<string, string>> = { '@_SPACE_@': ' ', '@_TAB_@': '\t', '@_COLON_@': ':' };
/** Symbols are numbered with 16 bits. */
const mostSymbols = 65_535;
/** Arcs of the greatest transducer that is read; each takes 20 bytes while it is. */
const mostArcs = 30_000_000;

/**
 * Reads a transducer in AT&T format: a line an arc (from, to, input, output and perhaps a weight, tabs between them), or a final
 * state (state and perhaps a weight); `--` parts transducers, each of which begins with state 0 or the state of its first
 * line. Which side is the surface is told by the tags (`<n>`), which stand on the other.
 *
 * @param problem told of lines that are neither
 */
export function attReader(problem: (problem: AttProblem) => void): AttReader {
  const symbols: string[] = [''];
  const numbers = new Map<string, number>();
  /** By part and name; a name has at most ten digits. */
  const states = new Map<number, number>();
  const starts: number[] = [];
  const finals = new Map<number, number>();
  const from = new Growing(Uint32Array);
  const to = new Growing(Uint32Array);
  const input = new Growing(Uint16Array);
  const output = new Growing(Uint16Array);
  const weight = new Growing(Float32Array);
  let part = 0;
  let begun = false;
  let weighted = false;
  let tags = 0;

  const state = (name: string): number => {
    const key = part * 1e10 + Number(name);
    let found = states.get(key);
    if (found === undefined) {
      found = states.size;
      states.set(key, found);
    }
    if (!begun) starts.push(found);
    begun = true;
    return found;
  };
  const symbol = (text: string): number | null => {
    if (empty.has(text)) return epsilon;
    let found = numbers.get(text);
    if (found === undefined) {
      if (symbols.length > mostSymbols || text.length > 100) return null;
      found = symbols.length;
      numbers.set(text, found);
      symbols.push(Object.hasOwn(escaped, text) ? (escaped[text] ?? text) : text);
    }
    return found;
  };
  const arc = (cells: readonly string[], number: number): void => {
    const [source = '', target = '', reads = '', writes = ''] = cells;
    const cost = cells[4] === undefined || cells[4] === '' ? 0 : Number(cells[4]);
    const read = symbol(reads);
    const written = symbol(writes);
    if (!isState(source) || !isState(target) || Number.isNaN(cost) || read === null || written === null) {
      problem({ line: number, detail: cells.join(' ').slice(0, 60) });
      return;
    }
    if (from.length >= mostArcs) {
      problem({ line: number, detail: `more than ${mostArcs} arcs` });
      return;
    }
    from.push(state(source));
    to.push(state(target));
    input.push(read);
    output.push(written);
    weight.push(cost);
    weighted ||= cost !== 0;
    tags += Number(isTag(writes)) - Number(isTag(reads));
  };
  const final = (cells: readonly string[], number: number): void => {
    const [name = '', cost = '0'] = cells;
    if (!isState(name) || Number.isNaN(Number(cost))) problem({ line: number, detail: cells.join(' ').slice(0, 60) });
    else {
      finals.set(state(name), Number(cost));
      weighted ||= Number(cost) !== 0;
    }
  };
  return {
    line: (text, number) => {
      if (text === '') return;
      if (/^--+$/u.test(text)) {
        part++;
        begun = false;
        return;
      }
      const cells = text.split('\t');
      if (cells.length <= 2) final(cells, number);
      else if (cells.length === 4 || cells.length === 5) arc(cells, number);
      else problem({ line: number, detail: text.slice(0, 60) });
    },
    arcs: () => from.length,
    end: () => {
      if (from.length === 0 || finals.size === 0) return null;
      const turned = tags < 0;
      const [reads, writes] = turned ? [output, input] : [input, output];
      const order = byState(from.items(), states.size);
      return {
        symbols,
        firstArc: order.first,
        targets: sorted(to.items(), order.places),
        inputs: sorted(reads.items(), order.places),
        outputs: sorted(writes.items(), order.places),
        weights: weighted ? sorted(weight.items(), order.places) : new Float32Array(0),
        finals: Uint8Array.from({ length: states.size }, (_, at) => Number(finals.has(at))),
        finalWeights: weighted
          ? Float32Array.from({ length: states.size }, (_, at) => finals.get(at) ?? 0)
          : new Float32Array(0),
        starts: Uint32Array.from(starts),
      };
    },
  };
}

function isState(name: string): boolean {
  return /^\d{1,10}$/u.test(name);
}

function isTag(symbol: string): boolean {
  return /^<[^<>]+>$/u.test(symbol) && symbol !== '<eps>';
}

/** Where each state's arcs begin, and where each arc goes to, so that those of a state lie together in their old order. */
function byState(from: Uint32Array, states: number): { first: Uint32Array; places: Uint32Array } {
  const first = new Uint32Array(states + 1);
  for (const state of from) first[state + 1] = (first[state + 1] ?? 0) + 1;
  for (let at = 1; at <= states; at++) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
  const next = first.slice();
  const places = from.map((state) => {
    const place = next[state] ?? 0;
    next[state] = place + 1;
    return place;
  });
  return { first, places };
}

function sorted<List extends Uint32Array | Uint16Array | Float32Array>(list: List, places: Uint32Array): List {
  const ordered = list.slice() as List;
  for (const [at, place] of places.entries()) ordered[place] = list[at] ?? 0;
  return ordered;
}

/** A list of numbers that grows. */
class Growing<List extends Uint32Array | Uint16Array | Float32Array> {
  readonly #make: new (length: number) => List;
  #list: List;
  length = 0;

  constructor(make: new (length: number) => List) {
    this.#make = make;
    this.#list = new make(1024);
  }

  push(value: number): void {
    if (this.length === this.#list.length) {
      const more = new this.#make(this.length * 2);
      more.set(this.#list);
      this.#list = more;
    }
    this.#list[this.length++] = value;
  }

  items(): List {
    return this.#list.subarray(0, this.length) as List;
  }
}
