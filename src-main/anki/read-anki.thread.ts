import { answerInThread } from '#main/jobs/answer-in-thread.ts';
import { readPackage } from './read-package.ts';

// What a thread that reads a package runs; a program of its own in the build.
await answerInThread(readPackage);
