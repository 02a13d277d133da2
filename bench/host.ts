import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { peakOf } from './memory.ts';

/** The loopback host of the built program, in a process of its own. */
export interface Host extends AsyncDisposable {
  /** With the token. */
  address: string;
  /** The most memory that its process has held so far, in bytes; `null` where the system does not tell. */
  peakMemory(): Promise<number | null>;
}

const serve = fileURLToPath(new URL('../out/main/serve.js', import.meta.url));

/** Serves a library until it is disposed. @throws Error with what the host complained of */
export async function startHost(library: string): Promise<Host> {
  const child = spawn(process.execPath, [serve, '--library', library], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`The host did not start: ${complaints}`)));
  });
  return {
    address,
    peakMemory: () => (child.pid === undefined ? Promise.resolve(null) : peakOf(child.pid)),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
