import { FormatError } from '../format-error.ts';
import type { ImportedBead } from '../imported.ts';
import type { AlignmentNeeds } from '../loose/needs.ts';

/** Lines of two files that stand together, by their numbers from 0. */
export interface LineLink {
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly bead: Pick<ImportedBead, 'status' | 'confidence'>;
}

/** The links of two files of lines. */
export interface LineLinks {
  /** Given how many lines the files have. @throws FormatError for links beyond them */
  readonly links: (lines: readonly [source: number, target: number]) => LineLink[];
  /** How many lines the files have at least. */
  readonly least: readonly [source: number, target: number];
}

/** A file of lines cannot have more. */
const mostLines = 10_000_000;
const rung = /^(\d{1,8})[\t ]+(\d{1,8})(?:[\t ]+(-?[\d.]+(?:e[+-]?\d+)?|-?nan|-?inf))?$/iu;
/** Without the spaces in it, which some have and some have not. */
const pair = /^\[?([\d,]*)\]?:\[?([\d,]*)\]?(?::(-?[\d.]+(?:e[+-]?\d+)?))?$/iu;
const bracketed = /^\[[\d,]*\]:\[[\d,]*\]/u;

/** Whether a file begins as hunalign's ladder does: pairs of numbers that grow, from 0. */
export function isLadder(beginning: string): boolean {
  const rungs = wholeLines(beginning).map((line) => rung.exec(line));
  return rungs.length > 1 && /^0[\t ]+0(?:[\t ]|$)/u.test(beginning) && rungs.every((one) => one !== null);
}

/** Whether a file begins as vecalign's and bertalign's do: `[0, 1]:[2]`. */
export function isIndexPairs(beginning: string): boolean {
  const lines = wholeLines(beginning);
  return lines.map(dense).every((line) => bracketed.test(line) && pair.test(line)) && lines.length > 0;
}

function dense(text: string): string {
  return text.replace(/[\t ]+/gu, '');
}

/** The lines of a file's beginning, but for the last, which may be cut. */
function wholeLines(beginning: string): string[] {
  const lines = beginning.split(/\r\n|\n|\r/u);
  return (lines.length > 1 ? lines.slice(0, -1) : lines).map((line) => line.trim()).filter((line) => line !== '');
}

/**
 * Reads hunalign's ladder: a rung `n m` says that the first n lines of one file stand for the first m of the other; its third number is
 * how sure what comes between it and the next one is. Lines behind the last rung have no counterpart.
 *
 * @throws FormatError for rungs that cross
 */
export function readLadder(text: string): LineLinks {
  const rungs = rows(text, rung, 'a rung: two numbers and how sure it is').map(({ found, line }) => ({
    at: [whole(found[1], line), whole(found[2], line)] as const,
    confidence: Number(found[3] ?? Number.NaN),
    line,
  }));
  rungs.forEach(({ at, line }, number) => {
    const before = rungs[number - 1]?.at ?? [0, 0];
    if (at[0] < before[0] || at[1] < before[1]) {
      throw new FormatError('damaged', `the rung ${at.join(' ')} crosses the one before it, ${before.join(' ')}`, {
        line,
      });
    }
  });
  const last = rungs.at(-1)?.at ?? ([0, 0] as const);
  const links = (lines: readonly [number, number]): LineLink[] => {
    refuseBeyond([last[0] - 1, last[1] - 1], lines, rungs.at(-1)?.line ?? 1);
    const holes = [...rungs, { at: lines, confidence: Number.NaN, line: 0 }];
    return holes.map(({ at }, number): LineLink => {
      const before = rungs[number - 1];
      const [source, target] = [range(before?.at[0] ?? 0, at[0]), range(before?.at[1] ?? 0, at[1])];
      return { source, target, bead: { status: 'auto', confidence: cut(before?.confidence ?? Number.NaN) } };
    });
  };
  return { links, least: last };
}

/**
 * Reads pairs of lists of lines, numbered from 0, as vecalign and bertalign write them: `[0, 1]:[2]:0.217155`. The third number is what
 * the pair costs, 0 for the best; of lines without counterpart it says nothing.
 *
 * @throws FormatError
 */
export function readIndexPairs(text: string): LineLinks {
  const found = rows(dense(text), pair, 'a pair of lists of lines, as [0, 1]:[2]').map(({ found: match, line }) => {
    const [source, target] = [numbers(match[1], line), numbers(match[2], line)];
    const cost = source.length === 0 || target.length === 0 ? Number.NaN : Number(match[3] ?? Number.NaN);
    return { source, target, line, bead: { status: 'auto' as const, confidence: cut(1 - cost) } };
  });
  const least = ([0, 1] as const).map((side) =>
    found.reduce(
      (most, { source, target }) => Math.max(most, ...(side === 0 ? source : target).map((at) => at + 1)),
      0,
    ),
  );
  const [own = 0, other = 0] = least;
  const links = (lines: readonly [number, number]): LineLink[] =>
    found.map(({ source, target, bead, line }) => {
      refuseBeyond([Math.max(-1, ...source), Math.max(-1, ...target)], lines, line);
      return { source, target, bead };
    });
  return { links, least: [own, other] };
}

/** What is needed beside links of lines. */
export function linesNeeded({ least }: LineLinks): AlignmentNeeds {
  return {
    documents: (['source', 'target'] as const).map((side, at) => ({
      key: side,
      name: null,
      side,
      lines: least[at] ?? null,
    })),
  };
}

interface Row {
  readonly found: RegExpExecArray;
  /** From 1. */
  readonly line: number;
}

function rows(text: string, pattern: RegExp, what: string): Row[] {
  const found = text.split(/\r\n|\n|\r/u).flatMap((own, at): Row[] => {
    const line = own.replace(/^\uFEFF/u, '').trim();
    if (line === '') return [];
    // A line longer than this names more lines than stand together anywhere.
    const match = line.length > 20_000 ? null : pattern.exec(line);
    if (match === null) throw new FormatError('damaged', `this line is not ${what}`, { line: at + 1 });
    return [{ found: match, line: at + 1 }];
  });
  if (found.length === 0) throw new FormatError('empty', 'there is no link in it');
  return found;
}

function numbers(list = '', line: number): number[] {
  return list
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => whole(one, line));
}

function whole(said: string | undefined, line: number): number {
  const number = Number(said);
  if (Number.isInteger(number) && number >= 0 && number < mostLines) return number;
  throw new FormatError('damaged', `${said ?? 'nothing'} is no number of a line`, { line });
}

function refuseBeyond(last: readonly [number, number], lines: readonly [number, number], line: number): void {
  for (const [at, side] of (['source', 'target'] as const).entries()) {
    const [number, there] = [(last[at] ?? 0) + 1, lines[at] ?? 0];
    if (number <= there) continue;
    const message = `it links line ${String(number)} of the ${side} text, which has ${String(there)} lines`;
    throw new FormatError('damaged', message, { line });
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(to - from, 0) }, (_, at) => from + at);
}

/** How sure a link can be; 0.5 where nothing is said. */
function cut(confidence: number): number {
  return Number.isNaN(confidence) ? 0.5 : Math.min(Math.max(confidence, 0), 1);
}
