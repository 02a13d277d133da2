import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The file that a worker thread runs: in the sources `<source>.ts` in the folder of the module that asks, in a build
 * `<built>.js` at the top of the built programs, wherever the bundler put the module (see `electron.vite.config.ts`).
 *
 * @param module `import.meta` of the module that asks
 */
export function threadProgram(
  module: Pick<ImportMeta, 'dirname' | 'filename'>,
  { source, built }: { source: string; built: string },
): string {
  const file = join(module.dirname, `${source}.ts`);
  if (module.filename.endsWith('.ts') && existsSync(file)) return file;
  const beside = join(module.dirname, `${built}.js`);
  return existsSync(beside) ? beside : join(dirname(module.dirname), `${built}.js`);
}
