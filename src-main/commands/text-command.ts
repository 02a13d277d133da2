import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import type { Output, TerminalCommand } from './command.ts';
import { InputError, UsageError } from './text-input.ts';

/** What a command was called with. */
export interface Called {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly files: readonly string[];
}

interface TextCommand {
  name: string;
  summary: string;
  help: string;
  options: ParseArgsOptionsConfig;
  /** How many files may be named. */
  files: number;
  /** @throws UsageError or InputError, which are told as they are */
  run: (called: Called, output: Output, stop: AbortSignal) => Promise<number>;
}

/** A command that reads text, writes text, and ends: 0 done, 1 bad input, 2 badly called. */
export function textCommand({ name, summary, help, options, files, run }: TextCommand): TerminalCommand {
  return {
    name,
    summary,
    help,
    run: async (args, output, stop) => {
      try {
        const called = readArguments(args, options, files);
        if (called.options['help'] !== true) return await run(called, output, stop);
        output.line(help);
        return 0;
      } catch (error) {
        if (error instanceof UsageError) {
          output.complaint(`Egiz: ${error.message}. See: egiz ${name} --help`);
          return 2;
        }
        if (!(error instanceof InputError)) throw error;
        output.complaint(`Egiz: ${error.message}`);
        return 1;
      }
    },
  };
}

function readArguments(args: readonly string[], options: ParseArgsOptionsConfig, files: number): Called {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: files > 0,
    });
    const extra = positionals[files];
    if (extra !== undefined) throw new UsageError(`what is ${extra}?`);
    return { options: values, files: positionals };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error));
  }
}

/** The value of an option that must be given. @throws UsageError naming it */
export function required(called: Called, option: string): string {
  const value = called.options[option];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${option} is missing`);
  return value;
}

/** A language tag that was asked for. @throws UsageError when it cannot be one */
export function languageAsked(called: Called): string {
  const tag = required(called, 'lang');
  if (!/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag)) throw new UsageError(`--lang ${tag} is no language tag`);
  return tag;
}
