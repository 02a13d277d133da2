import { once } from 'node:events';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readPages } from '#main/api/pages.ts';
import { defaultLibrary, findCorpora, pagesFolder, type Program } from '#main/host/folders.ts';
import { openLibrary } from '#main/library/library.ts';
import { listenOnLoopback } from '#main/serve/loopback.ts';
import type { Output, TerminalCommand } from './command.ts';

const help = `Usage: egiz serve [--library DIR] [--port N]

Serves the reader on 127.0.0.1 and prints the address to open in a browser.

  --library DIR  the folder of the library; it is made when it is not there
                 (otherwise: Egiz among your documents, or in your home)
  --port N       the port, 1 to 65535 (otherwise any free one)
  --help         this text`;

/** `egiz serve`, for the program that `program` finds. */
export function serveCommand(program: () => Program): TerminalCommand {
  return {
    name: 'serve',
    summary: 'serve the reader to a browser',
    help,
    run: (args, output, stop) => run(args, output, stop, program),
  };
}

interface Wanted {
  library: string | undefined;
  port: number;
}

async function run(
  args: readonly string[],
  output: Output,
  stop: AbortSignal,
  program: () => Program,
): Promise<number> {
  let wanted;
  try {
    wanted = readArguments(args);
  } catch (error) {
    output.complaint(`Egiz: ${messageOf(error)}. See: egiz serve --help`);
    return 2;
  }
  if (wanted === null) {
    output.line(help);
    return 0;
  }
  try {
    await serveUntil(stop, wanted, output, program());
    return 0;
  } catch (error) {
    output.complaint(`Egiz: ${messageOf(error)}`);
    return 1;
  }
}

/** What was asked for; `null` when it was help. @throws Error naming the argument that does not fit */
function readArguments(args: readonly string[]): Wanted | null {
  const { values } = parseArgs({
    args: [...args],
    options: { library: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return null;
  if (values.library === '') throw new Error('--library needs a folder');
  const port = values.port === undefined ? 0 : Number(values.port);
  const isPort = values.port === undefined || (/^\d{1,5}$/.test(values.port) && port >= 1 && port <= 65_535);
  if (!isPort) throw new Error(`--port must be 1 to 65535, not ${values.port ?? ''}`);
  return { library: values.library, port };
}

async function serveUntil(stop: AbortSignal, wanted: Wanted, output: Output, program: Program): Promise<void> {
  const pages = await readPages(pagesFolder(program.folder));
  const folder = resolve(wanted.library ?? defaultLibrary({ home: homedir(), env: process.env }));
  const library = await openLibrary(folder, {
    program: `Egiz ${program.version}`,
    corpora: findCorpora(program.folder, null),
  });
  try {
    const report = (error: Error): void => {
      output.complaint(error.stack ?? error.message);
    };
    const loopback = await listenOnLoopback({ library, pages, version: program.version, port: wanted.port, report });
    output.line(`Egiz: ${loopback.address}`);
    await stopped(stop);
    await loopback.close();
  } finally {
    await library.close();
  }
}

async function stopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await once(stop, 'abort');
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  const port = 'port' in error ? String(error.port) : null;
  if (port !== null && code === 'EADDRINUSE') return `port ${port} is taken; choose another, or leave --port out`;
  if (port !== null && code === 'EACCES') return `port ${port} is for the system; choose one above 1023`;
  return error.message.split('\n')[0] ?? error.message;
}
