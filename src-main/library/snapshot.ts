import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { z } from 'zod';
import { readRecord } from '#core/records/read.ts';
import { type AnyRecord, schemaVersion } from '#core/records/schema.ts';
import { checksum, sumLength } from './checksum.ts';
import { fileName } from './paths.ts';

/** A record in a snapshot that cannot be used. */
export interface RecordFault {
  /** Counted from 1. */
  line: number;
  detail: string;
  bytes: Uint8Array;
}

/** What a snapshot holds. */
export interface SnapshotText {
  records: AnyRecord[];
  faults: RecordFault[];
  /** The device that wrote it, or `null` when it does not say. */
  by: string | null;
  /** `true`: as a device wrote it; `false`: changed since, by a person or a broken disk; `null`: without a checksum. */
  intact: boolean | null;
  version: number;
}

/** What stands around the records. They themselves are checked one by one. */
const header = z.object({ egiz: z.number(), by: z.string().optional(), sum: z.string().optional() });
/** Records made into text between two turns of the event loop, so that writing a long work holds nobody up. */
const recordsAtATime = 1000;

/** The file in its folder in which a record stands when a snapshot is written. */
export function fileOf(record: AnyRecord): string {
  switch (record.kind) {
    case 'work':
    case 'edition':
      return 'work.json';
    case 'section':
    case 'paragraph':
      return remembered(`editions ${record.edition}`, () => `editions/${fileName(record.edition)}.json`);
    case 'bead':
      return remembered(`alignments ${record.alignment}`, () => alignmentFile(record.alignment));
    case 'annotation':
    case 'mismatch':
    case 'waiver':
      return 'annotations.json';
    case 'reading':
      return 'reading.json';
    case 'term':
    case 'rejection':
      return 'glossary.json';
    case 'card':
    case 'answer':
      return 'review.json';
    case 'display':
    case 'palette':
    case 'study':
      return 'settings.json';
  }
}

function alignmentFile(alignment: string): string {
  const [source, target, ...more] = alignment.split('~');
  const plain = source !== undefined && target !== undefined && more.length === 0;
  return `alignments/${plain ? `${fileName(source)}~${fileName(target)}` : fileName(alignment)}.json`;
}

const files = new Map<string, string>();
const mostRemembered = 1000;

/** Tens of thousands of records have the same few files. */
function remembered(key: string, make: () => string): string {
  const known = files.get(key);
  if (known !== undefined) return known;
  if (files.size >= mostRemembered) files.clear();
  const made = make();
  files.set(key, made);
  return made;
}

/** The text of a snapshot, in parts: readable JSON, a record a line. */
export async function snapshotText(records: readonly AnyRecord[], device: string): Promise<string[]> {
  const sum = createHash('sha256');
  const body: string[] = [];
  for (let start = 0; start < records.length; start += recordsAtATime) {
    const lines = records.slice(start, start + recordsAtATime).map((record) => JSON.stringify(record));
    const part = `${start === 0 ? '' : ',\n'}${lines.join(',\n')}`;
    sum.update(part);
    body.push(part);
    await breathe();
  }
  const head = { egiz: schemaVersion, by: device, sum: sum.digest('hex').slice(0, sumLength) };
  return [`${JSON.stringify(head).slice(0, -1)},"records":[\n`, ...body, '\n]}\n'];
}

/**
 * Reads a snapshot's bytes. One that is no JSON any more is read line by line, and what is whole is kept; a record that is
 * broken is named in `faults`. The text tells what cannot be used at all: empty, only NUL bytes, something else.
 *
 * @param sum the checksum of `snapshotBody(bytes)`
 */
export function readSnapshot(
  bytes: Buffer,
  sum = checksum(snapshotBody(bytes)),
): SnapshotText | { unreadable: string } {
  if (bytes.length === 0) return { unreadable: 'the file is empty' };
  if (bytes.every((byte) => byte === 0)) return { unreadable: 'the file has only NUL bytes' };
  const read = isUtf8(bytes) ? whole(bytes.toString('utf8')) : null;
  if (read === null) return salvaged(bytes);
  const { egiz, by, sum: written, records } = read;
  const result: SnapshotText = {
    records: [],
    faults: [],
    by: by ?? null,
    intact: written === undefined ? null : written === sum,
    version: egiz,
  };
  records.forEach((value, index) => {
    // The header stands on the first line, the first record on the second.
    take(result, value, index + 2, () => Buffer.from(JSON.stringify(value)));
  });
  return result;
}

function whole(text: string): (z.infer<typeof header> & { records: unknown[] }) | null {
  try {
    const value: unknown = JSON.parse(text);
    const read = header.safeParse(value);
    if (!read.success || typeof value !== 'object' || value === null || !('records' in value)) return null;
    return Array.isArray(value.records) ? { ...read.data, records: value.records } : null;
  } catch {
    return null;
  }
}

/** What the checksum of a snapshot is of: the lines between the first and the last. */
export function snapshotBody<Memory extends ArrayBufferLike>(bytes: Buffer<Memory>): Buffer<Memory> {
  const start = bytes.indexOf('[\n') + 2;
  const end = bytes.lastIndexOf('\n]');
  return start < 2 || end < start ? bytes.subarray(0, 0) : bytes.subarray(start, end);
}

function take(result: SnapshotText, value: unknown, line: number, bytes: () => Uint8Array): void {
  const checked = readRecord(value);
  if ('record' in checked) result.records.push(checked.record);
  else if (result.version <= schemaVersion) result.faults.push({ line, detail: checked.fault, bytes: bytes() });
}

function salvaged(bytes: Buffer): SnapshotText | { unreadable: string } {
  const start = bytes.toString('latin1', 0, 200);
  const result: SnapshotText = {
    records: [],
    faults: [],
    by: /"by":\s*"([a-z0-9]+)"/.exec(start)?.[1] ?? null,
    intact: false,
    version: Number(/"egiz":\s*(\d+)/.exec(start)?.[1] ?? schemaVersion),
  };
  let line = 0;
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(10, at);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.subarray(at, end);
    at = end + 1;
    line += 1;
    const value = isUtf8(text) ? parsed(text.toString('utf8').trim().replace(/,$/, '')) : undefined;
    if (value !== undefined) take(result, value, line, () => text);
    else if (!isFrame(text, line)) result.faults.push({ line, detail: 'the line is not JSON', bytes: text });
  }
  if (result.records.length === 0) return { unreadable: 'the file has no record that is whole' };
  return result;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The first line, the last one and empty ones are no records. */
function isFrame(bytes: Buffer, line: number): boolean {
  const text = bytes.toString('latin1').trim();
  return text === '' || /^\]\s*\}?$/.test(text) || (line === 1 && text.startsWith('{') && text.endsWith('['));
}
