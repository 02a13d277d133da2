// Adds to package-lock.json the platform packages (a compiled binding per system) that npm left out.
//
// npm writes only those platform packages into the lockfile which the registry at hand serves, or which were installed
// while the file was written. `npm ci` then refuses the lockfile on every other system. Their names and versions are
// known without the registry: the package that wants them lists both. Run it after `npm install` changed the lockfile.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}

/** The part of a package-lock.json (version 3) that matters here: packages by their folder, `''` being the project. */
export interface Lockfile {
  packages: Record<string, LockedPackage>;
}

/** A package's optional dependency that the lockfile does not hold. */
export interface Missing {
  wantedBy: string;
  name: string;
  range: string;
}

/** Every optional dependency that `npm ci` would look for in `lock` and not find. */
export function missingOptionals(lock: Lockfile): Missing[] {
  return Object.entries(lock.packages).flatMap(([folder, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(lock, folder, name))
      .map(([name, range]) => ({ wantedBy: folder, name, range })),
  );
}

function isLocked(lock: Lockfile, folder: string, name: string): boolean {
  if (`${folder}/node_modules/${name}` in lock.packages) return true;
  const above = folder.lastIndexOf('/node_modules/');
  if (above !== -1) return isLocked(lock, folder.slice(0, above), name);
  return `node_modules/${name}` in lock.packages;
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * The lockfile's entry for a platform package, read from its name (`@oxlint/binding-linux-x64-musl`).
 * Throws when the name does not tell the platform, or the range is not one exact version.
 */
export function platformEntry(name: string, range: string, wantedBy: LockedPackage): LockedPackage {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) {
    throw new Error(`The name "${name}" does not say for which platform it is`);
  }
  if (!/^\d+\.\d+\.\d+/.test(range)) throw new Error(`"${name}" is wanted as "${range}", not as one exact version`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : null;
  return {
    version: range,
    cpu: [cpu],
    ...(wantedBy.dev === true ? { dev: true } : {}),
    ...(os === 'linux' && libc !== null ? { libc } : {}),
    optional: true,
    os: [os],
  };
}

/** `lock` with every missing platform package added, folders in npm's order. */
export function complete(lock: Lockfile): Lockfile {
  const added = missingOptionals(lock).map(({ wantedBy, name, range }): [string, LockedPackage] => [
    `node_modules/${name}`,
    platformEntry(name, range, lock.packages[wantedBy] ?? {}),
  ]);
  const entries = [...Object.entries(lock.packages), ...added];
  entries.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(entries) };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as Lockfile;
  const missing = missingOptionals(lock);
  if (missing.length > 0) writeFileSync(path, `${JSON.stringify(complete(lock), null, 2)}\n`);
  console.log(`${missing.length} platform packages added to package-lock.json`);
}
