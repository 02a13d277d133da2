import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const serve = fileURLToPath(new URL('../../../out/main/serve.js', import.meta.url));
/** Milliseconds that a host has to start, or to end once it is told to. */
const patience = 15_000;

/** The built program's loopback host, in a process of its own. */
export class Host implements AsyncDisposable {
  /** Where it was reached so far, also before a restart: `http://127.0.0.1:N`. */
  readonly origins = new Set<string>();
  readonly #library: string;
  #process: ChildProcess | null = null;
  #address = '';

  /** Starts it on the library in a folder. @throws Error with what it complained of */
  static async start(library: string): Promise<Host> {
    const host = new Host(library);
    await host.#start();
    return host;
  }

  private constructor(library: string) {
    this.#library = library;
  }

  /** What a reader opens, with the token in it. */
  get address(): string {
    return this.#address;
  }

  /** Ends it as closing the window does, so that all of the library is written. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), patience);
    await ended;
    clearTimeout(impatient);
  }

  /** Another process on the same library, at another address. */
  async restart(): Promise<void> {
    await this.stop();
    await this.#start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  async #start(): Promise<void> {
    const child = spawn(process.execPath, [serve, '--library', this.#library], { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
    this.#address = await new Promise<string>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`The host did not start in ${String(patience)} ms: ${complaints}`));
      }, patience);
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(line)?.[0];
        if (found === undefined) return;
        clearTimeout(late);
        resolve(found);
      });
      child.once('exit', () => {
        clearTimeout(late);
        reject(new Error(`The host did not start: ${complaints}`));
      });
    });
    this.origins.add(new URL(this.#address).origin);
  }
}
