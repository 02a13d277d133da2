// Whether the build in out/ was made from the sources as they stand.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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

const stamp = 'out/built-from';

/** True when `out/` holds a complete build of the sources as they stand. */
export function isBuilt(folder: string): boolean {
  if (![stamp, ...products].every((file) => existsSync(join(folder, file)))) return false;
  return readFileSync(join(folder, stamp), 'utf8') === fingerprint(folder);
}

/** Notes that `out/` was built from sources with the given fingerprint, taken before the build began. */
export function noteBuilt(folder: string, from: string): void {
  writeFileSync(join(folder, stamp), from);
}
