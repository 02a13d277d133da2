import type { Output, TerminalCommand } from './command.ts';

const output: Output = {
  line: (text) => {
    process.stdout.write(`${text}\n`);
  },
  complaint: (text) => {
    process.stderr.write(`${text}\n`);
  },
  ...(process.stderr.isTTY
    ? { progress: (text: string | null) => void process.stderr.write(`\r\u001B[K${text ?? ''}`) }
    : {}),
};

/**
 * Runs a command in this process: its output is the terminal, its exit code the process's. The first Ctrl+C, or a
 * `SIGTERM`, lets it end by itself; a second one ends it at once.
 */
export async function runInTerminal(command: TerminalCommand, args: readonly string[]): Promise<void> {
  const stop = new AbortController();
  const end = (signal: NodeJS.Signals): void => {
    if (stop.signal.aborted) process.exit(signal === 'SIGINT' ? 130 : 143);
    stop.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // Whoever reads the output may have enough of it, as `head` has.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  process.exitCode = await command.run(args, output, stop.signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, end);
}
