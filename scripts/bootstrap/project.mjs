// Where things lie in the project. Runs on any Node from 18, before anything is installed.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The Node on which all real work runs: the one of the npm package `node`.
 *
 * @param {string} folder the project's root
 * @param {NodeJS.Platform} platform
 */
export function projectNode(folder, platform) {
  return join(folder, 'node_modules', 'node', 'bin', platform === 'win32' ? 'node.exe' : 'node');
}
