/** A field of a protobuf message: its number, and its value. Numbers are varints; `{ float }` has 32 bits. */
export type ProtoField = readonly [number: number, value: number | string | boolean | Uint8Array | { float: number }];

/**
 * A message of Protocol Buffers, as much of it as Anki's need. A value of 0, false or '' is left out, as version 3 does.
 * Several fields with one number are a list.
 */
export function message(fields: readonly ProtoField[]): Uint8Array {
  const parts = fields.flatMap(([number, value]): Uint8Array[] => {
    if (value === 0 || value === false || value === '') return [];
    if (typeof value === 'number') return [varint(number << 3), varint(value)];
    if (value === true) return [varint(number << 3), varint(1)];
    if (typeof value === 'object' && 'float' in value) {
      const bytes = Buffer.alloc(4);
      bytes.writeFloatLE(value.float);
      return [varint((number << 3) | 5), bytes];
    }
    const bytes = typeof value === 'string' ? Buffer.from(value) : value;
    return [varint((number << 3) | 2), varint(bytes.length), bytes];
  });
  return Buffer.concat(parts);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}

/** Most bytes of a varint. */
const longestVarint = 10;

/**
 * The first number with `field` in a message; 0 where it has none, as version 3 means it. `null` where the bytes are no
 * message.
 */
export function numberIn(bytes: Uint8Array, field: number): number | null {
  let at = 0;
  const read = (): number | null => {
    let value = 0;
    for (let place = 0; place < longestVarint; place++) {
      const byte = bytes[at];
      if (byte === undefined) return null;
      at += 1;
      value += (byte & 0x7f) * 2 ** (7 * place);
      if (byte < 0x80) return value;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = read();
    if (key === null) return null;
    const kind = key % 8;
    if (kind === 0) {
      const value = read();
      if (value === null || Math.floor(key / 8) === field) return value;
    } else if (kind === 1) at += 8;
    else if (kind === 5) at += 4;
    else if (kind === 2) {
      const length = read();
      if (length === null) return null;
      at += length;
    } else return null;
  }
  return at === bytes.length ? 0 : null;
}
