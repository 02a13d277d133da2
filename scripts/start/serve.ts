// The loopback host, and the browser on it.
import { join } from 'node:path';
import { runChild } from '../bootstrap/child.mjs';
import { openInBrowser } from './open-in-browser.ts';

const program = join(import.meta.dirname, '..', '..', 'out', 'main', 'serve.js');

/** What the loopback host is to do. */
export interface Serving {
  library: string | null;
  port: number | null;
  /** Whether to open the address in the browser. */
  open: boolean;
}

/** Serves until told to end. Answers the exit code. */
export async function serve({ library, port, open }: Serving): Promise<number> {
  const options = [
    ...(library === null ? [] : ['--library', library]),
    ...(port === null ? [] : ['--port', String(port)]),
  ];
  const { code, told } = await runChild(process.execPath, [program, ...options], {
    onLine: (line, stream) => {
      process[stream].write(`${line}\n`);
      const address = stream === 'stdout' ? addressIn(line) : null;
      if (address === null) return;
      if (open) openInBrowser(address);
      console.log('Ctrl+C ends it.');
    },
  });
  return told ? 0 : code;
}

/** The address in the line by which the host says that it listens; null in any other line. */
export function addressIn(line: string): string | null {
  return /^Egiz: (http:\/\/127\.0\.0\.1:\d+\/\S*)$/.exec(line)?.[1] ?? null;
}
