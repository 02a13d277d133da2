import { once } from 'node:events';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { readPages } from '#main/api/pages.ts';
import { defaultLibrary, findCorpora, pagesFolder, type Program } from '#main/host/folders.ts';
import { openLibrary } from '#main/library/library.ts';
import { listenOnLoopback } from '#main/serve/loopback.ts';
import type { Output, TerminalCommand } from './command.ts';
import { type Called, textCommand } from './text-command.ts';
import { InputError, UsageError } from './text-input.ts';

const help = `Usage: egiz serve [--library DIR] [--port N]

Serves the reader on 127.0.0.1 and prints the address to open in a browser.

  --library DIR  the folder of the library; it is made when it is not there
                 (otherwise: Egiz among your documents, or in your home)
  --port N       the port, 1 to 65535 (otherwise any free one)
  --help         this text`;

/** `egiz serve`, for the program that `program` finds. */
export function serveCommand(program: () => Program): TerminalCommand {
  return textCommand({
    name: 'serve',
    summary: 'serve the reader to a browser',
    help,
    options: { library: { type: 'string' }, port: { type: 'string' } },
    files: 0,
    run: async (called, output, stop) => {
      const wanted = readWanted(called);
      try {
        await serveUntil(stop, wanted, output, program());
        return 0;
      } catch (error) {
        throw new InputError(complaintOf(error), { cause: error });
      }
    },
  });
}

interface Wanted {
  library: string | undefined;
  port: number;
}

/** What was asked for. @throws UsageError naming the argument that does not fit */
function readWanted({ options }: Called): Wanted {
  const { library, port: named } = options;
  if (library === '') throw new UsageError('--library needs a folder');
  const port = typeof named === 'string' ? Number(named) : 0;
  const isPort = typeof named !== 'string' || (/^\d{1,5}$/.test(named) && port >= 1 && port <= 65_535);
  if (!isPort) throw new UsageError(`--port must be 1 to 65535, not ${named}`);
  return { library: typeof library === 'string' ? library : undefined, port };
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

function complaintOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : null;
  const port = 'port' in error ? String(error.port) : null;
  if (port !== null && code === 'EADDRINUSE') return `port ${port} is taken; choose another, or leave --port out`;
  if (port !== null && code === 'EACCES') return `port ${port} is for the system; choose one above 1023`;
  return error.message.split('\n')[0] ?? error.message;
}
