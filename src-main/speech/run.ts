import { spawn } from 'node:child_process';

/** How a program is run that is given text and answers bytes. */
export interface Run {
  file: string;
  arguments: readonly string[];
  /** Written to its standard input, as UTF-8. */
  input: string;
  /** Ends it. */
  signal: AbortSignal;
  /** Milliseconds after which it is ended. */
  patience: number;
  /** It is ended once it has written more bytes than this. */
  mostBytes: number;
}

/** Why a program gave no answer. */
class RunFailure extends Error {
  readonly reason: 'stopped' | 'too-slow' | 'too-much' | 'failed';

  constructor(reason: RunFailure['reason'], message: string) {
    super(message);
    this.name = 'RunFailure';
    this.reason = reason;
  }
}

/** Of what a program complains of, so much is kept, in UTF-16 code units. */
const mostComplaint = 400;

/**
 * What a program writes to its standard output. No shell is between, so nothing in the arguments or the input is run.
 *
 * @throws RunFailure when it is stopped, takes too long, writes too much, cannot be started or ends with a failure
 */
export function outputOf({ file, arguments: list, input, signal, patience, mostBytes }: Run): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, list, { shell: false, windowsHide: true, stdio: ['pipe', 'pipe', 'pipe'] });
    const parts: Buffer[] = [];
    let size = 0;
    let complaint = '';
    const give = (reason: RunFailure['reason'], message: string): void => {
      child.kill('SIGKILL');
      finish();
      reject(new RunFailure(reason, message));
    };
    const stop = (): void => {
      give('stopped', 'it was stopped');
    };
    const late = setTimeout(() => {
      give('too-slow', `${file} did not answer within ${String(patience)} ms`);
    }, patience);
    const finish = (): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    };
    child.stdout.on('data', (part: Buffer) => {
      size += part.length;
      if (size > mostBytes) give('too-much', `${file} wrote more than ${String(mostBytes)} bytes`);
      else parts.push(part);
    });
    child.stderr.on('data', (part: Buffer) => {
      complaint = (complaint + part.toString()).slice(0, mostComplaint);
    });
    child.once('error', (error) => {
      give('failed', `${file} could not be started: ${error.message}`);
    });
    child.once('close', (code) => {
      finish();
      if (code === 0) resolve(Buffer.concat(parts));
      else reject(new RunFailure('failed', `${file} ended with ${String(code)}: ${complaint.trim()}`));
    });
    // It may end before it has read everything; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input, 'utf8');
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
  });
}
