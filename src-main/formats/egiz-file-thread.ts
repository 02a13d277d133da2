import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { EgizFileError } from '#core/formats/egiz-file/egiz-file-error.ts';
import { readEgizFile } from './egiz-file.ts';
import type { EgizAnswer } from './read-egiz-in-thread.ts';

async function answered(bytes: Uint8Array): Promise<EgizAnswer> {
  try {
    return { content: await readEgizFile(bytes) };
  } catch (error) {
    if (!(error instanceof EgizFileError)) throw error;
    return { refused: { code: error.code, message: error.message } };
  }
}

async function answerThrough(port: MessagePort): Promise<void> {
  port.postMessage(await answered(workerData as Uint8Array));
}

// What a thread that reads a `.egiz` file runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) void answerThrough(parentPort);
