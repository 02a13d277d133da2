import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { readEgizFile } from './egiz-file.ts';

// What a thread that reads a `.egiz` file runs; a program of its own in the build.
await answerInThread(readEgizFile);
