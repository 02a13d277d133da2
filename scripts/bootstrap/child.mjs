// A process that ends when this one is told to end.
import { spawn, spawnSync } from 'node:child_process';

/** How long a child may take to close what it has open before it is ended by force, in milliseconds. */
const patience = 10_000;

/**
 * @typedef {object} Ended
 * @property {number} code its exit code; 1 where a signal ended it
 * @property {boolean} told whether it ended because we were told to end
 * @property {string} said what it printed, where that was kept
 */

/**
 * Runs a command until it ends, and hands on to it that we are to end (Ctrl+C, SIGTERM, a closed terminal).
 *
 * With `group` the child leads a process group of its own: it hears of Ctrl+C once, from us, and everything it started is
 * ended with it; by force, when it takes longer than ten seconds or at the second Ctrl+C. The innermost of nested children
 * stay in the group of the outermost.
 *
 * @param {string} command
 * @param {readonly string[]} options
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, group?: boolean, keep?: boolean, shell?: boolean }} [how] `keep`: its
 *   output is kept instead of shown
 * @returns {Promise<Ended>}
 * @throws {Error} when the command cannot be started
 */
export function runChild(command, options, { cwd, env, group = false, keep = false, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const leads = group && process.platform !== 'win32';
    const child = spawn(command, options, {
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      detached: leads,
      shell,
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
    });
    let told = false;
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (said += text));
    }

    const end = () => {
      if (child.pid !== undefined) endAll(child.pid, leads);
    };
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
    };
    child.on('error', (error) => {
      forget();
      reject(new Error(`${command} could not start: ${error.message}`));
    });
    child.on('close', (code) => {
      forget();
      if (leads) end();
      resolve({ code: code ?? 1, told, said });
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
