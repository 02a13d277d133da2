import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip archive, each of whose fields can be made to lie. What is left out is as it should be. */
export interface RawEntry {
  name: string | Uint8Array;
  data?: string | Uint8Array;
  /** 0 stored, 8 deflated. */
  method?: number;
  /** The bytes that stand in the archive in place of the packed data. */
  packed?: Uint8Array;
  flags?: number;
  crc?: number;
  size?: number;
  packedSize?: number;
  /** The upper half of the external attributes: a mode of Unix. */
  mode?: number;
  /** What the header before the data says instead. */
  local?: { name?: string; method?: number; flags?: number };
  /** Where the directory says that the header before the data stands. */
  offset?: number;
  /** Sizes and offset stand in a zip64 field. */
  zip64?: boolean;
  extra?: Uint8Array;
}

export interface RawArchive {
  entries?: number;
  zip64?: boolean;
  comment?: string;
}

const utf8 = 0x0800;
const sentinel = 0xffff_ffff;

/** A zip archive written field by field (APPNOTE 4.3), without any of the checks of a library. */
export function rawZip(entries: readonly RawEntry[], archive: RawArchive = {}): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const local = localPart(entry);
    directory.push(central(entry, at));
    parts.push(local);
    at += local.length;
  }
  const central_ = Buffer.concat(directory);
  return Buffer.concat([...parts, central_, end(archive.entries ?? entries.length, central_.length, at, archive)]);
}

function data(entry: RawEntry): Buffer {
  return Buffer.from(entry.data ?? '');
}

function packed(entry: RawEntry): Buffer {
  if (entry.packed !== undefined) return Buffer.from(entry.packed);
  return entry.method === 8 ? deflateRawSync(data(entry)) : data(entry);
}

function nameOf(entry: RawEntry): Buffer {
  return Buffer.from(entry.name);
}

function u16(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, at) => bytes.writeUInt16LE(value, at * 2));
  return bytes;
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => bytes.writeUInt32LE(value, at * 4));
  return bytes;
}

function u64(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, at) => bytes.writeBigUInt64LE(BigInt(value), at * 8));
  return bytes;
}

function sizes(entry: RawEntry): { crc: number; packedSize: number; size: number } {
  return {
    crc: entry.crc ?? crc32(data(entry)),
    packedSize: entry.packedSize ?? packed(entry).length,
    size: entry.size ?? data(entry).length,
  };
}

function localPart(entry: RawEntry): Buffer {
  const { crc, packedSize, size } = sizes(entry);
  const name = entry.local?.name === undefined ? nameOf(entry) : Buffer.from(entry.local.name);
  const flags = entry.local?.flags ?? entry.flags ?? utf8;
  const method = entry.local?.method ?? entry.method ?? 0;
  const shown = entry.zip64 === true ? [sentinel, sentinel] : [packedSize, size];
  return Buffer.concat([
    u32(0x04034b50),
    u16(20, flags, method, 0, 33),
    u32(crc, ...shown),
    u16(name.length, 0),
    name,
    packed(entry),
  ]);
}

function central(entry: RawEntry, at: number): Buffer {
  const { crc, packedSize, size } = sizes(entry);
  const name = nameOf(entry);
  const offset = entry.offset ?? at;
  const wide = entry.zip64 === true;
  const extra = Buffer.concat([
    wide ? Buffer.concat([u16(1, 24), u64(size, packedSize, offset)]) : Buffer.alloc(0),
    entry.extra ?? Buffer.alloc(0),
  ]);
  return Buffer.concat([
    u32(0x02014b50),
    u16((3 << 8) | 20, 20, entry.flags ?? utf8, entry.method ?? 0, 0, 33),
    u32(crc, wide ? sentinel : packedSize, wide ? sentinel : size),
    u16(name.length, extra.length, 0, 0, 0),
    u32(((entry.mode ?? 0) * 0x10000) >>> 0, wide ? sentinel : offset),
    name,
    extra,
  ]);
}

function end(count: number, size: number, at: number, { zip64 = false, comment = '' }: RawArchive): Buffer {
  const text = Buffer.from(comment);
  const wide = zip64
    ? Buffer.concat([
        u32(0x06064b50),
        u64(44),
        u16(45, 45),
        u32(0, 0),
        u64(count, count, size, at),
        u32(0x07064b50, 0),
        u64(at + size),
        u32(1),
      ])
    : Buffer.alloc(0);
  const shown = zip64 ? { count: 0xffff, size: sentinel, at: sentinel } : { count: count & 0xffff, size, at };
  return Buffer.concat([
    wide,
    u32(0x06054b50),
    u16(0, 0, shown.count, shown.count),
    u32(shown.size, shown.at),
    u16(text.length),
    text,
  ]);
}
