// A process that ends when this one is told to end.
import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How long a child may take to close what it has open before it is ended by force, in milliseconds. */
const patience = 10_000;

/**
 * @typedef {object} Ended
 * @property {number} code its exit code; 1 where a signal ended it
 * @property {boolean} told whether it ended because we were told to end
 */

/**
 * @typedef {object} How
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [shell]
 * @property {boolean} [group] whether the child leads a process group of its own: it hears of Ctrl+C once, from us, and
 *   everything it started is ended with it; by force, when it takes longer than ten seconds or at the second Ctrl+C. The
 *   innermost of nested children stay in the group of the outermost.
 * @property {(line: string, stream: 'stdout' | 'stderr') => void} [onLine] takes what the child prints, line by line;
 *   without it the child prints where we do
 * @property {AbortSignal} [until] ends the child by force, without our being told to end
 */

/**
 * Runs a command until it ends, and hands on to it that we are to end (Ctrl+C, SIGTERM, a closed terminal).
 *
 * @param {string} command
 * @param {readonly string[]} options
 * @param {How} [how]
 * @returns {Promise<Ended>}
 * @throws {Error} when the command cannot be started
 */
export function runChild(command, options, how = {}) {
  return new Promise((resolve, reject) => {
    const leads = how.group === true && process.platform !== 'win32';
    const child = spawn(command, options, {
      stdio: how.onLine === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      detached: leads,
      shell: how.shell === true,
      ...(how.cwd === undefined ? {} : { cwd: how.cwd }),
      ...(how.env === undefined ? {} : { env: how.env }),
    });
    for (const stream of /** @type {const} */ (['stdout', 'stderr'])) {
      const input = child[stream];
      if (input !== null) createInterface({ input }).on('line', (line) => how.onLine?.(line, stream));
    }

    let told = false;
    const end = () => {
      if (child.pid !== undefined) endAll(child.pid, leads);
    };
    how.until?.addEventListener('abort', end, { once: true });
    const tell = () => {
      if (told) {
        end();
        return;
      }
      told = true;
      child.kill('SIGTERM');
      setTimeout(end, patience).unref();
    };

    const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, tell);
    const forget = () => {
      for (const signal of signals) process.off(signal, tell);
      how.until?.removeEventListener('abort', end);
    };
    child.on('error', (error) => {
      forget();
      reject(new Error(`${command} could not start: ${error.message}`));
    });
    child.on('exit', () => {
      if (leads) end();
    });
    child.on('close', (code) => {
      forget();
      resolve({ code: code ?? 1, told });
    });
  });
}

/**
 * Ends a process by force; where it leads a group, the group.
 *
 * @param {number} pid
 * @param {boolean} leads
 */
function endAll(pid, leads) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(leads ? -pid : pid, 'SIGKILL');
  } catch {
    // It has ended in the meantime.
  }
}
