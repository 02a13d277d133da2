import { readFile } from 'node:fs/promises';
import { readTerms } from '#core/glossary/tsv.ts';
import { languageTag } from '#core/records/record.ts';
import type { Term } from '#core/records/term.ts';
import type { Aligner, AlignTask } from '#main/jobs/align.ts';
import { decodeText, NotText } from '#main/text/decode.ts';
import { paragraphsOf, linesOf } from '#main/text/units.ts';
import { alignFormats, writeAlignment, type AlignFormat } from './align-formats.ts';
import type { Output, TerminalCommand } from './command.ts';
import { type Called, textCommand } from './text-command.ts';
import { InputError, UsageError } from './text-input.ts';

const help = `Usage: egiz align SOURCE TARGET --lang kk,en [options]

Aligns a text with its translation and prints which units belong together.

  --lang A,B       the languages of SOURCE and TARGET, as kk,en
  --unit UNIT      line (each line is a unit; the default), paragraph (parted by
                   empty lines, or a line each where there are none), or
                   sentence (found by Egiz, inside aligned paragraphs)
  --glossary FILE  terms as tab-separated values with a header: headword, and a
                   column by language, as en
  --format FORMAT  beads ([0,1]:[2]:0.07 a line: numbers from 0, and how unsure
                   it is; the default), tsv, tmx or json
  --help           this text

Files are UTF-8, UTF-16, or an older encoding (cp1251, RK1048, PT154 ...),
which is found out.`;

const units = ['line', 'paragraph', 'sentence'] as const;

interface Wanted {
  source: string;
  target: string;
  languages: [string, string];
  unit: (typeof units)[number];
  glossary: string | null;
  format: AlignFormat;
}

/** `egiz align`. */
export function alignCommand(aligner: Aligner): TerminalCommand {
  return textCommand({
    name: 'align',
    summary: 'align a text with its translation',
    help,
    options: {
      lang: { type: 'string' },
      unit: { type: 'string' },
      glossary: { type: 'string' },
      format: { type: 'string' },
    },
    files: Infinity,
    run: (called, output, stop) => run(readWanted(called), output, stop, aligner),
  });
}

async function run(wanted: Wanted, output: Output, stop: AbortSignal, aligner: Aligner): Promise<number> {
  const progress = (share: number): void => output.progress?.(`Egiz: aligning, ${Math.floor(share * 100)} %`);
  let text;
  try {
    const answer = await aligner(await readTask(wanted), progress, stop);
    text = writeAlignment(answer, wanted.languages, wanted.format);
  } catch (error) {
    if (stop.aborted) return 1;
    throw new InputError(complaintOf(error), { cause: error });
  } finally {
    output.progress?.(null);
  }
  if (text !== '') output.line(text);
  return 0;
}

/** What was asked for. @throws UsageError naming the argument that does not fit */
function readWanted({ options, files }: Called): Wanted {
  const [source, target, ...rest] = files;
  if (source === undefined || target === undefined) throw new UsageError('SOURCE and TARGET are needed');
  if (rest[0] !== undefined) throw new UsageError(`two files are aligned, ${rest[0]} is one too many`);
  return {
    source,
    target,
    languages: readLanguages(textOf(options['lang'])),
    unit: oneOf('--unit', textOf(options['unit']) ?? 'line', units),
    glossary: textOf(options['glossary']),
    format: oneOf('--format', textOf(options['format']) ?? 'beads', alignFormats),
  };
}

function textOf(option: string | boolean | undefined): string | null {
  return typeof option === 'string' ? option : null;
}

function readLanguages(value: string | null): [string, string] {
  if (value === null) throw new UsageError('--lang is needed, as --lang kk,en');
  const [source, target, ...rest] = value.split(',').map((tag) => tag.trim());
  if (source === undefined || target === undefined || rest.length > 0) {
    throw new UsageError(`--lang must be two languages, as kk,en, not ${value}`);
  }
  for (const tag of [source, target]) {
    if (!languageTag.safeParse(tag).success) throw new UsageError(`--lang: ${JSON.stringify(tag)} is no language tag`);
  }
  return [source, target];
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`${name} must be ${allowed.join(', ')}, not ${value}`);
  return found;
}

async function readTask({ source, target, languages, unit, glossary }: Wanted): Promise<AlignTask> {
  const cut = unit === 'line' ? linesOf : paragraphsOf;
  return {
    source: cut(await readText(source, languages[0])),
    target: cut(await readText(target, languages[1])),
    languages,
    glossary: glossary === null ? [] : await readGlossary(glossary, languages[0]),
    sentences: unit === 'sentence',
  };
}

async function readText(path: string, language: string): Promise<string> {
  try {
    return decodeText(await readFile(path), language);
  } catch (error) {
    if (error instanceof NotText) throw new Error(`${path}: ${error.message}`, { cause: error });
    if (error instanceof Error && 'code' in error) Object.assign(error, { path });
    throw error;
  }
}

async function readGlossary(path: string, language: string): Promise<Term[]> {
  const { terms, problems } = readTerms(await readText(path, language), language);
  const [problem] = problems.filter(({ code }) => code !== 'ignored-column' && code !== 'extra-cells');
  if (problem !== undefined) {
    throw new Error(`${path}: line ${problem.line}: ${problem.code.replaceAll('-', ' ')}: ${problem.detail}`);
  }
  return terms.map((term, at): Term => ({ ...term, id: `term-${at}`, kind: 'term', modified: '' }));
}

function complaintOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  const path = 'path' in error ? String(error.path) : '';
  if (code === 'ENOENT') return `${path}: there is no such file`;
  if (code === 'EISDIR') return `${path} is a folder, not a file`;
  if (code === 'EACCES') return `${path}: it may not be read`;
  return error.message.split('\n')[0] ?? error.message;
}
