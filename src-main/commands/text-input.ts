import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { messageOf } from '#main/message-of.ts';

/** A line of a text file, and which it is, from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** What is wrong with what a command was given to read: exit code 1. */
export class InputError extends Error {}

/** How a command is called wrongly: exit code 2. */
export class UsageError extends Error {}

/** The name of standard input where a file is named. */
export const standardInput = '-';

/**
 * Reads a UTF-8 text; `-` or nothing is standard input.
 *
 * @throws InputError naming the file, and the line that is not UTF-8
 */
export async function readText(file: string | undefined): Promise<string> {
  const name = nameOf(file);
  let bytes: Uint8Array;
  try {
    bytes = file === undefined || file === standardInput ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    throw new InputError(`${name} cannot be read: ${reasonOf(error)}`, { cause: error });
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`${name}:${firstBadLine(bytes)}: this line is not UTF-8`, { cause: error });
  }
}

/** The lines of a text, without their ends; a break at the very end begins no line. */
export function linesOf(text: string): Line[] {
  const lines = text.split(/\r\n|\n|\r/u).map((line, at) => ({ number: at + 1, text: line }));
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** What a file is called in a message. */
export function nameOf(file: string | undefined): string {
  return file === undefined || file === standardInput ? 'standard input' : file;
}

function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const lineFeed = 10;
  let line = 1;
  for (let start = 0; start <= bytes.length; line += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed < 0 ? bytes.length : feed;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

/** Why a file cannot be read, in a few words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'it may not be read';
  return messageOf(error);
}
