import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { readRecord } from '#core/records/read.ts';
import { type AnyRecord, schemaVersion } from '#core/records/schema.ts';
import { checksum, sumLength } from './checksum.ts';

/**
 * A line of a journal: `{"sum":"<checksum of the rest>","egiz":1,"put":[…],"was":[…]}`. `put` has the records as they are
 * from now on, `was` those that they replace where no journal has them.
 */
export interface JournalLine {
  put: AnyRecord[];
  was: AnyRecord[];
}

/** A line that cannot be used, or a record of it. */
export interface LineFault {
  code: 'torn-line' | 'bad-checksum' | 'bad-record';
  /** Counted from 1, from where reading began. */
  line: number;
  detail: string;
  bytes: Uint8Array;
}

/** What a journal, or the part of it that was asked for, holds. */
export interface JournalText {
  lines: JournalLine[];
  faults: LineFault[];
  /** Bytes up to the end of the last whole line, from where reading began. */
  whole: number;
  /** The greatest version of a line that this program is too old for, or `null`. */
  newer: number | null;
}

const head = '{"sum":"';
const headLength = head.length + sumLength + '",'.length;
const lineShape = z.object({
  egiz: z.number(),
  put: z.array(z.unknown()),
  was: z.array(z.unknown()).default([]),
});
const newline = 10;

/** A line with its line end. */
export function journalLine({ put, was }: JournalLine): string {
  const rest = `"egiz":${String(schemaVersion)},"put":${JSON.stringify(put)}${was.length === 0 ? '' : `,"was":${JSON.stringify(was)}`}}`;
  return `${head}${checksum(rest)}",${rest}\n`;
}

/**
 * Reads a journal's bytes. A line that is broken is named in `faults`, the others count. The last line counts without its
 * line end if it is whole otherwise; else it is torn: the process that wrote it died, or a synchroniser is still at it.
 *
 * @param wanted lines without any of these texts are passed over unread
 */
export function readJournal(bytes: Buffer, wanted: readonly string[] = []): JournalText {
  const result: JournalText = { lines: [], faults: [], whole: 0, newer: null };
  for (let start = 0, line = 1; start < bytes.length; line += 1) {
    const found = bytes.indexOf(newline, start);
    const end = found === -1 ? bytes.length : found;
    const text = bytes.subarray(start, end);
    start = end + 1;
    const read =
      text.length === 0 || (wanted.length > 0 && !wanted.some((part) => text.includes(part))) ? null : one(text);
    if (read !== null && 'detail' in read) {
      result.faults.push({ code: found === -1 ? 'torn-line' : 'bad-checksum', line, detail: read.detail, bytes: text });
      if (found === -1) break;
    } else if (read !== null) take(result, read, line, text);
    result.whole = found === -1 ? bytes.length : start;
  }
  return result;
}

function one(bytes: Buffer): z.infer<typeof lineShape> | { detail: string } {
  const text = bytes.toString('utf8');
  if (!text.startsWith(head)) return { detail: 'the line does not begin with a checksum' };
  const sum = text.slice(head.length, head.length + sumLength);
  if (checksum(bytes.subarray(headLength)) !== sum || !isUtf8(bytes)) {
    return { detail: 'the checksum does not fit the line' };
  }
  try {
    const read = lineShape.safeParse(JSON.parse(text));
    return read.success ? read.data : { detail: 'the line has not the form of a change' };
  } catch {
    return { detail: 'the line is not JSON' };
  }
}

function take(result: JournalText, { egiz, put, was }: z.infer<typeof lineShape>, line: number, bytes: Buffer): void {
  const isNewer = egiz > schemaVersion;
  if (isNewer) result.newer = Math.max(result.newer ?? 0, egiz);
  const taken: JournalLine = { put: [], was: [] };
  for (const value of put) {
    const checked = readRecord(value);
    if ('record' in checked) taken.put.push(checked.record);
    // What a newer program wrote need not be something that this one knows.
    else if (!isNewer) result.faults.push({ code: 'bad-record', line, detail: checked.fault, bytes });
  }
  for (const value of was) {
    const checked = readRecord(value);
    if ('record' in checked) taken.was.push(checked.record);
  }
  result.lines.push(taken);
}
