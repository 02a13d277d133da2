import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Transferable, Worker } from 'node:worker_threads';

/** A program that worker threads run, and what they may take. */
export interface ThreadProgram {
  /** `import.meta` of the module that starts it, which stands in the same folder. */
  readonly module: Pick<ImportMeta, 'dirname' | 'filename'>;
  /** In the sources `<name>.thread.ts`, in a build `<name>.js` (see `electron.vite.config.ts`). */
  readonly name: string;
  /** Memory beyond which a thread is given up, in megabytes. */
  readonly memory: number;
}

/** Starts a thread with data of its own; what is in `transfer` goes there and is gone here. */
export function startThread(program: ThreadProgram, data: unknown, transfer: readonly Transferable[] = []): Worker {
  return new Worker(fileOf(program), {
    workerData: data,
    transferList: [...transfer],
    resourceLimits: { maxOldGenerationSizeMb: program.memory },
  });
}

/** In a build programs lie at the top of the built programs, wherever the bundler put the module that asks. */
function fileOf({ module, name }: ThreadProgram): string {
  const source = join(module.dirname, `${name}.thread.ts`);
  if (module.filename.endsWith('.ts') && existsSync(source)) return source;
  const beside = join(module.dirname, `${name}.js`);
  return existsSync(beside) ? beside : join(dirname(module.dirname), `${name}.js`);
}
