// The options of `npm start`. Runs on any Node from 18, so that a slip is named before anything is installed.
import { parseArgs } from 'node:util';

export const help = `npm start -- [options]

  --library DIR   the folder that holds your works, notes and glossary (default: Egiz in your documents)
  --host HOST     electron  a window of its own
                  browser   the same, in your browser
                  none      only serve, and print the address
                  (default: Electron where it can be had, else the browser; without a display, none)
  --port N        the port to serve on, 1 to 65535; not with Electron (default: any free one)
  --help          this text`;

const hosts = /** @type {const} */ (['electron', 'browser', 'none']);

/** @typedef {(typeof hosts)[number]} Host */

/**
 * @typedef {object} Asked
 * @property {boolean} help
 * @property {Host | null} host null: the best that this machine has
 * @property {string | null} library
 * @property {number | null} port
 */

/**
 * Reads the options after `npm start --`.
 *
 * @param {readonly string[]} options
 * @returns {Asked | { wrong: string }} `wrong`: one line that says which option cannot be understood
 */
export function readArguments(options) {
  try {
    const { values } = parseArgs({
      args: [...options],
      options: {
        library: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const host = readHost(values.host);
    const port = readPort(values.port);
    if (values.library === '') throw new Error('--library needs a folder.');
    if (host === 'electron' && port !== null) {
      throw new Error('--port is for --host browser or none: Electron has no port.');
    }
    return { help: values.help === true, host, library: values.library ?? null, port };
  } catch (error) {
    return { wrong: `${oneLine(error)} (npm start -- --help lists the options)` };
  }
}

/**
 * @param {string | undefined} text
 * @returns {Host | null}
 */
function readHost(text) {
  if (text === undefined) return null;
  const host = hosts.find((known) => known === text);
  if (host === undefined) throw new Error(`--host is electron, browser or none, not "${text}".`);
  return host;
}

/**
 * @param {string | undefined} text
 * @returns {number | null}
 */
function readPort(text) {
  if (text === undefined) return null;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error(`--port is a number from 1 to 65535, not "${text}".`);
  }
  return port;
}

/**
 * `parseArgs` explains an unknown option in several sentences; the first says it.
 *
 * @param {unknown} error
 */
function oneLine(error) {
  const message = error instanceof Error ? error.message : String(error);
  return /^.*?\.(?=\s|$)/.exec(message.replaceAll('\n', ' '))?.[0] ?? message;
}
