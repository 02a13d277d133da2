import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { readHere } from './read-here.ts';

// What a thread that reads a file runs; a program of its own in the build.
await answerInThread(readHere);
