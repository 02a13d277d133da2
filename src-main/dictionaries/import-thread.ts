import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { answerImport } from './thread-messages.ts';

// What the thread of an import runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) await answerImport(parentPort, workerData);
