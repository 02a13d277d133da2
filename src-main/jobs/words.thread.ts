import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { answerWords } from './answer-words.ts';
import type { WordTask } from './word-messages.ts';

// What a thread for the words of a text runs; a program of its own in the build.
if (!isMainThread && parentPort !== null) answerWords(parentPort, workerData as WordTask);
