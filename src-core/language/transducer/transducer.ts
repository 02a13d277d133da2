/** Symbols that stand for no letter. */
export const epsilon = 0;

/**
 * A finite-state transducer from surface forms to lexical forms, in arrays: a real analyser of Kazakh has about a million arcs, which
 * would not do as objects. The arcs of state `s` are those from `firstArc[s]` to `firstArc[s + 1]`.
 */
export interface Transducer {
  /** Symbols by their number; 0 is the empty one. */
  readonly symbols: readonly string[];
  readonly firstArc: Uint32Array;
  /** By arc: the state it leads to, the symbol it reads, the symbol it writes. */
  readonly targets: Uint32Array;
  readonly inputs: Uint16Array;
  readonly outputs: Uint16Array;
  /** By arc and by state; empty where nothing weighs anything. Less is likelier. */
  readonly weights: Float32Array;
  /** 1 by state where a form may end. */
  readonly finals: Uint8Array;
  readonly finalWeights: Float32Array;
  /** Where forms begin: a file may hold several transducers, one behind the other. */
  readonly starts: Uint32Array;
}

/** The number of a transducer's arcs. */
export function arcCount({ targets }: Transducer): number {
  return targets.length;
}

const magic = 'EgizFST1';
const lists = ['firstArc', 'targets', 'weights', 'finalWeights', 'starts', 'inputs', 'outputs', 'finals'] as const;

/** A transducer as bytes, little-endian: a header of lengths, the lists by the size of their items, then the symbols as JSON. */
export function writeTransducer(transducer: Transducer): Uint8Array[] {
  const symbols = toBytes(JSON.stringify(transducer.symbols));
  const header = new Uint32Array([...lists.map((name) => transducer[name].length), symbols.length]);
  const bytes = [toBytes(magic), bytesOf(header), ...lists.map((name) => bytesOf(transducer[name])), symbols];
  return bytes;
}

/** Reads what `writeTransducer` wrote; `null` for anything else. */
export function readTransducer(bytes: ArrayBuffer): Transducer | null {
  const view = new Uint8Array(bytes);
  if (view.length < 8 + 36 || fromBytes(view.subarray(0, 8)) !== magic) return null;
  const lengths = new Uint32Array(bytes, 8, 9);
  const [firstArc = 0, targets = 0, weights = 0, finalWeights = 0, starts = 0, inputs = 0, outputs = 0, finals = 0] =
    lengths;
  const symbolBytes = lengths[8] ?? 0;
  const words = firstArc + targets + weights + finalWeights + starts;
  if (44 + words * 4 + (inputs + outputs) * 2 + finals + symbolBytes !== view.length) return null;
  let at = 44;
  const take = (size: number): number => {
    const from = at;
    at += size;
    return from;
  };
  const found = {
    firstArc: new Uint32Array(bytes, take(firstArc * 4), firstArc),
    targets: new Uint32Array(bytes, take(targets * 4), targets),
    weights: new Float32Array(bytes, take(weights * 4), weights),
    finalWeights: new Float32Array(bytes, take(finalWeights * 4), finalWeights),
    starts: new Uint32Array(bytes, take(starts * 4), starts),
    inputs: new Uint16Array(bytes, take(inputs * 2), inputs),
    outputs: new Uint16Array(bytes, take(outputs * 2), outputs),
    finals: new Uint8Array(bytes, take(finals), finals),
  };
  const symbols: unknown = JSON.parse(fromBytes(view.subarray(at)));
  if (!Array.isArray(symbols) || !symbols.every((one) => typeof one === 'string')) return null;
  return { ...found, symbols };
}

function bytesOf(list: Uint32Array | Float32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
}

/** Text as UTF-16 would be simpler to cut, but half of it are zero bytes; symbols are escaped to ASCII instead. */
function toBytes(text: string): Uint8Array {
  const ascii = text.replace(/[^\0-\x7F]/gu, (letter) =>
    Array.from({ length: letter.length }, (_, at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, '0')}`).join(
      '',
    ),
  );
  return Uint8Array.from(ascii, (letter) => letter.charCodeAt(0));
}

function fromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
