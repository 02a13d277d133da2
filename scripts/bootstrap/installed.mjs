// Whether node_modules holds what package-lock.json asks for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Locked
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {boolean} [devOptional]
 */

/** @typedef {{ packages: Record<string, Locked> }} Lockfile */

/**
 * True when `node_modules` in `folder` was installed from `package-lock.json` as it stands now. Contents are compared, not
 * times: a checkout of another commit counts, a mere touch does not.
 *
 * npm leaves a lockfile of what it installed inside `node_modules`, as its last act, so an interrupted installation has none.
 *
 * @param {string} folder the project's root
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const kept = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  return satisfies(readLockfile(join(folder, 'package-lock.json')), readLockfile(kept));
}

/**
 * True when everything in `wanted` is in `installed` in the same version, except optional packages of other platforms.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 * @returns {boolean}
 */
export function satisfies(wanted, installed) {
  return Object.entries(wanted.packages).every(([place, locked]) => {
    if (place === '') return true;
    const found = installed.packages[place];
    if (found === undefined) return locked.optional === true || locked.devOptional === true;
    return found.version === locked.version && (locked.integrity === undefined || found.integrity === locked.integrity);
  });
}

/**
 * @param {string} path
 * @returns {Lockfile}
 */
function readLockfile(path) {
  return /** @type {Lockfile} */ (JSON.parse(readFileSync(path, 'utf8')));
}
