import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { answerAlignJob, type AlignJob } from './align-messages.ts';

// What a thread that aligns runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) answerAlignJob(parentPort, workerData as AlignJob);
