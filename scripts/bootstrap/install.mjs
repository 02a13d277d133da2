// Installs the project's packages and its Node, quietly.
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runChild } from './child.mjs';
import { isInstalled } from './installed.mjs';
import { projectNode } from './project.mjs';

/**
 * Makes sure that what `package-lock.json` asks for is installed, with the Node that the project runs on.
 * Says so when there is something to do; does nothing otherwise.
 *
 * @param {string} folder the project's root
 * @throws {Error} saying what failed and what npm said of it
 */
export async function ensureInstalled(folder) {
  if (!isInstalled(folder)) {
    console.log('Installing packages (once, about a minute) …');
    // Scripts of packages are not run: the only one Egiz needs is that of `node`, below; so every version of npm does the same.
    await npm(folder, ['ci', '--ignore-scripts']);
  }
  if (!existsSync(projectNode(folder, process.platform))) await fetchNode(folder);
}

/**
 * The npm package `node` holds no program; its install script fetches the one for this machine.
 *
 * @param {string} folder
 */
async function fetchNode(folder) {
  console.log('Installing Node for Egiz (once) …');
  const place = join(folder, 'node_modules', 'node');
  await run('Installing Node', process.execPath, ['installArchSpecificPackage.js'], place, false);
  const node = projectNode(folder, process.platform);
  if (!existsSync(node)) throw new Error(`Installing Node failed: ${node} is not there.`);
}

/**
 * @param {string} folder
 * @param {string[]} options
 */
async function npm(folder, options) {
  const what = `npm ${options.join(' ')}`;
  const script = process.env['npm_execpath'];
  // Under `npm start` npm tells where it lies; starting it by Node needs no shell and no `npm.cmd`.
  if (script !== undefined && basename(script) === 'npm-cli.js') {
    await run(what, process.execPath, [script, ...options], folder, false);
  } else {
    await run(what, 'npm', options, folder, process.platform === 'win32');
  }
}

/**
 * Runs a command and keeps its output to itself, unless it fails.
 *
 * @param {string} what its name in the error
 * @param {string} command
 * @param {string[]} options
 * @param {string} cwd
 * @param {boolean} shell
 */
async function run(what, command, options, cwd, shell) {
  const env = { ...process.env, npm_config_loglevel: 'error', npm_config_audit: 'false', npm_config_fund: 'false' };
  /** @type {string[]} */
  const said = [];
  const onLine = (/** @type {string} */ line) => said.push(line);
  const { code, told } = await runChild(command, options, { cwd, env, shell, onLine, group: true });
  if (told) throw new Error(`${what} was interrupted.`);
  if (code !== 0) throw new Error([`${what} failed with exit code ${code}.`, ...said].join('\n'));
}
