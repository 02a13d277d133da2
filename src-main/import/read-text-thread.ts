import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { ReadTask } from './messages.ts';
import { answerReadTask } from './read-here.ts';

// What a thread that reads a file runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) void answerReadTask(parentPort, workerData as ReadTask);
