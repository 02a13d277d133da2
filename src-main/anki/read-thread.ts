import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { ReadAnswer } from './read-in-thread.ts';
import { PackageError } from './package-error.ts';
import { readPackage } from './read-package.ts';

// What a thread that reads a package runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) parentPort.postMessage(await read(workerData as Uint8Array), []);

async function read(bytes: Uint8Array): Promise<ReadAnswer> {
  try {
    return { notes: await readPackage(bytes) };
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}
