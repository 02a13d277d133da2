// Whether the build in out/ was made from the sources as they stand.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that a build depends on, as globs from the project's root. */
const sources = [
  'src-core/**/*',
  'src-main/**/*',
  'src-renderer/**/*',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** What a complete build has made, whatever else. */
const products = ['out/main/index.js', 'out/main/serve.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/**
 * A digest of the names and contents of everything a build of `folder` depends on. Contents count, not times: so a checkout
 * of another commit is seen, and so is a deleted file.
 */
export function fingerprint(folder: string): string {
  const digest = createHash('sha256');
  for (const path of globSync(sources, { cwd: folder }).toSorted()) {
    const file = join(folder, path);
    if (statSync(file).isFile()) digest.update(`${path}\0${hash(readFileSync(file))}\n`);
  }
  return digest.digest('hex');
}

function hash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The file that holds the fingerprint a build was made from, written when it is complete. */
export const stamp = 'out/built-from';
/** Stands while a build is under way, and after one that failed: `out/` may be half of one build and half of another. */
const unfinished = 'out/unfinished';

/** True when `out/` holds a complete build of the sources as they stand. */
export function isBuilt(folder: string): boolean {
  if (existsSync(join(folder, unfinished))) return false;
  if (![stamp, ...products].every((file) => existsSync(join(folder, file)))) return false;
  return readFileSync(join(folder, stamp), 'utf8') === fingerprint(folder);
}

/** Notes that a build begins. Answers the fingerprint of its sources: what changes from here on makes it stale again. */
export function noteBuilding(folder: string): string {
  mkdirSync(join(folder, 'out'), { recursive: true });
  writeFileSync(join(folder, unfinished), '');
  return fingerprint(folder);
}

/** Notes that the build is complete, with the fingerprint that it began with. */
export function noteBuilt(folder: string, from: string): void {
  rmSync(join(folder, unfinished), { force: true });
  writeFileSync(join(folder, stamp), from);
}
